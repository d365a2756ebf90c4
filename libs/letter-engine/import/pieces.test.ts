import { plainLines } from '../source/raw-line';
import { findAddressee, salutation } from './addressee';
import { coHandlersOf } from './co-handlers';
import { dateAtEnd, parseDateLine } from './dates';
import { findFoot, signers } from './foot';
import { isPlainHeading, sectionHeading, VERDICT } from './headings';
import { importLetter } from './import-letter';
import { sourceLines } from './lines';
import { proposalNumber, proposalTitle } from './opening';
import { CLOSING, DOCUMENT_NUMBER, PUBLICATION } from './patterns';
import { splitList } from './tail';
import { findTitle, repeatsTitle } from './title';

const linesOf = (...texts: string[]) => sourceLines(plainLines(texts.join('\n'))).lines;

describe('a title', () => {
  it.each([
    [
      ['关于县政协十届二次会议第20号提案', '办理情况的答复'],
      '关于县政协十届二次会议第20号提案办理情况的答复',
    ],
    [['对市政协第36号提案的', '答 复'], '对市政协第36号提案的答复'],
    [['关于甲第1号提案的答复', '甲乙县局关于甲第1号', '提案的复函'], '甲乙县局关于甲第1号提案的复函'],
    [['市政协八届会议第7号提案', '答复函'], '市政协八届会议第7号提案答复函'],
    [['会办意见'], '会办意见'],
  ])('should be put together from %j', (texts, title) => {
    expect(findTitle(linesOf(...texts))?.text).toBe(title);
  });

  it('should not be seen where no line looks like one', () => {
    expect(findTitle(linesOf('甲乙丙', '丁戊己'))).toBeNull();
  });

  it.each([
    ['关于甲县第1号提案的答复', true],
    ['甲县财政局关于甲县第1号提案', true],
    ['附近居民意见汇总', false],
  ])('should know whether %s repeats it', (line, repeats) => {
    expect(repeatsTitle(line, '甲县财政局关于甲县第1号提案的答复')).toBe(repeats);
  });
});

describe('a salutation', () => {
  it.each([
    '现答复如下：',
    '签发人：',
    '一是：',
    '下一步工作：',
    '附件：',
    '关于加强：',
    '主要措施：',
    '提案人：张三',
  ])('should not be seen in %s', (line) => {
    expect(salutation(line)).toBeNull();
  });

  it('should be parted from the sentence that runs on', () => {
    expect(salutation('甲乙委员：您提出的提案收悉。')).toEqual({
      party: '甲乙委员',
      rest: '您提出的提案收悉。',
    });
  });

  it('should end the head where there is none, at the first sentence', () => {
    const lines = linesOf(
      '关于第1号提案办理情况的答复',
      '您在会议上提出的《关于甲的提案》已收悉，现答复如下：',
    );
    expect(findAddressee(lines)).toMatchObject({ start: 1, end: 1, parties: [] });
  });
});

describe('a number and a publication mark', () => {
  it.each([
    '中工信函〔2025〕122号',
    '平教体字[2018]27号',
    '某教综〔2020〕综12号',
    '某函【2019】第3号',
    '〔2022〕榕建提字第31号',
  ])('should be seen: %s', (text) => {
    expect(DOCUMENT_NUMBER.exec(text)?.[0]).toBe(text);
  });

  it.each([
    ['（此件公开发布）', '此件公开发布'],
    ['此件主动公开', '主动公开'],
    ['(公开)', '公开'],
    ['不予公开。', '不予公开'],
  ])('should be read as printed: %s', (text, words) => {
    expect(PUBLICATION.exec(text)?.[1]).toBe(words);
  });
});

describe('the number of a proposal', () => {
  it.each([
    ['第 0146 号', '0146'],
    ['第00123号（工交邮电类012号）', '00123'],
    ['第18号、第57号提案', '18、57'],
    ['第12、13号提案', '12、13'],
    ['第2-4-095号', '2-4-095'],
    ['第（33）号', '33'],
    ['第１２号', '12'],
    ['（提案编号：20230123）', '20230123'],
    ['（编号:0078）', '0078'],
    ['根据某政发〔2020〕第5号文件，第7号提案', '7'],
  ])('should be read from %s', (text, number) => {
    expect(proposalNumber(text)).toBe(number);
  });
});

describe('the title of a proposal', () => {
  it.each([
    ['您提出的关于“完善停车秩序的建议”的提案收悉', '完善停车秩序的建议'],
    ['您提出的"关于甲的提案"已收悉', '关于甲的提案'],
    ['根据《某办法》规定，您提出的《关于乙的提案》收悉', '关于乙的提案'],
    ['《关于丙的提案》（第0146号）由我局办理', '关于丙的提案'],
    ['您提出的加强丁管护的建议收悉', '加强丁管护的建议'],
  ])('should be read from %s', (text, title) => {
    expect(proposalTitle(text)).toBe(title);
  });
});

describe('co-handlers', () => {
  it.each([
    ['收悉，经商财政部、人力资源社会保障部，现答复如下', ['财政部', '人力资源社会保障部']],
    ['收悉，我局立即会同市甲局、市乙局等部门认真研究，现答复如下', ['市甲局', '市乙局']],
    ['收悉。我局牵头，区财政局、团区委协助办理。', ['区财政局', '团区委']],
    ['收悉，经征求市住房和城乡建设局、市文化和旅游局意见', ['市住房和城乡建设局', '市文化和旅游局']],
    ['收悉，经与市工商局和市公安局沟通，现答复如下', ['市工商局', '市公安局']],
    ['收悉，会办单位：市甲局、市乙委。', ['市甲局', '市乙委']],
    ['收悉。我局与您进行了沟通，现答复如下', []],
    ['收悉。经会同有关单位、各县区研究，现答复如下', []],
    ['收悉，根据市委、市政府部署，我局认真研究，现答复如下', []],
  ])('should be read from %s', (text, names) => {
    expect(coHandlersOf(text)).toEqual(names);
  });
});

describe('days', () => {
  it.each([
    ['2025 9 3', '2025-09-03'],
    ['2025年9 3', '2025-09-03'],
    ['２０２５年９月３日', '2025-09-03'],
    ['二О二三年十月廿五日', '2023-10-25'],
    ['二零二四年三月三十一日', '2024-03-31'],
    ['2023年六月5日', '2023-06-05'],
    ['（2024年1月2日）', '2024-01-02'],
  ])('should be read from %s', (line, day) => {
    expect(parseDateLine(line)).toBe(day);
  });

  it('should be cut off the end of a signature', () => {
    expect(dateAtEnd('某县财政局 2024年7月4日')).toEqual({ before: '某县财政局', date: '2024年7月4日' });
  });

  it('should not be cut off a sentence that names no whole day', () => {
    expect(dateAtEnd('计划完成于2024年7月')).toBeNull();
  });
});

describe('signatures', () => {
  const names = (text: string) => signers(linesOf(text)[0]!, null);

  it.each([
    ['某县财政局', ['某县财政局']],
    ['某县财政局（盖章）', ['某县财政局']],
    ['甲县民政局    甲县财政局', ['甲县民政局', '甲县财政局']],
    ['甲县公安局交通警察支队', ['甲县公安局交通警察支队']],
    ['中国人民银行甲县支行', ['中国人民银行甲县支行']],
    ['甲镇人民政府', ['甲镇人民政府']],
  ])('should be seen in %s', (text, found) => {
    expect(names(text)).toEqual(found);
  });

  it.each(['一、关于某局', '感谢财政局，感谢教育局', '已经办结', '2024年7月4日'])(
    'should not be seen in %s',
    (text) => {
      expect(names(text)).toBeNull();
    },
  );

  it('should begin the foot with the contact lines above them', () => {
    const lines = linesOf(
      '正文在这里。',
      '感谢您。',
      '联系人：甲乙',
      '某县财政局',
      '2024年7月4日',
      '不明白的一行文字在日期之后',
    );
    expect(findFoot(lines, null)).toBe(2);
  });
});

describe('headings and verdicts', () => {
  it.each([
    '采纳。',
    '部分采纳。',
    '暂不采纳。',
    '不属于我局职责范围。',
    '已全部采纳该建议。',
    '留作参考。',
    '原则采纳',
    '采纳情况：采纳。',
  ])('should know the verdict %s', (text) => {
    expect(VERDICT.test(text)).toBe(true);
  });

  it.each(['采纳建议后，我局开展了整治。', '我局采纳', '建议收悉'])('should see no verdict in %s', (text) => {
    expect(VERDICT.test(text)).toBe(false);
  });

  it('should see a heading that ends with a stop above a paragraph', () => {
    const [heading, next] = linesOf('一、全面覆盖。', '全区四十三所学校实现课后服务。');
    expect(sectionHeading(heading!, next)?.heading).toBe('一、全面覆盖。');
  });

  it('should see none in numbered sentences', () => {
    const [first, second] = linesOf('一、已经完工。', '二、正在施工。');
    expect(sectionHeading(first!, second)).toBeNull();
  });

  it.each([
    ['基本情况', '全市安装在线监测设备的餐饮单位达到一千一百家。', true],
    ['基本情况', '全市。', false],
    ['本市于2018年', '与某所共建了一批研究机构，取得了很好的成效。', false],
  ])('should know whether %s above %s is a heading', (line, next, expected) => {
    const [first, second] = linesOf(line, next);
    expect(isPlainHeading(first!, second)).toBe(expected);
  });
});

describe('closing sentences', () => {
  it.each([
    '专此答复。',
    '此致',
    '再次感谢您的关心。',
    '以上答复，如有不妥请指正。',
    '此复函已经张主任审签。',
    '祝您身体健康！',
    '我们对您的关心支持表示衷心感谢。',
    '欢迎继续提出宝贵意见。',
  ])('should be seen: %s', (text) => {
    expect(CLOSING.test(text)).toBe(true);
  });

  it.each(['感谢信已寄出。', '以上海为例。', '下一步，我局将继续推进。'])(
    'should not be seen: %s',
    (text) => {
      expect(CLOSING.test(text)).toBe(false);
    },
  );
});

describe('lists of copies', () => {
  it('should not be cut inside brackets', () => {
    expect(splitList('市政协提案委（1份、存档），市政府办公室。')).toEqual([
      '市政协提案委（1份、存档）',
      '市政府办公室',
    ]);
  });

  it.each([
    ['抄送：市政府办公室、\n市财政局。', ['市政府办公室', '市财政局']],
    ['抄送：市政府办公\n室、市财政局。', ['市政府办公室', '市财政局']],
    ['抄送：市政府办公室\n      市财政局', ['市政府办公室', '市财政局']],
    ['抄送：\n市政府办公室、市财政局', ['市政府办公室', '市财政局']],
  ])('should be read over lines: %j', (foot, names) => {
    const text = `关于第1号提案的答复\n甲乙委员：\n您的提案收悉。现答复如下：\n办结。\n某县财政局\n2024年7月4日\n${foot}`;
    expect(importLetter(text).copyTo).toEqual(names);
  });
});
