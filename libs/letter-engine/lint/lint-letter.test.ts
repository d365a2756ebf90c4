import { emptyLetter, type LetterModel } from '../model/model';
import type { LetterCheck } from './check';
import { letterChecks } from './checks';
import { lintContext, type LintContext, unknownPlace } from './context';
import { letterPieces, matches, nowhere, wholeOf } from './letter-words';
import { lintLetter } from './lint-letter';

const letter: LetterModel = {
  ...emptyLetter(),
  title: '标题',
  date: '2026-09-03',
  sections: [
    {
      heading: '关于“甲”的建议',
      level: 1,
      suggestion: '甲',
      verdict: '采纳。',
      blocks: [
        { type: 'paragraph', text: '甲乙甲' },
        { type: 'table', header: ['甲'], rows: [['乙']] },
      ],
    },
  ],
};
const context = lintContext(unknownPlace);
const finds = (word: string, more: Partial<LetterCheck> = {}): LetterCheck => ({
  id: 'a-word',
  name: '一个词',
  rule: '试验',
  severity: 'yellow',
  find: ({ pieces }) =>
    matches(pieces, new RegExp(word, 'g')).map(({ text, place }) => ({
      message: '有这个词。',
      excerpt: text,
      place,
      fix: '删去。',
    })),
  ...more,
});
const tuned = (setting: LintContext['settings'][string]): LintContext => ({
  ...context,
  settings: { 'a-word': setting },
});

describe('the words of a letter', () => {
  const pieces = letterPieces(letter);

  it('should come in the order of print', () => {
    expect(pieces.map(({ kind }) => kind)).toEqual(
      'title heading verdict paragraph cell cell date'.split(' '),
    );
  });

  it('should carry the mark a heading is printed with', () => {
    expect(pieces.find(({ kind }) => kind === 'heading')?.text).toBe('一、关于“甲”的建议');
  });

  it('should name their place for people', () => {
    expect(pieces.find(({ kind }) => kind === 'paragraph')?.label).toBe('第一部分第1段');
  });

  it('should name their place in the model', () => {
    expect(pieces.filter(({ kind }) => kind === 'cell').map(({ path }) => path)).toEqual([
      'sections[0].blocks[1].header[0]',
      'sections[0].blocks[1].rows[0][0]',
    ]);
  });

  it('should print the date as the letter does', () => {
    expect(pieces.at(-1)?.text).toBe('2026年9月3日');
  });

  it('should be found wherever they stand', () => {
    expect(matches(pieces, /甲/g).map(({ place }) => [place.path, place.start])).toEqual([
      ['sections[0].heading', 5],
      ['sections[0].blocks[0].text', 0],
      ['sections[0].blocks[0].text', 2],
      ['sections[0].blocks[1].header[0]', 0],
    ]);
  });

  it('should be taken as a whole', () => {
    expect(wholeOf(pieces[0]!).place).toEqual({ path: 'title', start: 0, end: 2, label: '标题' });
  });
});

describe('reading a letter with checks', () => {
  it('should give what a check finds with its id and weight', () => {
    expect(lintLetter(letter, context, [finds('标')])[0]).toEqual({
      id: 'a-word',
      severity: 'yellow',
      message: '有这个词。',
      excerpt: '标',
      place: { path: 'title', start: 0, end: 1, label: '标题' },
      alsoAt: [],
      fix: '删去。',
      replacement: null,
    });
  });

  it('should find nothing where a check is switched off', () => {
    expect(lintLetter(letter, tuned({ off: true }), [finds('甲')])).toEqual([]);
  });

  it('should weigh a slip as the place does', () => {
    expect(lintLetter(letter, tuned({ severity: 'red' }), [finds('标')])[0]?.severity).toBe('red');
  });

  it('should hand a check its limits, the place’s over its own', () => {
    const seen: unknown[] = [];
    const check = finds('', {
      limits: { years: 2, share: 0.5 },
      find: (_letter, _context, limits) => (seen.push(limits), []),
    });
    lintLetter(letter, tuned({ limits: { years: 4 } }), [check]);
    expect(seen).toEqual([{ years: 4, share: 0.5 }]);
  });

  it('should list slips in the order of print, what stands nowhere last', () => {
    const missing = finds('', {
      find: () => [{ message: '缺。', excerpt: '', place: nowhere, fix: '补。' }],
    });
    expect(
      lintLetter(letter, context, [missing, finds('乙'), finds('标')]).map(({ excerpt }) => excerpt),
    ).toEqual(['标', '乙', '乙', '']);
  });

  it('should list red before yellow in one place', () => {
    const both = [finds('标'), finds('标', { severity: 'red' })];
    expect(lintLetter(letter, context, both).map(({ severity }) => severity)).toEqual(['red', 'yellow']);
  });
});

describe('the list of checks', () => {
  it('should name every check once', () => {
    const ids = letterChecks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(letterChecks.map((check) => [check.id, check] as const))(
    'should say in Chinese what %s checks and on what it rests',
    (id, { name, rule }) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(name).toMatch(/[\u4e00-\u9fff]/);
      expect(rule).toMatch(/[\u4e00-\u9fff]{4}/);
    },
  );

  it.each(letterChecks.map((check) => [check.id, check] as const))(
    'should let %s read an empty letter without harm',
    (_, check) => {
      expect(() => lintLetter(emptyLetter(), context, [check])).not.toThrow();
    },
  );
});
