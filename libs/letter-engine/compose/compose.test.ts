import { FuhanError } from '@fuhan/kernel';
import { importLetter } from '../import/import-letter';
import { squeeze } from '../text/characters';
import { renderText } from '../render/text';
import { lettersRows } from '../../../test/fixtures/letters/fields-of';
import { itWithSeed, twinText } from '../../../test/fixtures/letters/letters';
import { composeLetter } from './compose';
import type { ReplyFields } from './fields';
import type { LetterWording } from './pieces';

const fields: ReplyFields = {
  issuer: { name: '云陵市交通局' },
  documentNumber: '云交函〔2026〕9号',
  outcomeClass: 'A',
  printClass: true,
  proposal: { number: '085001', title: '关于修桥的建议', kind: 'conference' },
  session: { term: 8, meeting: 5, text: '八届五次会议', committee: '市政协' },
  proposers: [{ name: '甲某某', kind: 'member' }],
  coHandlers: [{ name: '市财政局' }, { name: '市水务局' }],
  fixedRecipients: [{ name: '市政协提案委' }],
  sections: [
    {
      suggestion: { title: '尽快开工' },
      heading: null,
      verdict: 'partly',
      blocks: [{ type: 'paragraph', text: '已经立项。' }],
    },
  ],
  prose: ['谢谢您的建议。'],
  contacts: [{ name: '乙某', phone: '0899-1234567' }],
  publication: 'on_request',
  date: '2026-03-02',
  signers: [{ name: '丙某某' }],
};
const compose = (change: Partial<ReplyFields> = {}, wording: LetterWording = {}) =>
  composeLetter({ ...fields, ...change }, wording);
const faultOf = (run: () => unknown): FuhanError => {
  try {
    run();
  } catch (error) {
    if (error instanceof FuhanError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('composing a reply', () => {
  it('should compose the title from issuer, session and proposal number', () => {
    expect(compose().title).toBe('云陵市交通局关于市政协八届五次会议第085001号提案答复的函');
  });

  it('should name the co-handlers in the opening in their order', () => {
    expect(compose().opening[0]).toBe(
      '您提出的《关于修桥的建议》（提案第085001号）收悉，经综合市财政局、市水务局意见，现答复如下：',
    );
  });

  it('should leave the co-handlers out of the opening when there are none', () => {
    expect(compose({ coHandlers: [] }).opening[0]).toBe(
      '您提出的《关于修桥的建议》（提案第085001号）收悉，现答复如下：',
    );
  });

  it('should copy the fixed recipients first and then the co-handlers', () => {
    expect(compose().copyTo).toEqual(['市政协提案委', '市财政局', '市水务局']);
  });

  it('should quote the suggestion in its heading', () => {
    expect(compose().sections[0]).toMatchObject({
      heading: '关于“尽快开工”的建议',
      suggestion: '尽快开工',
      verdict: '部分采纳。',
    });
  });

  it('should put prose after the opening', () => {
    expect(compose().opening[1]).toBe('谢谢您的建议。');
  });

  it('should print class and signer where and as the place does', () => {
    const place = { classSpot: 'number-line', classText: '类别：A', printSigners: true } as const;
    expect(compose(place).print).toEqual({ classSpot: 'number-line', classText: '类别：A', signer: true });
    expect(renderText(compose(place))).toContain('类别：A\n\n签发人：丙某某\n\n云交函');
  });

  it('should print no signer where the place does not, or nobody has signed', () => {
    const texts = [compose(), compose({ printSigners: true, signers: [] })].map(renderText);
    expect(texts.some((text) => text.includes('签发人'))).toBe(false);
  });

  it('should keep the class as data when it is not printed', () => {
    expect(renderText(compose({ printClass: false }))).not.toContain('A类');
    expect(compose({ printClass: false }).class).toBe('A');
  });

  it('should leave date and number empty while the letter is a draft', () => {
    expect(compose({ date: null, documentNumber: null })).toMatchObject({ date: null, documentNumber: null });
  });

  it('should write no annotation when there is no contact', () => {
    expect(compose({ contacts: [] }).annotation).toBeNull();
  });

  it('should keep tables and bold ranges as they are', () => {
    const blocks = [
      {
        type: 'paragraph',
        text: '一是修。二是建。',
        bold: [
          [0, 2],
          [4, 6],
        ] as [number, number][],
      },
      { type: 'table', header: ['年', '数'], rows: [['2026', '<3']] },
      { type: 'heading', level: 2, text: '（一）进度' },
    ] as const;
    const section = {
      suggestion: null,
      heading: '概况',
      verdict: null,
      blocks: [...blocks].map((b) => structuredClone(b)),
    };
    expect(compose({ sections: [section as ReplyFields['sections'][number]] }).sections[0]?.blocks).toEqual(
      blocks,
    );
  });

  it('should make paragraphs of what was typed on several lines', () => {
    const section = {
      ...fields.sections[0]!,
      blocks: [{ type: 'paragraph' as const, text: '第一段。\n第二段。' }],
    };
    expect(compose({ sections: [section] }).sections[0]?.blocks).toHaveLength(2);
  });
});

describe('pronouns', () => {
  it.each([
    ['您', [{ name: '甲', kind: 'member' }]],
    ['你们', [{ name: '甲、乙', kind: 'joint' }]],
    ['你们', [{ name: '民盟某市委会', kind: 'organisation' }]],
    [
      '你们',
      [
        { name: '甲', kind: 'member' },
        { name: '乙', kind: 'member' },
      ],
    ],
  ] as const)('should say %s to %j', (pronoun, proposers) => {
    expect(compose({ proposers: [...proposers] }).closing).toContain(`感谢${pronoun}`);
  });

  it('should say what the letter chooses', () => {
    expect(compose({}, { pronoun: '贵会' }).closing).toContain('感谢贵会');
  });

  it('should address a member with the title, and an organisation by its name', () => {
    const proposers = [
      { name: '甲某某', kind: 'member' },
      { name: '民盟某市委会', kind: 'organisation' },
    ] as const;
    expect(compose({ proposers: [...proposers] }).addressees).toEqual(['甲某某委员', '民盟某市委会']);
  });

  it('should address with the salutation a row brings', () => {
    expect(compose({ proposers: [{ name: '甲', kind: 'member', salutation: '甲主任' }] }).addressees).toEqual(
      ['甲主任'],
    );
  });
});

describe('wording of its own', () => {
  it('should print an opening of the letter over the same fields', () => {
    const opening = '{{pronoun}}的《{{proposal.title}}》已收到，{{list coHandlers last="和"}}均已回复。';
    expect(compose({}, { opening }).opening[0]).toBe(
      '您的《关于修桥的建议》已收到，市财政局和市水务局均已回复。',
    );
  });

  it('should reach the whole letter from inside a list', () => {
    expect(compose({}, { addressee: '{{name}}（{{@root.issuer.name}}）' }).addressees).toEqual([
      '甲某某（云陵市交通局）',
    ]);
  });

  it('should take a sign that a wording says literally as a word', () => {
    expect(compose({}, { closing: '甲<b>乙</b> & <w:t/>' }).closing).toBe('甲<b>乙</b> & <w:t/>');
  });

  it('should offer dates, numerals and digits', () => {
    const closing = '{{date date}}，第{{numeral session.meeting}}次，{{digits documentNumber}}';
    expect(compose({}, { closing }).closing).toBe('2026年3月2日，第五次，20269');
  });
});

describe('text that looks like a program', () => {
  const typed = '{{issuer.name}} <w:t> #read("/etc/passwd") & "甲" \'乙\' `丙` a=b </p> &lt; &#10;';

  it('should come out of a paragraph as typed', () => {
    const section = { ...fields.sections[0]!, blocks: [{ type: 'paragraph' as const, text: typed }] };
    expect(compose({ sections: [section] }).sections[0]?.blocks).toEqual([
      { type: 'paragraph', text: typed },
    ]);
  });

  it('should come out of a field inside a wording as typed', () => {
    expect(compose({ proposal: { ...fields.proposal, title: typed } }).opening[0]).toContain(`《${typed}》`);
  });

  it('should come out of a heading as typed', () => {
    const section = { ...fields.sections[0]!, suggestion: { title: typed } };
    expect(compose({ sections: [section] }).sections[0]?.heading).toBe(`关于“${typed}”的建议`);
  });

  it('should be refused with its place when it has a control character', () => {
    const fault = faultOf(() => compose({ prose: ['一\u0007二'] }));
    expect(fault).toMatchObject({
      code: 'letter.control-character',
      params: { place: 'prose[1]', code: 'U+0007' },
    });
  });
});

describe('faults of a template', () => {
  it.each([
    ['a field that does not exist', '第一行\n{{proposal.numbr}}', 2, '没有名为“numbr”的字段'],
    ['a helper that does not exist', '{{upper title}}', 1, '没有名为“upper”的写法'],
    ['an expression that is not closed', '甲\n乙\n{{title', 3, '写法不完整'],
    ['a block that is not closed', '{{#if coHandlers}}甲', 1, '写法不完整'],
    ['a piece that does not exist', '{{> nothing}}', 1, '没有名为“nothing”的片段'],
    ['the prototype of an object', '{{issuer.constructor}}', 1, '没有名为“constructor”的字段'],
  ])('should name piece, line and cause for %s', (_, opening, line, detail) => {
    const fault = faultOf(() => compose({}, { opening }));
    expect(fault.code).toBe('letter.template');
    expect(fault.params).toMatchObject({ template: 'reply/opening', line });
    expect(fault.message).toContain(detail);
  });

  it('should name the piece of a verdict too', () => {
    expect(faultOf(() => compose({}, { 'verdict-partly': '{{nobody}}' })).params['template']).toBe(
      'reply/verdict-partly',
    );
  });
});

describe('the letters composed again from their rows', () => {
  const again = (text: string, pronoun: string): [string, string] => {
    const model = importLetter(text);
    const letter = lettersRows(model, pronoun);
    return [squeeze(renderText(composeLetter(letter.fields, letter.wording))), squeeze(renderText(model))];
  };

  it.each([
    ['000', '你们'],
    ['002', '贵会'],
  ] as const)('should give every character of twin %s', (number, pronoun) => {
    const [composed, source] = again(twinText(number), pronoun);
    expect(composed).toBe(source);
  });

  itWithSeed('000', 'should give every character of the real letter 000', (text) => {
    const [composed, source] = again(text, '你们');
    expect(composed).toBe(source);
  });

  itWithSeed('002', 'should give every character of the real letter 002', (text) => {
    const [composed, source] = again(text, '贵委');
    expect(composed).toBe(source);
  });

  it('should change the opening and the copy-to list and nothing else when two co-handlers change places', () => {
    const { fields: rows, wording } = lettersRows(importLetter(twinText('000')), '你们');
    const [first, second, ...others] = rows.coHandlers!;
    const before = composeLetter(rows, wording);
    const after = composeLetter({ ...rows, coHandlers: [second!, first!, ...others] }, wording);
    const changed = (Object.keys(before) as (keyof typeof before)[]).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    );
    expect(changed).toEqual(['coHandlers', 'opening', 'copyTo']);
  });
});
