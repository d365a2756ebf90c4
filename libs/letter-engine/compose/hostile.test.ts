import { FuhanError } from '@fuhan/kernel';
import fc from 'fast-check';
import { kindFields } from '../../../test/fixtures/letters/kind-fields';
import { spoken } from '../../../test/fixtures/letters/spoken';
import { type LetterKind, letterKinds } from '../model/model';
import { squeeze } from '../text/characters';
import { composeLetter } from './compose';
import type { LetterFields } from './fields';
import { type LetterWording, ownPieces, piecesOf } from './pieces';

const sample = kindFields('plenary');
const compose = (kind: LetterKind, wording: LetterWording = {}): string[] =>
  spoken(composeLetter(sample[kind], wording));
const faultOf = (run: () => unknown): FuhanError | null => {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof FuhanError) return error;
    throw error;
  }
};
const openingOf = (kind: LetterKind, template: string): LetterWording => ({ [`${kind}.opening`]: template });

type Path = readonly (string | number)[];
/** Where the words of a letter's fields lie: every text that is no date and no name of a choice. */
function wordsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') {
    const last = path.at(-1);
    const choice = /^\d{4}-\d\d-\d\d$/.test(value) || /^[a-z_A-Z]+$/.test(value) || last === 'shortName';
    return choice || value === '' ? [] : [path];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => wordsIn(item, [...path, key]));
}
function withWords<T>(value: T, [key, ...rest]: Path, words: string): T {
  if (key === undefined) return words as T;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = withWords(copy[key], rest, words);
  return copy as T;
}
/** Between offices the number of a case is enough: these letters do not name who proposed. */
const namingNobody: readonly LetterKind[] = [
  'opinion',
  'opinionRequest',
  'returnRequest',
  'extension',
  'chase',
];
const places = letterKinds.flatMap((kind) =>
  wordsIn(sample[kind])
    .filter(([field]) => field !== 'proposers' || !namingNobody.includes(kind))
    .map((path) => ({ kind, path })),
);
const typed = (place: (typeof places)[number], words: string): string[] =>
  spoken(composeLetter(withWords<LetterFields>(sample[place.kind], place.path, words)));

describe('a fault of a template', () => {
  const faults = [
    ['a field that does not exist', '甲\n{{proposal.numbr}}', 2, '没有名为“numbr”的字段'],
    ['a helper that does not exist', '{{upper proposal.title}}', 1, '没有名为“upper”的写法'],
    ['an expression that is not closed', '甲\n乙\n{{pronoun', 3, '写法不完整'],
    ['a block that is not closed', '{{#if contacts}}甲', 1, '写法不完整'],
    ['a block closed by another', '{{#if contacts}}甲{{/each}}', 1, '没有正确结束'],
    ['another piece that it asks for', '甲\n{{> title}}', 1, '没有名为“title”的片段'],
    [
      'a piece of its own that calls itself',
      '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}',
      1,
      '片段自己引用了自己',
    ],
    [
      'pieces of its own that call one another',
      '{{#*inline "a"}}甲{{/inline}}\n{{#*inline "b"}}{{> a}}{{> a}}{{/inline}}{{> b}}',
      2,
      '片段“b”里不能再引用片段',
    ],
    [
      'a piece chosen by a value',
      '{{#*inline "a"}}甲{{/inline}}{{> (lookup issuer "name")}}',
      1,
      '直接写名字',
    ],
    [
      'a list repeated within itself without end',
      `${'{{#each @root.session}}'.repeat(20)}甲${'{{/each}}'.repeat(20)}`,
      1,
      '次数太多',
    ],
    ['the prototype of an object', '{{issuer.constructor}}', 1, '没有名为“constructor”的字段'],
  ] as const;

  it.each(letterKinds.flatMap((kind) => faults.map((fault) => [kind, ...fault] as const)))(
    'should be named with piece, line and cause: %s, %s',
    (kind, _, template, line, detail) => {
      const fault = faultOf(() => compose(kind, openingOf(kind, template)));
      expect([fault?.code, fault?.params['template'], fault?.params['line'], fault?.message]).toEqual([
        'letter.template',
        `${kind}/opening`,
        line,
        expect.stringContaining(detail) as string,
      ]);
    },
  );

  const own = letterKinds.flatMap((kind) => ownPieces[kind].map((piece) => [kind, piece] as const));
  it.each(own)('should be found in every piece of a kind: %s/%s', (kind, piece) => {
    const fields = kind === 'commentRequest' ? { ...sample[kind], link: 'https://a.example' } : sample[kind];
    const fault = faultOf(() => composeLetter(fields, { [`${kind}.${piece}`]: '{{nobody}}' }));
    expect(fault?.params['template']).toBe(`${kind}/${piece}`);
  });
});

describe('the words of a piece', () => {
  const tags = '</opening><closing>乙</closing><issuer>丙 & <w:t/> #read("/etc/passwd")';

  it.each(letterKinds)('should never be tags of the letter: %s', (kind) => {
    expect(compose(kind, openingOf(kind, tags))).toContain(tags);
  });

  it.each(letterKinds)('should be replaced for this kind alone by its full name: %s', (kind) => {
    const wording = { [`${kind}.signature`]: '自己的署名' };
    const signed = letterKinds.filter((other) => compose(other, wording).includes('自己的署名'));
    expect(signed).toEqual([kind]);
  });

  it('should be replaced for all kinds where they have none themselves', () => {
    const signed = letterKinds.filter((kind) =>
      compose(kind, { signature: '各处的署名' }).includes('各处的署名'),
    );
    expect(signed).toEqual(letterKinds);
  });

  it('should not be taken from the reply where the kind has words itself', () => {
    const changed = letterKinds.filter((kind) =>
      compose(kind, { title: '自己的标题' }).includes('自己的标题'),
    );
    expect(changed).toEqual(['reply']);
  });

  it('should say the pronoun a letter chooses in every kind', () => {
    const kinds = letterKinds.filter((kind) => {
      const wording = { [`${kind}.pronoun`]: '贵某某' } as LetterWording;
      return compose(kind, wording).join('').includes('贵某某');
    });
    expect(kinds).toEqual(letterKinds);
  });
});

describe('what a person typed', () => {
  const nasty =
    '{{issuer.name}} {{{x}}} {{> title}} <w:t> <b>甲</b> </p> #read("/etc/passwd") & &lt; &#10; "乙" \'丙\' `丁` a=b \\{{e}} $1 ${f}。';

  it.each(places.map(({ kind, path }) => [kind, path.join('.')] as const))(
    'should come out as it was typed: %s %s',
    (kind, path) => {
      const place = { kind, path: path.split('.') };
      expect(typed(place, nasty).join('\n')).toContain(nasty);
    },
  );

  it.each(letterKinds)('should be refused with its place when it has a control character: %s', (kind) => {
    const place = places.find((p) => p.kind === kind && p.path[0] === 'proposal')!;
    const fault = faultOf(() => typed(place, '甲\u0001乙'));
    expect(fault).toMatchObject({ code: 'letter.control-character', params: { code: 'U+0001' } });
  });

  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '{{',
          '}}',
          '<',
          '>',
          '&',
          '#',
          '"',
          '=',
          '\n',
          '、',
          '一、',
          '甲',
          ' ',
          '\\',
          '|',
          '&#10;',
        ),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join('')),
  );
  /** Its end decides neither 贵局 nor a stop, so that the words around it stay the same. */
  const ended = anything.map((words) => `${words}。`);

  it('should come out exactly, and change nothing else, or be refused with a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), ended, (place, words) => {
        const model = (text: string): string => squeeze(typed(place, text).join('\n')).replaceAll('⏎', '');
        let printed = '';
        const fault = faultOf(() => (printed = model(words)));
        if (fault !== null) return fault.message !== '';
        const mark = '甲乙丙丁戊。';
        return (
          printed === model(mark).replaceAll(mark, squeeze(words).replaceAll('⏎', '').replaceAll('$', '$$$$'))
        );
      }),
      { numRuns: 600 },
    );
  });

  it('should only ever be refused by a coded error when it stands where a date belongs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...letterKinds), anything, (kind, date) => {
        const fault = faultOf(() => composeLetter({ ...sample[kind], date } as LetterFields));
        return fault?.code === 'letter.fields-invalid' || fault?.code === 'letter.control-character';
      }),
      { numRuns: 100 },
    );
  });
});

describe('any text as a template', () => {
  const parts = [
    '{{',
    '}}',
    '{{{',
    '#if',
    '/if',
    '#each',
    'else',
    '>',
    '..',
    '/',
    '@root',
    'pronoun',
    '甲',
    '"',
    '(',
    ')',
    '|',
    '~',
    '!--',
    '*inline',
    '&',
    '^',
    '\\',
    '\n',
    ' ',
    'this',
    '.',
    'contacts',
  ];
  const template = fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((some) => some.join(''));

  it('should give a letter or a coded error', () => {
    const kindAndPiece = letterKinds.flatMap((kind) => piecesOf(kind).map((piece) => [kind, piece] as const));
    fc.assert(
      fc.property(fc.constantFrom(...kindAndPiece), template, ([kind, piece], words) => {
        const fault = faultOf(() => compose(kind, { [`${kind}.${piece}`]: words }));
        return fault === null || fault.code === 'letter.template';
      }),
      { numRuns: 600 },
    );
  });
});
