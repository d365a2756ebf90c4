import { FuhanError } from '@fuhan/kernel';
import { renderText } from '../render/text';
import { composeLetter } from './compose';
import type { ReplyFields, VerdictCode } from './fields';
import { type LetterWording, wordingNames } from './pieces';

const fields: ReplyFields = {
  issuer: { name: '云陵市交通局' },
  documentNumber: '云交函〔2026〕9号',
  outcomeClass: 'A',
  printClass: true,
  proposal: { number: '085001', title: '关于修桥的建议', kind: 'conference' },
  session: { term: 8, meeting: 5, text: '八届五次会议', committee: '市政协' },
  proposers: [{ name: '甲某某', kind: 'member' }],
  coHandlers: [{ name: '市财政局' }],
  fixedRecipients: [{ name: '市政协提案委' }],
  sections: (['adopted', 'partly', 'not_now', 'not_ours', 'noted'] as const).map((verdict) => ({
    suggestion: { title: `建议${verdict}` },
    heading: null,
    verdict,
    blocks: [],
  })),
  prose: [],
  contacts: [{ name: '乙某', phone: '0899-1234567' }],
  publication: 'active',
  date: '2026-03-02',
  signers: [],
};
const compose = (change: Partial<ReplyFields> = {}, wording: LetterWording = {}) =>
  composeLetter({ ...fields, ...change }, wording);
const publicationOf = (name: string) =>
  ({ publication: name.slice('publication-'.length) }) as Partial<ReplyFields>;
const changeFor = (name: string): Partial<ReplyFields> =>
  name.startsWith('publication-') ? publicationOf(name) : {};
/** A wording that uses the pronoun, because the pronoun is printed through others alone. */
const around: LetterWording = { closing: '谢谢{{pronoun}}。' };

describe('every piece of wording', () => {
  it.each(wordingNames)('should be the letter’s own when it brings one: %s', (name) => {
    const base = name === 'closing' ? {} : around;
    expect(renderText(compose(changeFor(name), { ...base, [name]: '自己的话' }))).toContain('自己的话');
  });

  it.each(wordingNames)('should be the usual one again in the next letter: %s', (name) => {
    const usual = renderText(compose(changeFor(name)));
    compose(changeFor(name), { [name]: '自己的话' });
    expect(renderText(compose(changeFor(name)))).toBe(usual);
  });

  it.each(wordingNames)('should be named when it cannot be read: %s', (name) => {
    let fault: unknown;
    try {
      compose(changeFor(name), { [name]: '{{nobody}}' });
    } catch (error) {
      fault = error;
    }
    expect(fault instanceof FuhanError && [fault.code, fault.params['template']]).toEqual([
      'letter.template',
      `reply/${name}`,
    ]);
  });

  it.each(wordingNames)('should be words and never a tag of the letter: %s', (name) => {
    const base = name === 'closing' ? {} : around;
    const typed = '</closing><closing>乙';
    expect(renderText(compose(changeFor(name), { ...base, [name]: typed }))).toContain(typed);
  });
});

describe('the verdicts', () => {
  const said = (verdict: VerdictCode): string | null =>
    compose({ sections: [{ suggestion: { title: '一' }, heading: null, verdict, blocks: [] }] }).sections[0]
      ?.verdict ?? null;

  it('should each be said in words of its own', () => {
    const words = (['adopted', 'partly', 'not_now', 'not_ours', 'noted'] as const).map(said);
    expect(new Set(words).size).toBe(5);
  });

  it('should each be a sentence', () => {
    const words = compose().sections.map(({ verdict }) => verdict ?? '');
    expect(words.filter((word) => !/^\p{Script=Han}.*。$/u.test(word))).toEqual([]);
  });

  it('should be left out where none was given', () => {
    const section = { suggestion: { title: '一' }, heading: null, verdict: null, blocks: [] };
    expect(compose({ sections: [section] }).sections[0]?.verdict).toBeNull();
  });
});

describe('those whom the letter answers', () => {
  it.each([
    ['a member', 'member', '甲某某委员', '您'],
    ['members together', 'joint', '甲某某委员', '你们'],
    ['a party', 'organisation', '甲某某', '你们'],
    ['a sector', 'sector', '甲某某', '你们'],
  ] as const)('should be addressed and spoken to as %s', (_, kind, addressee, pronoun) => {
    const model = compose({ proposers: [{ name: '甲某某', kind }] }, around);
    expect([model.addressees, model.closing]).toEqual([[addressee], `谢谢${pronoun}。`]);
  });

  it('should be named in the order in which they signed', () => {
    const proposers = ['丙', '甲', '乙'].map((name) => ({ name, kind: 'member' as const }));
    expect(compose({ proposers }).addressees).toEqual(['丙委员', '甲委员', '乙委员']);
  });

  it('should be spoken to as several when several sectors proposed together', () => {
    const proposers = ['农业界', '科技界'].map((name) => ({ name, kind: 'sector' as const }));
    expect(compose({ proposers }, around).closing).toBe('谢谢你们。');
  });
});

describe('the contacts', () => {
  it('should be one line when there are several', () => {
    const contacts = [
      { name: '乙某', phone: '0899-1' },
      { name: '丙某', phone: '0899-2' },
    ];
    expect(compose({ contacts }).annotation).toBe('联系人及电话：乙某，0899-1；丙某，0899-2');
  });

  it('should do without a number that nobody has given', () => {
    expect(compose({ contacts: [{ name: '乙某', phone: null }] }).annotation).toBe('联系人及电话：乙某');
  });
});

describe('the copies', () => {
  it('should go to the co-handlers alone when the place has no fixed recipients', () => {
    expect(compose({ fixedRecipients: [] }).copyTo).toEqual(['市财政局']);
  });

  it('should go to the fixed recipients alone when one unit handled it', () => {
    expect(compose({ coHandlers: [] }).copyTo).toEqual(['市政协提案委']);
  });

  it('should not be printed when they go to nobody', () => {
    expect(renderText(compose({ coHandlers: [], fixedRecipients: [] }))).not.toContain('抄送');
  });
});

describe('the headings of the sections', () => {
  it('should be counted in words past ten', () => {
    const section = { suggestion: { title: '一' }, heading: null, verdict: null, blocks: [] };
    expect(renderText(compose({ sections: Array<typeof section>(12).fill(section) }))).toContain(
      '十二、关于“一”',
    );
  });

  it('should be words of their own where the drafter chose some', () => {
    const section = { suggestion: { title: '一' }, heading: '总体情况', verdict: null, blocks: [] };
    expect(renderText(compose({ sections: [section] }))).toContain('一、总体情况');
  });
});
