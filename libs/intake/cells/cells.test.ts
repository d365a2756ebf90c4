import fc from 'fast-check';
import { serialDate } from '../table/serial';
import { parseDay } from './dates';
import { parseProposers } from './proposers';
import { splitSuggestions, suggestionOf, suggestionsOf } from './suggestions';
import { splitNames, splitRoles, unitFinder } from './units';
import { bareNumber, parseKind, parseSession, parseYes } from './words';
import { units } from '../testing/facts';

describe('a day', () => {
  it.each([
    '2026-03-01',
    '2026/3/1',
    '2026.3.1',
    '2026年3月1日',
    '2026年03月01日',
    '20260301',
    '２０２６－０３－０１',
    '2026-03-01 09:30',
    '2026-03-01T00:00:00Z',
    '二〇二六年三月一日',
    '二○二六年三月一日',
    '46082',
    '46082.75',
  ])('should be read from %s', (text) => {
    expect(parseDay(text)).toBe('2026-03-01');
  });

  it.each([
    '',
    '三月',
    '2026-02-30',
    '2026年2月30日',
    '20261301',
    '3月1日',
    '135001',
    '2026',
    '19',
    '二〇二六年十三月一日',
    '=A1',
  ])('should be none: %s', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('should count from 1904 where the file does', () => {
    expect(parseDay('44620', true)).toBe('2026-03-01');
  });

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [0, null],
    [Number.NaN, null],
  ])('should be what a spreadsheet means by %s', (serial, day) => {
    expect(serialDate(serial, false)).toBe(day);
  });
});

describe('the units in a cell', () => {
  const finder = unitFinder(units);

  it.each([
    ['市财政局、市商务局', ['市财政局', '市商务局']],
    ['市财政局，市商务局；市工信局', ['市财政局', '市商务局', '市工信局']],
    ['市财政局\n市商务局 市工信局', ['市财政局', '市商务局', '市工信局']],
    ['1.市财政局 2.市商务局', ['市财政局', '市商务局']],
    ['市财政局（主办）、市商务局(会办)', ['市财政局', '市商务局']],
    ['主办：市财政局', ['市财政局']],
    ['无', []],
    ['市发展和改革局', ['市发展和改革局']],
  ])('should be split: %j', (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });

  it('should be told apart by their roles', () => {
    expect(splitRoles('主办：市工信局；会办：市财政局、市商务局')).toEqual({
      lead: ['市工信局'],
      co: ['市财政局', '市商务局'],
    });
  });

  it.each(['中山市工业和信息化局', '市工业和信息化局', '市工信局', '工信局', '中山市工信局', '市 工信局'])(
    'should be recognised as %s',
    (name) => {
      expect(finder.find(name)?.id).toBe('gongxin');
    },
  );

  it.each([
    ['市人力社保局', 'renshe'],
    ['市财证局', 'caizheng'],
    ['工业信息化局', 'gongxin'],
  ])('should be suggested where %s is not known', (name, id) => {
    expect([finder.find(name), finder.nearest(name)[0]?.id]).toEqual([null, id]);
  });

  it('should be none where two go by what is left of a name', () => {
    const two = unitFinder([
      { id: 'a', name: '中山市气象局', shortName: '市气象局', aliases: [] },
      { id: 'b', name: '佛山市气象局', shortName: '佛山市气象局', aliases: [] },
    ]);
    expect(two.find('气象局')).toBeNull();
  });

  it('should be found or refused for any text, quickly', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) =>
        splitNames(text).every((name) => finder.nearest(name).length <= 3),
      ),
    );
  });
});

describe('the proposers in a cell', () => {
  it('should tell the first-named from who joined and who seconded', () => {
    const roles = parseProposers('甲、乙', '丙、乙').proposers.map(({ name, role }) => `${name} ${role}`);
    expect(roles).toEqual(['甲 first', '乙 joint', '丙 seconder']);
  });

  const kinds = (first: string, joint?: string) =>
    parseProposers(first, joint).proposers.map(({ kind, name }) => `${kind} ${name}`);

  it.each([
    ['何委员', ['member 何委员']],
    ['张三', ['member 张三']],
    ['张三委员', ['member 张三']],
    ['张 三、李四', ['member 张三', 'member 李四']],
    ['张三、李四；王五 赵六', ['member 张三', 'member 李四', 'member 王五', 'member 赵六']],
    ['阿不都·热合曼', ['member 阿不都·热合曼']],
    ['民盟中山市委会', ['organisation 民盟中山市委会']],
    ['市工商联', ['organisation 市工商联']],
    ['九三学社中山市委员会、张三', ['organisation 九三学社中山市委员会', 'member 张三']],
    ['医药卫生界', ['sector 医药卫生界']],
    ['经济界别', ['sector 经济界别']],
    ['张三（民盟）', ['member 张三']],
  ])('should be recognised: %s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('should be joined by those who second them, each once', () => {
    expect(kinds('张三', '李四、张三、王五')).toEqual(['member 张三', 'member 李四', 'member 王五']);
  });

  it.each([
    ['张三等12名委员', 11],
    ['张三、李四等', 1],
    ['张三', 0],
  ])('should be told to be more where it says so: %s', (text, unnamed) => {
    expect(parseProposers(text).unnamed).toBe(unnamed);
  });

  it('should count those who are named beside', () => {
    expect(parseProposers('张三等3人', '李四、王五').unnamed).toBe(0);
  });

  it('should have the telephone of the first', () => {
    expect(parseProposers('张三、李四', '', '88880001').proposers.map(({ contact }) => contact)).toEqual([
      '88880001',
      null,
    ]);
  });
});

describe('the suggestions of a text', () => {
  const titles = (text: string) => suggestionsOf(text, '关于修桥的提案').map(({ title }) => title);

  it.each([
    ['Chinese numerals', '一、摸清底数。\n二、建立台账。'],
    ['Chinese numerals in brackets', '（一）摸清底数。\n（二）建立台账。'],
    ['figures', '1.摸清底数。\n2.建立台账。'],
    ['figures in brackets', '(1)摸清底数。\n(2)建立台账。'],
    ['figures on one line', '1.摸清底数；2.建立台账。'],
    ['一是', '一是摸清底数。二是建立台账。'],
    ['a heading before', '一、问题\n桥旧了。\n二、建议\n（一）摸清底数。\n（二）建立台账。'],
    ['words before', '1.桥旧。2.路窄。\n为此，我们建议：\n1.摸清底数。\n2.建立台账。'],
    ['a heading after', '一、问题\n二、建议\n1.摸清底数。\n2.建立台账。\n三、结语\n谢谢。'],
    ['a heading of its own', '现状不好。\n建议：\n一、摸清底数\n二、建立台账'],
  ])('should be found by %s', (_, text) => {
    expect(titles(text).map((title) => title.slice(0, 4))).toEqual(['摸清底数', '建立台账']);
  });

  it('should keep marks of a lower rank inside', () => {
    expect(suggestionsOf('一、摸底。\n1.厂区。\n2.园区。\n二、建账。', '')).toEqual([
      { title: '摸底', body: '1.厂区。\n2.园区。' },
      { title: '建账', body: '' },
    ]);
  });

  it('should be one, called by the title, where none is marked', () => {
    expect(suggestionsOf('桥旧了，请修。', '关于修桥的提案')).toEqual([
      { title: '修桥', body: '桥旧了，请修。' },
    ]);
  });

  it('should not be found where only one is marked, or the count is broken', () => {
    expect(titles('1.修桥。\n3.铺路。')).toEqual(['修桥']);
  });

  it('should keep a long first sentence whole in the body', () => {
    const long = '字'.repeat(90);
    const { title, body } = suggestionOf(`一、${long}。再说。`);
    expect([title.length, body]).toEqual([60, `${long}。再说。`]);
  });

  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '一、',
          '二、',
          '（一）',
          '（二）',
          '1.',
          '2.',
          '3.',
          '一是',
          '建议：',
          '\n',
          '。',
          '二、建议\n',
          '三、',
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('should, taken together, be the text to the last character', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { before, pieces, after } = splitSuggestions(whole);
        return before + pieces.join('') + after === whole;
      }),
    );
  });

  it('should have a title each that fits its field', () => {
    fc.assert(
      fc.property(text, (whole) => suggestionsOf(whole, '标题').every(({ title }) => title.length <= 200)),
    );
  });
});

describe('single words', () => {
  it.each([
    ['大会提案', 'plenary'],
    ['全会期间', 'plenary'],
    ['平时提案', 'regular'],
    ['闭会期间', 'regular'],
    ['人大代表建议', 'npc_suggestion'],
    ['议案', 'npc_bill'],
    ['教科卫体', null],
  ])('should tell the kind of %s', (text, kind) => {
    expect(parseKind(text)).toBe(kind);
  });

  it.each(['十三届五次会议', '13届5次', '政协中山市第十三届委员会第五次会议', '第十三届第五次'])(
    'should tell the session of %s',
    (text) => {
      expect(parseSession(text)).toEqual({ term: 13, meeting: 5 });
    },
  );

  it.each(['十三届', '零届零次', '13届99次', '会议'])('should tell no session of %s', (text) => {
    expect(parseSession(text)).toBeNull();
  });

  it.each([
    ['是', true],
    ['√', true],
    ['重点提案', true],
    ['Y', true],
    ['否', false],
    ['不同意', false],
    ['×', false],
    ['', null],
    ['大概', undefined],
  ])('should tell yes or no of %j', (text, answer) => {
    expect(parseYes(text)).toBe(answer);
  });

  it.each([
    ['第135001号', '135001'],
    ['提案第135001号', '135001'],
    ['１３５００１', '135001'],
    ['085', '085'],
    ['A-7', 'A-7'],
  ])('should take the number out of %s', (text, number) => {
    expect(bareNumber(text)).toBe(number);
  });
});
