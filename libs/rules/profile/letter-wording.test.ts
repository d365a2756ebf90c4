import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { composeLetter, letterKinds } from '@fuhan/letter-engine';
import { kindFields, proposalKinds } from '../../../test/fixtures/letters/kind-fields';
import { parseProfile } from './profile';
import { copyRecipients, letterWording } from './wording';

const directory = join(__dirname, '../../../seeds/places/zhongshan');
const texts: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
);
const shipped = parseProfile(texts);
const yaml = texts['wording.yaml'] ?? '';
/** The shipped profile with one passage of its wording replaced. */
const worded = (from: string | RegExp, to: string) => {
  const after = yaml.replace(from, to);
  if (after === yaml) throw new Error('nothing to replace');
  return { ...texts, 'wording.yaml': after };
};
const letters = (lines: string) => worded(/^letters:\n[^]*?(?=^#)/m, `letters:\n${lines}\n`);
const sample = kindFields('plenary');

describe('a place’s wording of the other letters', () => {
  it('should replace a piece of one kind', () => {
    const profile = parseProfile(letters("  chase: { closing: '请速办理。' }"));
    expect(composeLetter(sample.chase, letterWording(profile)).closing).toBe('请速办理。');
  });

  it('should leave the other kinds as they are', () => {
    const profile = parseProfile(letters("  chase: { closing: '请速办理。' }"));
    expect(composeLetter(sample.extension, letterWording(profile)).closing).toBe('妥否，请函复。');
  });

  it('should replace a shared piece for one kind alone', () => {
    const profile = parseProfile(letters("  opinion: { signature: '{{short issuer}}' }"));
    const signatures = [sample.opinion, sample.chase].map(
      (fields) => composeLetter(fields, letterWording(profile)).signature[0],
    );
    expect(signatures).toEqual(['市财政局', '云陵市政协提案委员会']);
  });

  it('should replace a single word', () => {
    const profile = parseProfile(
      worded('npc_suggestion: { office: 市人大常委会选联工委', 'npc_suggestion: { office: 市人大代表工委'),
    );
    const letter = composeLetter(kindFields('npc_suggestion').handOver, letterWording(profile));
    expect(JSON.stringify(letter.sections)).toContain('并抄送市人大代表工委');
  });

  it('should print the copies each office gets where it says so', () => {
    const profile = parseProfile(
      worded("copyTo: '{{list fixedRecipients}}", "copyTo: '{{list fixedRecipients copies=true}}"),
    );
    const fields = {
      ...sample.reply,
      fixedRecipients: [{ name: '市政协提案委', copies: 1 }],
      coHandlers: [],
    };
    expect(composeLetter(fields, letterWording(profile)).copyTo).toEqual(['市政协提案委（1份）']);
  });

  it.each(letterKinds.flatMap((kind) => proposalKinds.map((proposal) => [kind, proposal] as const)))(
    'should compose every letter of the shipped place: %s about a %s',
    (kind, proposal) => {
      expect(composeLetter(kindFields(proposal)[kind], letterWording(shipped)).kind).toBe(kind);
    },
  );
});

describe('who gets a copy', () => {
  it('should be the fixed recipients of the place', () => {
    expect(copyRecipients(shipped, 'plenary')).toEqual([{ name: '市政协提案委' }, { name: '市政府办公室' }]);
  });

  it('should be the 人大 office when a 代表 proposed', () => {
    expect(copyRecipients(shipped, 'npc_suggestion')[0]).toEqual({ name: '市人大常委会选联工委' });
  });

  it('should be the fixed recipients for a kind that is a word every object knows', () => {
    expect(copyRecipients(shipped, 'toString')).toHaveLength(2);
  });
});

describe('a slip in a place’s wording', () => {
  const cases: [string, () => Record<string, string>, string][] = [
    ['a kind of letter that does not exist', () => letters('  note: { title: 甲 } # HERE'), '不认识“note”'],
    ['a piece the kind does not have', () => letters('  chase: { titel: 甲 } # HERE'), '不认识“titel”'],
    [
      'a piece without words',
      () => letters("  chase: { title: '' } # HERE"),
      '“letters.chase.title”不能为空',
    ],
    [
      'a field no letter has',
      () => letters("  chase: { title: '{{isuer.name}}' } # HERE"),
      '没有名为“isuer”的字段',
    ],
    ['a bracket left open', () => letters("  chase: { title: '{{issuer' } # HERE"), '“{{ }}”的写法不完整'],
    [
      'a helper nobody has',
      () => letters("  chase: { title: '{{upper date}}' } # HERE"),
      '没有名为“upper”的写法',
    ],
    ['another piece', () => letters("  chase: { title: '{{> opening}}' } # HERE"), '没有名为“opening”的片段'],
    [
      'a slip in the reply’s own pieces',
      () => worded(/^copyTo:.*$/m, "copyTo: '{{list copies}' # HERE"),
      '写法不完整',
    ],
    [
      'a slip in a variant',
      () => worded('plain: 专此答复。', "plain: '{{pronun}}' # HERE"),
      '没有名为“pronun”的字段',
    ],
    [
      'a word that does not exist',
      () => worded(/npc_bill: \{ office.*$/m, 'npc_bill: { offices: 某办 } # HERE'),
      '不认识“offices”',
    ],
    [
      'copies less than one',
      () => worded(/npc_bill: \[.*$/m, 'npc_bill: [{ name: 甲, copies: 0 }] # HERE'),
      '不能小于 1',
    ],
  ];

  it.each(cases)('should be named with file and line: %s', (_, files, detail) => {
    const edited = files();
    const at = (edited['wording.yaml'] ?? '').split('\n').findIndex((line) => line.includes('# HERE')) + 1;
    let fault: unknown;
    try {
      parseProfile(edited);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(FuhanError);
    expect((fault as FuhanError).params).toMatchObject({
      file: 'wording.yaml',
      line: at,
      detail: expect.stringContaining(detail) as string,
    });
  });
});
