import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterModel } from '../model/model';
import { renderText } from '../render/text';
import { plainLines } from '../source/raw-line';
import { squeeze } from '../text/characters';
import { importText } from './import-letter';
import { sourceLines } from './lines';

/** Own-worded letters, one habit of a province, a ministry, a district or a web page each, and what each of them says. */
const folder = join(__dirname, '../../../test/fixtures/letters/import');

type Facts = Omit<LetterModel, 'opening' | 'sections' | 'annotation' | 'attachments' | 'print'> & {
  readonly headings: readonly string[];
  readonly verdicts: readonly string[];
  readonly attachments: readonly string[];
};

const nothing: Facts = {
  kind: 'reply',
  issuer: null,
  documentNumber: null,
  class: null,
  title: null,
  addressees: [],
  proposal: { number: null, title: null, session: null },
  coHandlers: [],
  headings: [],
  verdicts: [],
  closing: null,
  signature: [],
  date: null,
  contacts: [],
  publication: null,
  copyTo: [],
  attachments: [],
  signedBy: null,
  unparsed: [],
};

const factsOf = ({
  opening: _o,
  annotation: _a,
  print: _p,
  sections,
  attachments,
  ...model
}: LetterModel): Facts => ({
  ...model,
  headings: sections.flatMap(({ heading }) => heading ?? []),
  verdicts: sections.flatMap(({ verdict }) => verdict ?? []),
  attachments: attachments.map(({ title }) => title),
});

const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
  string,
  Partial<Facts>
>;
const textOf = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8');
const names = Object.keys(expected);

describe.each(names)('the letter %s', (name) => {
  const found = factsOf(importText(textOf(name)).model);
  const facts: Facts = { ...nothing, ...expected[name] };

  it.each(Object.keys(nothing) as (keyof Facts)[])('should give its %s', (field) => {
    expect(found[field]).toEqual(facts[field]);
  });
});

/** Marks that change on the way: half-width brackets round a class, labels, bold marks. */
const words = (text: string): string[] =>
  squeeze(text.replace(/[*#]+/g, ' ').replace(/\s{2,}/g, '|')).match(/[\p{Script=Han}]{2,}/gu) ?? [];

describe('nothing is lost', () => {
  it.each(names)('should find every Chinese word of %s again, furniture and labels aside', (name) => {
    const { lines } = sourceLines(plainLines(textOf(name)));
    const { model } = importText(textOf(name));
    const kept = squeeze(JSON.stringify(model) + renderText(model));
    const LABELS =
      /^分类|类别|类型|结果|公开|签发|签批|署名|抄送|抄报|附件|标记|编号|标题|文件|文号|年|月|日|二〇|二○|盖章|尊敬的/;
    const lost = lines
      .flatMap(({ raw }) => words(raw))
      .filter((word) => !kept.includes(word) && !LABELS.test(word));
    expect(lost).toEqual([]);
  });

  it.each(names)('should name the line of every field it found in %s', (name) => {
    const { model, sources } = importText(textOf(name));
    const empty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
    const fields = [
      'issuer',
      'documentNumber',
      'class',
      'title',
      'addressees',
      'closing',
      'signature',
      'date',
    ] as const;
    expect(fields.filter((field) => !empty(model[field]) && sources[field] === undefined)).toEqual([]);
  });
});

describe('how sure a field is', () => {
  const { sources } = importText(textOf('class-above-red-head'));

  it('should be surest where a label names it', () => {
    expect(sources['signedBy']).toEqual({
      confidence: 0.98,
      line: 5,
      excerpt: '签发人：陶冶',
    });
  });

  it('should be less sure where only its shape tells', () => {
    expect(sources['title']).toMatchObject({ confidence: 0.9, line: 7 });
  });

  it('should be least sure of what it took from a page round the letter', () => {
    const page =
      '文号：某教函〔2021〕5号\n成文日期：2021-06-01\n关于第1号提案的答复\n甲乙委员：\n您的提案收悉。现答复如下：\n办结。';
    expect(importText(page).sources['documentNumber']?.confidence).toBe(0.5);
  });
});
