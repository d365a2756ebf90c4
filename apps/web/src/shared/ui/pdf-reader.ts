import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

/** Reads a PDF in a thread of its own. Nothing is run from the file and nothing loaded from elsewhere. */
export const readPdf = (data: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data, isEvalSupported: false, enableXfa: false, verbosity: 0 }).promise;
