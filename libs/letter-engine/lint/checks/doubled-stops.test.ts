import { editedLetter, excerpts, slipsOf } from '../testing/letters';
import { saying, slipsSaying, wrongAfter } from '../testing/saying';
import { doubledStops } from './doubled-stops';

const LAST = '累计有2.6万人次到校学习。';

describe('stops upon stops', () => {
  it.each([
    ['课程很多。。', '很多。。'],
    ['课程很多，，教师不少。', '很多，，'],
    ['课程很多、、教师不少。', '很多、、'],
    ['课程很多；；教师不少。', '很多；；'],
    ['课程很多。，教师不少。', '很多。，'],
    ['课程很多，。', '很多，。'],
    ['课程很多；。', '很多；。'],
    ['课程很多！。', '很多！。'],
    ['课程有书法、摄影、。', '摄影、。'],
    ['真好！！！', '真好！！！'],
    ['所谓“夜校。”，就是晚上上课。', '夜校。”，'],
    ['课程很多...教师不少。', '很多...'],
    ['开设（，烘焙）课程。', '开设（'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(doubledStops, words)[0]).toBe(wrong);
  });

  it('should be offered as one', () => {
    expect(slipsSaying(doubledStops, '课程很多。。')[0]?.replacement).toBe('很多。');
  });

  it('should be told without an offer where two different ones clash', () => {
    expect(slipsSaying(doubledStops, '课程很多。，教师不少。')[0]?.replacement).toBeUndefined();
  });
});

describe('missing stops', () => {
  it('should be found at a paragraph’s end', () => {
    expect(wrongAfter(doubledStops, [LAST, LAST.slice(0, -1)])).toEqual(['6万人次到校学习']);
  });

  it('should be found where a comma ends the paragraph', () => {
    const slips = slipsOf(doubledStops, { ...editedLetter(), closing: '专此答复，感谢你们的关心和支持，' });
    expect([slips[0]?.excerpt, slips[0]?.replacement]).toEqual(['们的关心和支持，', '们的关心和支持。']);
  });

  it('should be found where a paragraph runs on into the next', () => {
    const found = wrongAfter(doubledStops, ['添置桌椅和照明。', '添置桌椅和照明']);
    expect(found).toEqual(['椅和照明下一步，']);
  });

  it('should be found behind a verdict beside others that have one', () => {
    const model = editedLetter();
    const sections = model.sections.map((section, i) =>
      i === 1 ? { ...section, verdict: '吸收采纳' } : section,
    );
    expect(excerpts(slipsOf(doubledStops, { ...model, sections }))).toEqual(['吸收采纳']);
  });
});

describe('stops as they should be', () => {
  it.each([
    '课程很多……大家都满意。',
    '居民说：“真好。”',
    '是否满意？请来电。',
    '开设书法、摄影等课程（详见附件）。',
    '由市教育体育局负责。（分管领导督办）',
    '做法有三：',
    '“夜校”、“早市”都受欢迎！',
    '累计投入3.5万元；',
  ])('should not be found: %s', (words) => {
    expect(saying(doubledStops, words)).toEqual([]);
  });

  it.each(['舒砚', '关于增加夜校场地的建议', '附：课程表'])(
    'should not be asked of a line like %s',
    (text) => {
      expect(slipsOf(doubledStops, { ...editedLetter(), closing: text })).toEqual([]);
    },
  );

  it('should not be asked of verdicts where the place prints none', () => {
    const model = editedLetter();
    const sections = model.sections.map((section) => ({ ...section, verdict: section.verdict && '采纳' }));
    expect(slipsOf(doubledStops, { ...model, sections })).toEqual([]);
  });
});
