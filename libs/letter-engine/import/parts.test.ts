import { plainLines } from '../source/raw-line';
import { coHandlersOf } from './co-handlers';
import { parseContacts } from './contacts';
import { parseDateLine } from './dates';
import { takeMarks } from './head';
import { headingLevel, quotedSuggestion } from './headings';
import { importLetter } from './import-letter';
import { sourceLines } from './lines';
import { proposalTitle } from './opening';
import { Reading } from './reading';
import { rejoin } from './rejoin';

const linesOf = (text: string) => sourceLines(plainLines(text)).lines;

describe('a date line', () => {
  it.each([
    ['2026 年 9 月 3 日', '2026-09-03'],
    ['2026年09月03日', '2026-09-03'],
    ['2026-9-3', '2026-09-03'],
    ['2026.9.3', '2026-09-03'],
    ['二〇二六年九月三日', '2026-09-03'],
    ['二○二六年十二月三十一日', '2026-12-31'],
    ['20260903', '2026-09-03'],
    ['2026619', '2026-06-19'],
    ['202631', '2026-03-01'],
  ])('should read %s', (line, date) => {
    expect(parseDateLine(line)).toBe(date);
  });

  it.each(['2026年2月30日', '2026111', '20261340', '2026年9月', '第2026号', '138899912345'])(
    'should read no day in %s',
    (line) => {
      expect(parseDateLine(line)).toBeNull();
    },
  );
});

describe('contacts', () => {
  it.each([
    ['联系人及电话：舒砚，0899-5550123', [{ name: '舒砚', phone: '0899-5550123' }]],
    [
      '联系人：乔知远、邵珅，联系电话：5550178',
      [
        { name: '乔知远', phone: '5550178' },
        { name: '邵珅', phone: '5550178' },
      ],
    ],
    ['联系人:甲某  13800000000', [{ name: '甲某', phone: '13800000000' }]],
    ['联系人：欧阳某，电话：0899-5550123转8001', [{ name: '欧阳某', phone: '0899-5550123转8001' }]],
    ['承办人及联系电话:李某某 139-0000-0000', [{ name: '李某某', phone: '139-0000-0000' }]],
    [
      '联系人：甲某，0899-1111111；乙某，0899-2222222',
      [
        { name: '甲某', phone: '0899-1111111' },
        { name: '乙某', phone: '0899-2222222' },
      ],
    ],
  ])('should be read from %s', (text, contacts) => {
    expect(parseContacts(text)).toEqual(contacts);
  });
});

describe('marks on a line', () => {
  const taken = (line: string) => {
    const reading = new Reading();
    const rest = takeMarks(reading, linesOf(line)[0]!);
    const { model } = reading;
    return {
      rest,
      class: model.class,
      number: model.documentNumber,
      publication: model.publication,
      signedBy: model.signedBy,
    };
  };
  const nothing = { rest: '', class: null, number: null, publication: null, signedBy: null };

  it.each([
    ['(A类)', { class: 'A' }],
    ['（Ｂ类）', { class: 'B' }],
    ['类 别:B', { class: 'B' }],
    ['办理结果类别：C', { class: 'C' }],
    ['某教字〔2018〕27号C类', { class: 'C', number: '某教字〔2018〕27号' }],
    ['某交字〔2020〕19号 B类', { class: 'B', number: '某交字〔2020〕19号' }],
    ['某函【2019】31号', { number: '某函【2019】31号' }],
    ['同意公开', { publication: '同意公开' }],
    ['予以公开  C', { class: 'C', publication: '予以公开' }],
    ['签发人:马 某', { signedBy: '马某' }],
  ])('should be taken off %s', (line, found) => {
    expect(taken(line)).toEqual({ ...nothing, ...found });
  });

  it('should leave a title alone that quotes a number', () => {
    expect(taken('关于贯彻某发〔2020〕1号文件的答复').rest).toBe('关于贯彻某发〔2020〕1号文件的答复');
  });
});

describe('addressees', () => {
  it.each([
    ['民盟某市委会：', ['民盟某市委会']],
    ['甲、乙、丙委员：', ['甲、乙、丙委员']],
    ['甲委员、乙委员：', ['甲委员、乙委员']],
    ['甲委员：\n乙委员：', ['甲委员', '乙委员']],
    ['张甲、李乙、\n王丙委员：', ['张甲、李乙、王丙委员']],
    ['尊敬的甲委员:', ['甲委员']],
    ['民建某市委会、市工商联：', ['民建某市委会、市工商联']],
    ['张甲委员：您好！', ['张甲委员']],
    ['张甲等5名委员：', ['张甲等5名委员']],
    ['张甲委员（农工党）：', ['张甲委员（农工党）']],
    ['李乙、王丙委员', ['李乙、王丙委员']],
    ['赵丁：', ['赵丁']],
  ])('should be read from %s', (lines, addressees) => {
    const text = `关于第1号提案的答复\n${lines}\n您提出的《关于甲的提案》收悉。现答复如下：\n办结。`;
    expect(importLetter(text).addressees).toEqual(addressees);
  });
});

describe('the opening', () => {
  it.each([
    ['您提出的《关于甲的提案》收悉。', '关于甲的提案'],
    ['您提出的关于《关于甲的提案》收悉。', '关于甲的提案'],
    ['您提出的《关于落实〈某办法〉的提案》收悉。', '关于落实〈某办法〉的提案'],
    ['您提出的《关于学习《某法》的提案》收悉。', '关于学习《某法》的提案'],
    ['您提出的“关于甲的提案”（第10号）收悉', '关于甲的提案'],
    ['您提出的关于加快某路维修的提案,已交我们办理', '关于加快某路维修的提案'],
    ['现将您提出的关于加快某路维修的提案办理情况答复如下', '关于加快某路维修的提案'],
  ])('should give the proposal title of %s', (opening, title) => {
    expect(proposalTitle(opening)).toBe(title);
  });

  it.each([
    ['收悉，经综合市甲局、市乙委、市丙局意见，现答复如下', ['市甲局', '市乙委', '市丙局']],
    ['收悉，经综合市甲局和市乙委意见，现答复如下', ['市甲局', '市乙委']],
    ['经与区甲局、区乙委共同研究办理,现答复如下', ['区甲局', '区乙委']],
    ['会同市甲局、市乙局研究，现答复如下', ['市甲局', '市乙局']],
    ['经综合会办单位意见，现答复如下', []],
    ['现答复如下', []],
  ])('should give the co-handlers of %s', (opening, names) => {
    expect(coHandlersOf(opening)).toEqual(names);
  });
});

describe('headings', () => {
  it.each([
    ['一、概况', 1],
    ['二、关于“推进合作。”的建议', 1],
    ['三、关于“开设“馆校协同”实践课的。”的建议', 1],
    ['（一）实施招商', 2],
    ['1.做法', 3],
  ])('should be seen in %s', (text, level) => {
    expect(headingLevel(text)).toBe(level);
  });

  it.each(['一、甲是乙。丙是丁。', '1.安排资金454万元;', '一是推进', '（一）甲是乙，丙是丁。', '（一）'])(
    'should not be seen in %s',
    (text) => {
      expect(headingLevel(text)).toBeNull();
    },
  );

  it('should quote the suggestion with the marks inside it', () => {
    expect(quotedSuggestion('关于“开设“馆校协同”课的。”的建议')).toBe('开设“馆校协同”课的。');
  });
});

describe('paragraphs torn by a page', () => {
  const joined = (text: string) => rejoin(linesOf(text)).map((line) => line.text);

  it('should be joined when a line ends no sentence', () => {
    expect(joined('本市于2018年\n\n与某所共建。')).toEqual(['本市于2018年与某所共建。']);
  });

  it('should be joined across a comma', () => {
    expect(joined('提供CRO、\n\nCDMO服务。')).toEqual(['提供CRO、CDMO服务。']);
  });

  it('should be left apart after a whole sentence', () => {
    expect(joined('第一段。\n\n第二段。')).toHaveLength(2);
  });

  it('should be left apart after a heading', () => {
    expect(joined('（一）概况\n\n本市有山。')).toHaveLength(2);
  });

  it('should be left apart before a heading', () => {
    expect(joined('没有句号的段落\n\n二、保障')).toHaveLength(2);
  });
});

describe('furniture of web pages', () => {
  it.each([
    '来源:县政府办 2018-07-04 16:49',
    '信息来源：某局  发布日期：2019年6月28日',
    '索引号 : 4212/2022 文 号 :',
    '发布时间:2024-07-04',
    '【打印】【关闭窗口】',
  ])('should be dropped: %s', (line) => {
    expect(linesOf(`${line}\n正文。`).map(({ text }) => text)).toEqual(['正文。']);
  });
});
