import { editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { nextStepMissing } from './next-step-missing';

const PLAN = /下一步，市文化广电旅游局将[^\n]*\n/;
const FIRST = '二、关于“增加夜校场地，方便就近入学”的建议';
const saying = (sentence: string): string[] => excerpts(slipsAfter(nextStepMissing, [PLAN, `${sentence}\n`]));

describe('answers without a next step', () => {
  it.each([
    '',
    '目前，教室使用率已达八成。',
    '我局持续推动夜校进社区，群众反映良好。',
    '我局将闲置教室列出清单，逐处登记。',
    '已将夜校纳入考核。',
    '按照《云陵市夜校下一步工作计划》开课。',
    '行动计划印发以来，进展顺利。',
    '一是持续鼓励企业捐赠图书。',
    '拟定了夜校管理办法并草拟了章程。',
    '选取各镇街，将学员意见汇总成册。',
    '我局会同镇街抽查了场地。',
    '课程表写明年龄要求。',
    '通知写明年检日期。',
  ])('should be found: “%s”', (sentence) => {
    expect(saying(sentence)).toEqual([FIRST]);
  });

  it('should be found in each section', () => {
    const slips = slipsAfter(nextStepMissing, [PLAN, '\n'], [/今后，我局将[^\n]*\n/, '\n']);
    expect(slips).toHaveLength(2);
  });

  it('should be pointed at by their heading', () => {
    expect(slipsAfter(nextStepMissing, [PLAN, '\n'])[0]?.place.path).toBe('sections[1].heading');
  });
});

describe('answers that look ahead', () => {
  it.each([
    '下一步，再选6处。',
    '下一阶段，再选6处。',
    '接下来再选6处。',
    '我局将继续增加场地。',
    '我局还将在老城区选址。',
    '后续再选6处。',
    '拟在老城区再选6处。',
    '计划明年再选6处。',
    '预计年底前开课。',
    '力争三年覆盖镇街。',
    '我们会跟进场地改造。',
    '待消防验收后开课。',
    '未来还将推动高校开放教室。',
    '夜校场地将逐步向镇街延伸。',
    '市财政局将按学期拨付经费。',
  ])('should be let alone: “%s”', (sentence) => {
    expect(saying(sentence)).toEqual([]);
  });

  it('should be let alone in the clean letter', () => {
    expect(slipsInText(nextStepMissing, editedText())).toEqual([]);
  });

  it.each(['暂不采纳。', '不属我市职责范围。', '留作参考。'])(
    'should not be asked of a refusal: %s',
    (verdict) => {
      expect(slipsAfter(nextStepMissing, ['吸收采纳。', verdict], [PLAN, '\n'])).toEqual([]);
    },
  );

  it('should not be asked of an overview', () => {
    expect(excerpts(slipsInText(nextStepMissing, editedText()))).not.toContain('一、社区夜校基本情况');
  });

  it('should not be asked of a letter without sections', () => {
    const text = editedText([/一、[^]*今后，[^\n]*\n/, '夜校已经开课。\n']);
    expect(slipsInText(nextStepMissing, text)).toEqual([]);
  });
});
