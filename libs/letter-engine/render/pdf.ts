import { FuhanError } from '@fuhan/kernel';
import { readFileSync } from 'node:fs';
import type { LetterModel } from '../model/model';
import { assertPrintable } from '../text/characters';
import { projectPath } from '../project-root';
import { type Faces, type FaceRole, loadFaces } from './faces';
import { blockText, type PrintedBlock, printedBlocks } from './printed-blocks';
import { textRuns } from './text-runs';
import { createWorkerPool } from './worker-pool';

export interface PdfRendererOptions {
  /** Directories of licensed fonts; they win over the shipped ones. */
  readonly fontDirs?: readonly string[];
  /** Threads; each holds a compiler of its own (about 170 MB). Default 1. */
  readonly size?: number;
  /** After so many milliseconds a letter's thread is ended. Default 20 000. */
  readonly timeoutMs?: number;
}
export interface PdfRenderer {
  /** The letter as PDF/A-2b, fonts embedded as subsets; the same model gives the same bytes. */
  render(model: LetterModel): Promise<{ pdf: Uint8Array; pages: number }>;
  close(): Promise<void>;
}

/** PDF writes a time of creation; the letter's own date keeps the bytes the same. */
const NO_DATE = Date.parse('2026-01-01T00:00:00+08:00') / 1000;
const timestampOf = (model: LetterModel): number =>
  model.date === null ? NO_DATE : Date.parse(`${model.date}T00:00:00+08:00`) / 1000;

const HEADING_ROLES: readonly FaceRole[] = ['hei', 'kai', 'fangsong', 'fangsong'];
const ROLES: Readonly<Partial<Record<PrintedBlock['kind'], FaceRole>>> = {
  mark: 'xiaobiaosong',
  title: 'xiaobiaosong',
  attachmentTitle: 'xiaobiaosong',
  classMark: 'hei',
  secrecy: 'hei',
  urgency: 'hei',
  attachmentMark: 'hei',
};
const roleOf = (block: PrintedBlock): FaceRole =>
  (block.kind === 'heading' ? HEADING_ROLES[block.level - 1] : ROLES[block.kind]) ?? 'fangsong';

/** Throws `letter.missing-glyphs` naming every character no face has: an unprinted box must never leave the house. */
function assertCovered(blocks: readonly PrintedBlock[], faces: Faces): void {
  const missing = new Set(blocks.flatMap((b) => faces.missing(roleOf(b), blockText(b).replace(/\t/g, ''))));
  if (missing.size > 0) throw new FuhanError('letter.missing-glyphs', { characters: [...missing].join(' ') });
}

const laidOut = (block: PrintedBlock): object =>
  block.kind === 'table' || block.kind === 'title' || block.kind === 'attachmentNote'
    ? block
    : { ...block, runs: textRuns(block.text, 'bold' in block ? block.bold : undefined) };

/** Makes a renderer: a small pool of threads, each with a compiler that is kept. Close it when done. */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  const faces = loadFaces(options.fontDirs ?? []);
  const pool = createWorkerPool({
    file: projectPath('libs/letter-engine/render/typst-worker.cjs'),
    size: options.size ?? 1,
    timeoutMs: options.timeoutMs ?? 20_000,
    workerData: {
      mainFileContent: readFileSync(projectPath('templates/layout/letter.typ'), 'utf8'),
      workspace: projectPath('templates/layout/empty'),
      fontPaths: faces.directories,
    },
  });
  const fonts = { ...faces.families, latin: faces.families.latin[0] };
  return {
    close: () => pool.close(),
    async render(model) {
      assertPrintable(model, '');
      const blocks = printedBlocks(model);
      assertCovered(blocks, faces);
      return pool.run({ letter: { blocks: blocks.map(laidOut), fonts }, timestamp: timestampOf(model) });
    },
  };
}
