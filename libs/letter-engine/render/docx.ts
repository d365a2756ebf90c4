import { strToU8, zipSync } from 'fflate';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import type { LetterModel } from '../model/model';
import { assertPrintable } from '../text/characters';
import { projectPath } from '../project-root';
import { markMeasures } from './docx-head';
import type { DocxParagraph } from './docx-paragraph';
import { docxParagraphs } from './docx-paragraphs';
import { printedBlocks } from './printed-blocks';

const EMU_PER_MM = 36_000;
/** Zip entries carry a time; a fixed one keeps the bytes the same. */
const ZIP_TIME = new Date(2026, 0, 1);

const compiled = new Map<string, Handlebars.TemplateDelegate>();
function part(name: string, data: object = {}): Uint8Array {
  let template = compiled.get(name);
  if (template === undefined) {
    // The parts ask for optional fields (a frame, an indent) with {{#if}}: no strict mode here, unlike the wording.
    template = Handlebars.compile(readFileSync(projectPath('templates/layout/docx', `${name}.hbs`), 'utf8'));
    compiled.set(name, template);
  }
  return strToU8(template(data));
}

interface Rule {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Thick above thin under the mark; thin above thick 20 mm from the bottom of the first page. */
function redRules(rule1: number): Rule[] {
  const [thick, gap, hair] = [0.95, 0.45, 0.35];
  const places: readonly (readonly [number, number])[] = [
    [rule1, thick],
    [rule1 + thick + gap, hair],
    [277 - thick - gap - hair, hair],
    [277 - thick, thick],
  ];
  return places.map(([y, height], i) => ({
    id: i + 1,
    x: 20 * EMU_PER_MM,
    y: Math.round(y * EMU_PER_MM),
    width: 170 * EMU_PER_MM,
    height: Math.round(height * EMU_PER_MM),
  }));
}

/** The letter as a .docx that Word and WPS edit: styles by name, faces referenced and not embedded. Same model, same bytes. */
export function renderDocx(model: LetterModel): Uint8Array {
  assertPrintable(model, '');
  return packDocx(model, docxParagraphs(printedBlocks(model)));
}

/** The paragraphs as a .docx with the red head and the facts of `model`. */
export function packDocx(model: LetterModel, paragraphs: readonly DocxParagraph[]): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': part('content-types'),
    '_rels/.rels': part('rels'),
    'docProps/core.xml': part('core', { title: model.title ?? '', issuer: model.issuer ?? '' }),
    'word/_rels/document.xml.rels': part('document-rels'),
    'word/document.xml': part('document', { paragraphs }),
    'word/styles.xml': part('styles'),
    'word/settings.xml': part('settings'),
    'word/header1.xml': part('header-first', { rules: redRules(markMeasures(model.issuer ?? '').rule1) }),
    'word/header2.xml': part('empty-header'),
    'word/footer1.xml': part('empty-footer'),
    'word/footer2.xml': part('footer', { side: 'right' }),
    'word/footer3.xml': part('footer', { side: 'left' }),
  };
  return zipSync(files, { level: 6, mtime: ZIP_TIME });
}
