import Handlebars from 'handlebars';
import { blocksToTags } from './block-tags';
import { knownHelpers, letterHelpers } from './helpers';
import { readTagged } from './tagged-text';

const hbs = Handlebars.create();
for (const [name, helper] of Object.entries(letterHelpers)) hbs.registerHelper(name, helper);
const print = (template: string, data: object): string => hbs.compile(template, { noEscape: true })(data);

describe('helpers of the wording', () => {
  const units = [{ name: '甲局' }, { name: '乙局' }, { name: '丙局' }];

  it.each([
    ['{{list units}}', '甲局、乙局、丙局'],
    ['{{list units last="和"}}', '甲局、乙局和丙局'],
    ['{{list words}}', '一、二'],
    ['{{list nothing}}', ''],
    ['{{phones contacts}}', '123、456'],
    ['{{date day}}', '2026年9月3日'],
    ['{{date nothing}}', ''],
    ['{{numeral 21}}', '二十一'],
    ['{{digits number}}', '20269'],
    ['{{#if (is kind "member")}}是{{else}}否{{/if}}', '是'],
    ['{{#if (many units)}}多{{else}}一{{/if}}', '多'],
    ['{{#if (many words1)}}多{{else}}一{{/if}}', '一'],
    ['{{named "verdict" kind}}', 'verdict-member'],
    ['{{list copied copies=true}}', '甲委（1份）、乙办'],
    ['{{list copied}}', '甲委、乙办'],
    ['{{longDate day}}', '二〇二六年九月三日'],
    ['{{longDate last}}', '二〇三〇年十二月三十一日'],
    ['{{longDate nothing}}', ''],
    ['{{by day}}', '2026年9月3日前'],
    ['{{by nothing}}', ''],
    ['{{#each words}}{{ordinal @index}}{{/each}}', '12'],
    ['{{#if (over 2 1)}}是{{else}}否{{/if}}', '是'],
    ['{{#if (over 1 1)}}是{{else}}否{{/if}}', '否'],
    ['{{short unit}}', '市甲局'],
    ['{{short plain}}', '云陵市乙局'],
    ['{{call unit "贵"}}', '贵局'],
    ['{{call one "我"}}', '我局'],
    ['{{call units "你"}}', '你们'],
    ['{{call units "贵" many="各单位"}}', '各单位'],
    ['{{people persons "代表"}}', '甲、乙代表'],
    ['{{people persons "代表" most=1}}', '甲等2名代表'],
    ['{{list (withRole handlers "co") last="和"}}', '乙局和丙局'],
    ['{{#if (withRole handlers "sole")}}有{{else}}无{{/if}}', '无'],
    ['{{sentence "完成"}}', '完成。'],
    ['{{sentence "完成。"}}', '完成。'],
    ['{{sentence "“完成。”"}}', '“完成。”'],
    ['{{sentence nothing}}', ''],
  ])('should print %s as %s', (template, printed) => {
    const contacts = [{ phone: '123' }, { phone: '456' }, { phone: '123' }, { phone: null }];
    const data = {
      units,
      words: ['一', '二'],
      words1: ['一'],
      copied: [
        { name: '甲委', copies: 1 },
        { name: '乙办', copies: null },
      ],
      last: '2030-12-31',
      unit: { name: '云陵市甲局', shortName: '市甲局' },
      plain: { name: '云陵市乙局', shortName: null },
      one: [{ name: '市甲局' }],
      persons: [
        { name: '甲', kind: 'member' },
        { name: '乙', kind: 'member' },
      ],
      handlers: [
        { name: '甲局', role: 'lead' },
        { name: '乙局', role: 'co' },
        { name: '丙局', role: 'co' },
      ],
      contacts,
      day: '2026-09-03',
      number: '某函〔2026〕9号',
      kind: 'member',
    };
    expect(print(template, data)).toBe(printed);
  });

  it('should refuse to count what is no number', () => {
    expect(() => print('{{numeral word}}', { word: '甲' })).toThrow('“甲”写不成中文数字');
  });

  it('should all be known to the strict mode', () => {
    expect(Object.keys(knownHelpers).sort()).toEqual(Object.keys(letterHelpers).sort());
  });

  it('should refuse blocks of another shape', () => {
    expect(() => print('{{blocks this}}', { blocks: [{ type: 'picture' }] })).toThrow();
  });
});

describe('blocks as tags', () => {
  const texts = ['甲 < 乙 & "丙"', "<p>'`=</p>", '{{name}}', '一\n二'];

  it.each(texts)('should bring %j back through the reader', (text) => {
    const tags = blocksToTags([{ type: 'paragraph', text }]);
    expect(readTagged(`<section>${tags}</section>`).children[0]?.text).toBe(text);
  });

  it.each(texts)('should bring %j back out of the cell of a table', (text) => {
    const tags = blocksToTags([{ type: 'table', header: [text], rows: [['乙']] }]);
    expect(readTagged(tags).children[0]?.children[0]?.text).toBe(text);
  });

  it('should carry the level of a heading', () => {
    expect(readTagged(blocksToTags([{ type: 'heading', level: 3, text: '1.甲' }])).attributes['level']).toBe(
      '3',
    );
  });
});
