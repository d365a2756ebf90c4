import { FuhanError } from '@fuhan/kernel';
import { readFileSync } from 'node:fs';
import type { LetterModel } from '../model/model';
import { assertPrintable } from '../text/characters';
import { projectPath } from '../project-root';
import { type Faces, type FaceRole, loadFaces } from './faces';
import { assertOfLetterSize, assertPages } from './limits';
import { pdfLetter } from './pdf-letter';
import { blockText, type PrintedBlock, printedBlocks } from './printed-blocks';
import { printableSheet, type SignOffSheet } from '../sheet/sign-off-sheet';
import { createWorkerPool } from './worker-pool';

export interface PdfRendererOptions {
  /** Directories of licensed fonts; they win over the shipped ones. */
  readonly fontDirs?: readonly string[];
  /** Threads; each holds a compiler of its own (about 170 MB). Default 1. */
  readonly size?: number;
  /** After so many milliseconds a letter's thread is ended. Default 8 000. */
  readonly timeoutMs?: number;
}
export interface PdfRenderer {
  /** The letter as PDF/A-2b, fonts embedded as subsets; the same model gives the same bytes. */
  render(model: LetterModel): Promise<{ pdf: Uint8Array; pages: number }>;
  /** 发文稿纸 as PDF/A-2b; a character no face has is printed as 〓. */
  renderSheet(sheet: SignOffSheet): Promise<{ pdf: Uint8Array; pages: number }>;
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
  signer: 'kai',
  secrecy: 'hei',
  urgency: 'hei',
  attachmentMark: 'hei',
};
const roleOf = (block: PrintedBlock): FaceRole =>
  (block.kind === 'heading' ? HEADING_ROLES[block.level - 1] : ROLES[block.kind]) ?? 'fangsong';

/** A character that shows nothing by itself is named by its number. */
const nameOf = (c: string): string =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(c)
    ? c
    : `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** The faces a block is printed in: a table's head is 黑体, its cells 仿宋. */
const rolesOf = (block: PrintedBlock): FaceRole[] =>
  block.kind === 'table' ? ['fangsong', 'hei'] : [roleOf(block)];

/** Throws `letter.missing-glyphs` naming every character no face has: an unprinted box must never leave the house. */
function assertCovered(blocks: readonly PrintedBlock[], faces: Faces): void {
  const missing = new Set(
    blocks.flatMap((b) => rolesOf(b).flatMap((role) => faces.missing(role, blockText(b).replace(/\t/g, '')))),
  );
  if (missing.size > 0)
    throw new FuhanError('letter.missing-glyphs', { characters: [...missing].map(nameOf).join(' ') });
}

/** Characters of bold parts that only the face for rare characters has. */
function rareIn(blocks: readonly PrintedBlock[], faces: Faces): string {
  const bold = blocks.filter(
    (b) => b.kind === 'table' || roleOf(b) === 'hei' || roleOf(b) === 'xiaobiaosong',
  );
  const rare = bold.flatMap((b) => faces.rare(b.kind === 'table' ? 'hei' : roleOf(b), blockText(b)));
  return [...new Set(rare)].filter((c) => /\p{Script=Han}/u.test(c)).join('');
}

const LAYOUTS = ['faces.typ', 'measure.typ', 'letter.typ', 'sign-off-sheet.typ'] as const;

/** Makes a renderer: a small pool of threads, each with a compiler that is kept. Close it when done. */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  const faces = loadFaces(options.fontDirs ?? []);
  const pool = createWorkerPool({
    file: projectPath('libs/letter-engine/render/typst-worker.cjs'),
    size: options.size ?? 1,
    timeoutMs: options.timeoutMs ?? 8_000,
    workerData: {
      sources: LAYOUTS.map((name) => [name, readFileSync(projectPath(`templates/layout/${name}`), 'utf8')]),
      workspace: projectPath('templates/layout/empty'),
      fontPaths: faces.directories,
    },
  });
  const fonts = { ...faces.families, latin: faces.families.latin[0] };
  const unprintable = (text: string): string[] =>
    (['fangsong', 'kai', 'hei', 'xiaobiaosong'] as const).flatMap((role) => faces.missing(role, text));
  return {
    close: () => pool.close(),
    renderSheet: (sheet) =>
      pool.run(() => ({
        sheet: JSON.stringify({ sheet: printableSheet(sheet, unprintable), fonts }),
        timestamp: NO_DATE,
      })),
    async render(model) {
      const made = await pool.run(() => {
        assertPrintable(model, '');
        const blocks = printedBlocks(model);
        assertOfLetterSize(blocks);
        assertCovered(blocks, faces);
        const { letter, measure } = pdfLetter(blocks);
        return {
          letter: JSON.stringify({ ...letter, fonts, rare: rareIn(blocks, faces) }),
          measure: JSON.stringify({ ...measure, fonts }),
          timestamp: timestampOf(model),
        };
      });
      assertPages(made.pages);
      return made;
    },
  };
}
