import type { LetterModel } from '../../model/model';
import { CLEAN_CASE, CLEAN_TEXT, editedLetter, excerpts, slipsInCase, slipsOf } from '../testing/letters';
import { boilerplate } from './boilerplate';

const HOLLOW = [
  '我局高度重视夜校工作，认真研究，积极推进。',
  '我们将进一步加强领导，加大工作力度，狠抓落实。',
  '各有关部门要提高认识，统一思想，形成合力。',
  '通过多措并举，齐抓共管，取得了明显成效。',
  '不断完善长效机制，切实做好各项工作，把各项任务落到实处。',
];
const FACTS = [
  '全市开办社区夜校37所，开设课程210门。',
  '市财政局安排补助资金320万元，用于添置桌椅。',
  '《社区夜校管理办法》自3月1日起施行。',
  '老城区居民步行十五分钟可到最近的一所夜校。',
];
const withBody = (sentences: readonly string[]): LetterModel => {
  const blocks = sentences.map((text) => ({ type: 'paragraph' as const, text }));
  return {
    ...editedLetter(),
    sections: [{ heading: '概况', level: 1, suggestion: null, verdict: null, blocks }],
  };
};

describe('sentences of other replies', () => {
  it('should be found where they are most of the letter', () => {
    const [slip] = slipsInCase(boilerplate, { otherLetters: [CLEAN_TEXT] }, ['（B类）', '（A类）']);
    expect(slip?.message).toContain('100%');
  });

  it('should show the first of them', () => {
    const slips = slipsInCase(boilerplate, { otherLetters: ['无关的话。', CLEAN_TEXT] }, [
      '（B类）',
      '（A类）',
    ]);
    expect(slips[0]?.excerpt).toMatch(/^2025年，全市在12个镇街/);
  });

  it('should not be found where one sentence is the same', () => {
    const one = '截至2026年4月，累计有2.6万人次到校学习。';
    expect(slipsInCase(boilerplate, { otherLetters: [one] }, ['（B类）', '（A类）'])).toEqual([]);
  });

  it('should not be found where opening and closing alone are the same', () => {
    const frame = '专此答复，衷心感谢你们对我市群众文化工作的关心和支持。现答复如下：';
    expect(slipsInCase(boilerplate, { otherLetters: [frame] }, ['（B类）', '（A类）'])).toEqual([]);
  });

  it('should not be found without other letters', () => {
    expect(slipsInCase(boilerplate, CLEAN_CASE, ['（B类）', '（A类）'])).toEqual([]);
  });
});

describe('hollow sentences', () => {
  it('should be found where they are all', () => {
    expect(excerpts(slipsOf(boilerplate, withBody(HOLLOW)))).toEqual([HOLLOW[0]]);
  });

  it('should be found where they are more than half', () => {
    expect(slipsOf(boilerplate, withBody([...HOLLOW, ...FACTS]))[0]?.message).toContain('56%');
  });

  it('should be pointed to one by one', () => {
    expect(slipsOf(boilerplate, withBody(HOLLOW))[0]?.alsoAt).toHaveLength(4);
  });

  it('should not be found where facts prevail', () => {
    expect(slipsOf(boilerplate, withBody([...HOLLOW.slice(0, 2), ...FACTS]))).toEqual([]);
  });

  it('should not be counted where a sentence tells a figure', () => {
    const told = HOLLOW.map((text) => text.replace('。', '，投入30万元。'));
    expect(slipsOf(boilerplate, withBody(told))).toEqual([]);
  });

  it('should not be counted in a letter of a few words', () => {
    expect(slipsOf(boilerplate, withBody(HOLLOW.slice(0, 2)))).toEqual([]);
  });

  it('should not be looked for in notices', () => {
    expect(slipsOf(boilerplate, { ...withBody(HOLLOW), kind: 'chase' })).toEqual([]);
  });
});
