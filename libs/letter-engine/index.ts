export { type ImportedLetter, importLetter } from './import/import-letter';
export { readLetterSource } from './import/read-letter';
export { type FieldSource } from './import/reading';
export { composeLetter } from './compose/compose';
export {
  type ChaseFields,
  type CommentRequestFields,
  type CorrectionFields,
  type ExtensionFields,
  type FieldsOf,
  type HandOverFields,
  type LetterFields,
  type OpinionFields,
  type OpinionRequestFields,
  type ProposerKind,
  type PublicationCode,
  type ReplyFields,
  type ReturnRequestFields,
  type SectionField,
  type VerdictCode,
} from './compose/fields';
export { parseFieldsJson } from './compose/parse-fields';
export {
  type LetterWording,
  ownPieces,
  type PieceName,
  piecesOf,
  type WordingName,
  wordingNames,
} from './compose/pieces';
export { wordingFault } from './compose/check-template';
export { type WordingFault } from './compose/inline-pieces';
export { letterSamples, type SampleKind, sampleKinds } from './compose/samples';
export { shippedPiece } from './compose/template';
export { wordNames, type Words, wordsFor, type WordsOverride } from './compose/words';
export {
  emptyLetter,
  type LetterBlock,
  type LetterContact,
  type LetterKind,
  letterKinds,
  type LetterModel,
  letterModelSchema,
  type LetterSection,
  classSpots,
} from './model/model';
export { parseLetterJson } from './model/parse-model';
export { renderDocx } from './render/docx';
export { renderArticle, renderHtml } from './render/html';
export { createPdfRenderer, type PdfRenderer, type PdfRendererOptions } from './render/pdf';
export { type Ink, INK_BOX, inkOf, isInk } from './sheet/ink';
export { type SheetEntry, type SheetStep, type SignOffSheet } from './sheet/sign-off-sheet';
export { renderText } from './render/text';
export { printedBlocks, type PrintedBlock } from './render/printed-blocks';
export { readSource, sourceFormat } from './source/read-source';
export { type PdfReading } from './source/pdf-lines';
export { type RawLine, visible } from './source/raw-line';
export { type XmlReader, xmlSink, parseXml, XmlError } from './source/xml';
export { ZIP_LIMITS, ZipArchive, ZipError, type ZipFault, type ZipLimits } from './source/zip';
export { decodeText } from './text/decode';
export { parseChineseNumeral } from './text/numerals';
export { chineseNumeral } from './text/numerals';
export { clashingFigures, type ClashingFigures, type ToldText } from './lint/clashing-figures';
export { type LetterCheck, type Slip } from './lint/check';
export { letterChecks } from './lint/checks';
export {
  type CheckSetting,
  lintContext,
  type LintCase,
  type LintContext,
  type LintPlace,
  type LintUnit,
  unknownPlace,
} from './lint/context';
export { type Finding, type Place, type Severity } from './lint/finding';
export { checkNamed, lintLetter } from './lint/lint-letter';
export { unitIndex } from './lint/unit-index';
export { told, toldWithPlace } from './lint/told';
export { assertHasText, createPdfReader, type PdfReader, readPdf } from './pdf/read-pdf';
export type { PdfBox, PdfFont, PdfGlyph, PdfPage, PdfPiece, PdfShape, PdfSource } from './pdf/pdf-source';
export { checkPdf, type MeasureResult, type PdfCheck } from './check/check-pdf';
export { type NamedLine, type Verdict as CheckVerdict } from './check/measure';
export { type Change, type ChangedPiece } from './redline/piece-diff';
export {
  type Redline,
  redline,
  type RedlineBlock,
  type RedlineRow,
  type RedlineRun,
} from './redline/redline';
export { redlineDocx } from './redline/redline-docx';
export { redlineHtml } from './redline/redline-html';
export { type Revision } from './redline/revision';
export {
  type Masked,
  publicationCopy,
  type PublicationChoice,
  type PublicationCopy,
} from './publication/publication-copy';
export { findPromises, type FoundPromise, type ToldBlock } from './commitments/find-promises';
export { dueWordsOf, type DueWords } from './commitments/due-words';
export { samePromise } from './commitments/same-promise';
