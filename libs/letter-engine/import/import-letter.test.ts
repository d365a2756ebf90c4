import { FuhanError } from '@fuhan/kernel';
import fc from 'fast-check';
import { renderText } from '../render/text';
import { itWithSeed, twinText } from '../../../test/fixtures/letters/letters';
import { squeeze } from '../text/characters';
import { importLetter } from './import-letter';

describe('importing the twin of a long letter', () => {
  const letter = importLetter(twinText('000'));

  it('should read the head', () => {
    expect(letter).toMatchObject({
      kind: 'reply',
      issuer: '云陵市文化广电旅游局',
      documentNumber: '云文旅函〔2026〕86号',
      class: null,
      title: '云陵市文化广电旅游局关于市政协八届五次会议第085027号提案答复的函',
      addressees: ['九三学社云陵市委会'],
    });
  });

  it('should read the proposal', () => {
    expect(letter.proposal).toEqual({
      number: '085027',
      title: '关于贯通沿江山地步道，把我市建成户外运动旅游目的地的建议',
      session: '八届五次会议',
    });
  });

  it('should read the co-handlers in the order of the opening', () => {
    expect(letter.coHandlers).toEqual([
      '市交通运输局',
      '市农业农村局',
      '市自然资源局',
      '市体育局',
      '市商务局',
    ]);
  });

  it('should give a section to every heading', () => {
    expect(letter.sections.map(({ heading }) => heading)).toEqual([
      '户外旅游基本情况',
      '关于“连通步道网络，补齐沿线服务设施”的建议',
      '关于“壮大赛事活动，擦亮户外运动品牌”的建议',
      '关于“推动乡村参与，让步道沿线群众增收”的建议',
      '关于“培养服务队伍，提升户外旅游专业水平”的建议',
    ]);
  });

  it('should read the verdict of a section, and none where there is none', () => {
    expect(letter.sections.map(({ verdict }) => verdict)).toEqual([
      null,
      '全部采纳。',
      '全部采纳。',
      '全部采纳。',
      '全部采纳。',
    ]);
  });

  it('should see the headings inside a section', () => {
    const headings = letter.sections[1]?.blocks.filter(({ type }) => type === 'heading');
    expect(headings).toEqual([
      { type: 'heading', level: 2, text: '（一）分期打通断点' },
      { type: 'heading', level: 2, text: '（二）完善驿站功能' },
      { type: 'heading', level: 2, text: '（三）引入多元投入' },
      { type: 'heading', level: 2, text: '（四）健全管护机制' },
    ]);
  });

  it('should join the paragraph that a page tore in the middle of a word', () => {
    expect(JSON.stringify(letter)).toContain('云陵水务共同出资');
  });

  it('should keep left-over marks as they stand', () => {
    expect(JSON.stringify(letter)).toContain('**二是**市自然资源局');
  });

  it('should read the foot', () => {
    expect(letter).toMatchObject({
      closing: '专此答复，衷心感谢你们对我市户外旅游事业的关注与支持。',
      signature: ['云陵市文化广电旅游局'],
      date: '2026-06-09',
      contacts: [{ name: '舒砚', phone: '0899-5550123' }],
      annotation: '联系人及电话：舒砚，0899-5550123',
      publication: '主动公开',
      unparsed: [],
    });
  });

  it('should read the copy-to list without its last stop', () => {
    expect(letter.copyTo.slice(-2)).toEqual(['市体育局', '市商务局']);
  });
});

describe('importing the twin of a letter with slips', () => {
  const letter = importLetter(twinText('002'));

  it('should read a class printed above the issuer', () => {
    expect(letter.class).toBe('A');
  });

  it('should read a number in half-width brackets', () => {
    expect(letter.proposal).toMatchObject({
      number: '084019',
      title: '关于推动我市图书馆与学校共建共享的建议',
    });
  });

  it('should part a verdict from the heading it runs on in', () => {
    expect(letter.sections[0]).toMatchObject({
      suggestion: '设立馆校共用的阅读中心或者分馆',
      verdict: '采纳该建议。',
    });
  });

  it('should quote suggestions with a stop or quotes inside', () => {
    expect(letter.sections.slice(1).map(({ suggestion }) => suggestion)).toEqual([
      '推进图书馆与中小学校开展课程合作。',
      '开设面向中学生文献检索“馆校协同”实践课的。',
    ]);
  });

  it('should name no co-handler when the opening names none', () => {
    expect(letter.coHandlers).toEqual([]);
  });

  it('should give both contacts the telephone they share', () => {
    expect(letter.contacts).toEqual([
      { name: '乔知远', phone: '5550178' },
      { name: '邵珅', phone: '5550178' },
    ]);
  });
});

/** The class in half-width brackets is the one thing a letter prints its own way. */
const source = (text: string): string => squeeze(text).replace('(A类)', '（A类）');

describe('nothing is lost', () => {
  it.each(['000', '002'] as const)('should print every character of twin %s again', (number) => {
    expect(squeeze(renderText(importLetter(twinText(number))))).toBe(source(twinText(number)));
  });

  for (const number of ['000', '002'] as const) {
    itWithSeed(number, `should print every character of the real letter ${number} again`, (text) => {
      expect(squeeze(renderText(importLetter(text)))).toBe(source(text));
    });
  }

  it('should keep a line of the foot that it does not understand', () => {
    const text = twinText('002').replace('公开方式：主动公开。', '审核人：某某\n公开方式：主动公开。');
    expect(importLetter(text).unparsed).toEqual(['审核人：某某']);
  });

  it('should find every Chinese character of any lines again', () => {
    const word = fc.constantFrom(
      '甲',
      '一、',
      '（一）',
      '。',
      '：',
      '您',
      '局',
      '2026年1月2日',
      '《',
      '》',
      '抄送：',
      '感谢',
      '附件：',
      '联系人：',
      '\n',
      ' ',
      '1.',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const text = words.join('');
        fc.pre(text.trim() !== '');
        const kept = JSON.stringify(importLetter(text));
        expect([...'甲您《》'].filter((c) => text.includes(c) && !kept.includes(c))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('other shapes of letter', () => {
  const plain = (head: string, tail = '') =>
    importLetter(
      `${head}\n\n某某委员:\n\n您提出的《关于甲的提案》收悉。现答复如下:\n\n已经办结。\n\n感谢您的关心。\n\n某县财政局\n\n2024年7月4日\n${tail}`,
    );

  it('should take number and class off one line', () => {
    expect(plain('某教字〔2018〕27号C类')).toMatchObject({
      documentNumber: '某教字〔2018〕27号',
      class: 'C',
    });
  });

  it('should read a title once when the page prints it twice', () => {
    expect(plain('关于某县第1号提案的答复\n\n发布时间:2024-07-05\n\n关于某县\n第1号提案的答复').title).toBe(
      '关于某县第1号提案的答复',
    );
  });

  it('should read the signer for issue', () => {
    expect(plain('签发人:马某某').signedBy).toBe('马某某');
  });

  it('should read a contact line without brackets', () => {
    expect(plain('', '承办人及联系电话:方某某  07300000000').contacts).toEqual([
      { name: '方某某', phone: '07300000000' },
    ]);
  });

  it('should take the signature as issuer when the head names none', () => {
    expect(plain('').issuer).toBe('某县财政局');
  });

  it('should end the opening at the words that announce the answer', () => {
    const { opening, sections } = plain('');
    expect([opening.length, sections[0]?.heading, sections[0]?.blocks.length]).toEqual([1, null, 1]);
  });

  it('should go on with a copy-to list on the next line', () => {
    expect(plain('', '抄送:市政协提案委(1份)\n      市政府督查室(2份)').copyTo).toEqual([
      '市政协提案委(1份)',
      '市政府督查室(2份)',
    ]);
  });

  it('should know an opinion by its title', () => {
    expect(plain('关于市政协六届一次会议第016号提案会办工作的意见').kind).toBe('opinion');
  });

  it('should keep 尊敬的 for the print and out of the addressee', () => {
    const letter = importLetter('尊敬的甲委员：\n您的《关于甲的提案》收悉，现答复如下：\n办结。\n感谢您。');
    expect([letter.addressees, letter.print?.honorific]).toEqual([['甲委员'], '尊敬的']);
  });
});

describe('bad input', () => {
  const codeOf = (text: string): string => {
    try {
      importLetter(text);
    } catch (error) {
      if (error instanceof FuhanError) return error.code;
      throw error;
    }
    return 'nothing was refused';
  };

  it('should be refused when there is no text', () => {
    expect(codeOf(' \n \u200b')).toBe('letter.empty');
  });

  it('should be refused when it has control characters', () => {
    expect(codeOf('复函\u0001')).toBe('letter.control-character');
  });

  it.each([
    ['one paragraph of 200,000 characters', '长文，'.repeat(66_000)],
    ['2,000 headings', '一、标题\n内容。\n'.repeat(2000)],
    ['100,000 blanks between two words', `a${' '.repeat(100_000)}b`],
    ['50,000 lines that end no sentence', '没有句号\n'.repeat(50_000)],
    ['50,000 words in one line', '一、甲 乙'.repeat(50_000)],
    ['an opening that names no end of units', '综合市局'.repeat(50_000)],
    ['a bracket that never closes', `（${'联系电话'.repeat(50_000)}`],
    ['a title in 100,000 brackets', '《'.repeat(100_000)],
  ])('should be read to the end when it has %s', (_, text) => {
    expect(() => importLetter(`某委员：\n${text}`)).not.toThrow();
  });
});
