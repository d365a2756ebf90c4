import { editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { verdictMissing } from './verdict-missing';

const FIRST = '二、关于“增加夜校场地，方便就近入学”的建议';
const SECOND = '三、关于“壮大师资队伍，提高课程质量”的建议';

describe('verdicts that are missing', () => {
  it('should be found in the first section', () => {
    expect(excerpts(slipsAfter(verdictMissing, ['吸收采纳。\n', '']))).toEqual([FIRST]);
  });

  it('should be found in the second section', () => {
    expect(excerpts(slipsAfter(verdictMissing, ['部分采纳。\n', '']))).toEqual([SECOND]);
  });

  it('should be found where the heading does not quote', () => {
    const slips = slipsAfter(
      verdictMissing,
      ['关于“增加夜校场地，方便就近入学”的建议', '关于增加夜校场地的建议'],
      ['吸收采纳。\n', ''],
    );
    expect(excerpts(slips)).toEqual(['二、关于增加夜校场地的建议']);
  });

  it('should be pointed at by their heading', () => {
    expect(slipsAfter(verdictMissing, ['吸收采纳。\n', ''])[0]?.place.path).toBe('sections[1].heading');
  });

  it('should be found though the body tells what others took up', () => {
    const slips = slipsAfter(
      verdictMissing,
      ['吸收采纳。\n', ''],
      ['用于添置桌椅和照明', '会同各镇街、吸收社会资金共同用于添置桌椅、照明和消防器材'],
    );
    expect(excerpts(slips)).toEqual([FIRST]);
  });

  it.each([
    '采纳',
    '全部采纳。',
    '暂不采纳。',
    '留作参考。',
    '不属我市职责范围。',
    '采纳吸收建议。',
    '原则采纳。',
  ])('should see %s as one', (verdict) => {
    expect(slipsAfter(verdictMissing, ['部分采纳。', verdict])).toEqual([]);
  });

  it.each(['，', '——'])('should not be asked for where it ran on after “%s”', (mark) => {
    expect(slipsAfter(verdictMissing, [`${FIRST}\n\n吸收采纳。`, `${FIRST}${mark}吸收采纳。`])).toEqual([]);
  });

  it.each(['我局采纳该建议。', '该建议予以采纳，已经列入年度工作。', '对贵会提出的建议，我们全部吸收。'])(
    'should see “%s” as one',
    (sentence) => {
      expect(slipsAfter(verdictMissing, ['部分采纳。\n\n市人力', `\n${sentence}市人力`])).toEqual([]);
    },
  );
});

describe('letters that need no verdict', () => {
  it('should be those that give none at all', () => {
    expect(slipsAfter(verdictMissing, ['吸收采纳。\n', ''], ['部分采纳。\n', ''])).toEqual([]);
  });

  it('should be those with a verdict everywhere', () => {
    expect(slipsInText(verdictMissing, editedText())).toEqual([]);
  });

  it('should not be asked of an overview', () => {
    expect(excerpts(slipsInText(verdictMissing, editedText()))).not.toContain('一、社区夜校基本情况');
  });

  it('should not be asked of a co-handler’s opinion', () => {
    const slips = slipsAfter(
      verdictMissing,
      ['第085041号提案答复的函', '第085041号提案的会办意见'],
      ['吸收采纳。\n', ''],
    );
    expect(slips).toEqual([]);
  });
});
