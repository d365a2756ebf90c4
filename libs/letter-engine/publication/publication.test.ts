import fc from 'fast-check';
import { FuhanError } from '@fuhan/kernel';
import type { LetterModel } from '../model/model';
import { renderText } from '../render/text';
import { letter, withBlocks } from '../redline/testing/edits';
import { maskedPhone, phonesIn } from './phone-marks';
import { publicationCopy } from './publication-copy';

const phones = [
  '13800138000',
  '138 0013 8000',
  '138-0013-8000',
  '138－0013－8000',
  '１３８００１３８０００',
  '+8613800138000',
  '+86 138 0013 8000',
  '+86-138-0013-8000',
  '8613800138000'.replace('86', '86-'),
  '008613800138000',
  '139 00138000',
  '1390013 8000',
  '199-00138000',
  '15000138000',
  '17700138000',
  '0999-5550178',
  '0999 5550178',
  '09995550178',
  '（0999）5550178',
  '(0999)5550178',
  '(0999) 5550178',
  '0999—5550178',
  '0999－5550178',
  '0999–5550178',
  '０９９９－５５５０１７８',
  '010-55501780',
  '01055501780',
  '021 5550 1780',
  '0999-555 0178',
  '0999-555-0178',
  '0999-5550178-801',
  '0999-5550178转801',
  '0999-5550178 转 801',
  '0999-5550178分机801',
  '0999-5550178#801',
  '+86-999-5550178',
  '+86 0999 5550178',
  '400-555-0178',
  '400 555 0178',
  '800-555-0178',
  '0999--5550178',
];
const said = [
  '电话：5550178',
  '联系电话:55501780',
  '热线5550178',
  '传真 5550178',
  '请致电555-0178',
  '电话为5550178转8',
  '手机号码：13800138000',
  'Tel: 5550178',
  '座机（5550178）',
  '电话：5550178、5550179',
];
const others = [
  '2026年3月2日',
  '20260302',
  '2026-03-02',
  '云交函〔2026〕5550178号',
  '第085031号',
  '第5550178号',
  '5550178元',
  '13800138000元',
  '投入1380013.80万元',
  '55501780人次',
  '第13800138000号',
  '640 万元',
  '12345',
  '110',
  '12345热线',
  '96.5%',
  '8001380平方米',
  '5550178',
  '55501780',
  '2021-2025年',
  '2023至2026年',
  '第十四届四次会议',
  '3.1415926',
  '1,380,013,800',
  '￥13800138000',
  '1380013800',
  '138001380000',
  'GB/T 9704-2012',
  'ISBN 9787300000000',
  '1—40页',
  '国发〔2020〕12号',
  '法释〔2021〕1号',
  '主席令第七十五号',
  '100000户',
  '2300000册',
  '36.5万人次',
  'K12+380',
  'G1012高速',
  '邮编528400',
  '123456789012',
  '0.9995550178',
  '1:5550178',
  '第3、5、7条',
  '91440000MA00000000',
];

const copyOf = (text: string): string =>
  publicationCopy(withBlocks([{ type: 'paragraph', text }]), { consent: 'yes' })
    .model.sections[0]!.blocks.map((b) => (b.type === 'paragraph' ? b.text : ''))
    .join('');

describe('telephones in a publication copy', () => {
  it.each(phones)('should be masked: %s', (phone) => {
    expect(copyOf(`有意者请找我局，${phone}，谢谢。`)).toMatch(
      /^有意者请找我局，\d{0,4}-?\*{3,8}\d{2,4}，谢谢。$/,
    );
  });

  it.each(said)('should be masked where the words call them so: %s', (text) => {
    expect(copyOf(`${text}。`)).not.toMatch(/\d{5}|\d-\d{4}/);
  });

  it.each(others)('should not be seen in %s', (text) => {
    expect(copyOf(`共有${text}。`)).toBe(`共有${text}。`);
  });

  it.each([
    ['13800138000', '138****8000'],
    ['+86 138 0013 8000', '138****8000'],
    ['0999-5550178', '0999-*****78'],
    ['010-55501780', '010-******80'],
    ['5550178', '*****78'],
  ])('should keep of %s only %s', (phone, masked) => {
    expect(maskedPhone(phone)).toBe(masked);
  });

  it('should never leave seven digits, however the number is grouped', () => {
    const gap = fc.constantFrom('', ' ', '-', '－');
    const number = fc.tuple(
      fc.integer({ min: 3, max: 9 }),
      fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }),
      fc.array(gap, { minLength: 2, maxLength: 2 }),
    );
    fc.assert(
      fc.property(number, ([second, rest, [one, two]]) => {
        const digits = `1${second}${rest.join('')}`;
        const text = copyOf(`找我${digits.slice(0, 3)}${one}${digits.slice(3, 7)}${two}${digits.slice(7)}。`);
        expect(text).toBe(`找我${digits.slice(0, 3)}****${digits.slice(7)}。`);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('should be found at their places', () => {
    expect(phonesIn('电话：5550178、5550179')).toEqual([
      { start: 3, end: 10 },
      { start: 11, end: 18 },
    ]);
  });
});

describe('a publication copy', () => {
  const named = letter({
    title: '云陵市交通局关于田𠮷祥委员提案答复的函',
    addressees: ['田𠮷祥委员', '民进云陵市委会'],
    closing: '感谢田𠮷祥委员。',
    contacts: [{ name: '邵珅', phone: '5550178' }],
    unparsed: ['住处不详'],
  });
  const copy = (consent: 'yes' | 'no', model: LetterModel = named) => publicationCopy(model, { consent });

  it('should name the proposer with consent', () => {
    expect(copy('yes').model.title).toBe(named.title);
  });

  it('should name the proposer nowhere without', () => {
    expect(renderText(copy('no').model)).not.toContain('田𠮷祥');
  });

  it('should say 某委员 instead, and name organisations', () => {
    expect(copy('no').model.addressees).toEqual(['某委员', '民进云陵市委会']);
  });

  it('should say 某代表 of a deputy', () => {
    expect(copy('no', letter({ addressees: ['昇堃、玥珅代表'] })).model.addressees).toEqual(['某代表']);
  });

  it('should leave contacts and what was not understood out', () => {
    const { annotation, contacts, unparsed } = copy('yes').model;
    expect({ annotation, contacts, unparsed }).toEqual({ annotation: null, contacts: [], unparsed: [] });
  });

  it('should list for the reviewer where and what, never the words', () => {
    expect(copy('no').masked).toContainEqual({ path: 'closing', kind: 'proposer', length: 6 });
  });

  it.each([
    ['身份证号110101199003071234。', '身份证号（身份证号码略）。'],
    ['邮箱a.b@example.cn。', '邮箱（邮箱略）。'],
    ['家庭住址：东区一路2号301房。', '家庭住址：（略）。'],
  ])('should mask %s', (text, masked) => {
    expect(copyOf(text)).toBe(masked);
  });

  it('should keep emphasis on the same words', () => {
    const model = withBlocks([{ type: 'paragraph', text: '电话0999-5550178已开通。', bold: [[14, 17]] }]);
    const [block] = copy('yes', model).model.sections[0]!.blocks;
    expect(block?.type === 'paragraph' && block.bold?.map(([a, b]) => block.text.slice(a, b))).toEqual([
      '已开通',
    ]);
  });

  it('should leave the letter itself as it is', () => {
    const before = JSON.stringify(named);
    copy('no');
    expect(JSON.stringify(named)).toBe(before);
  });

  it.each(['依申请公开', '不予公开', '不宜公开', null])(
    'should be refused when the letter says %s',
    (publication) => {
      expect(() => copy('yes', letter({ publication }))).toThrow(
        expect.objectContaining({ code: 'letter.not-public' }) as FuhanError,
      );
    },
  );
});
