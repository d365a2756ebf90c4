import { importLetter } from '../../import/import-letter';
import type { LetterModel } from '../../model/model';
import type { LetterCheck, Slip } from '../check';
import { lintContext, type LintCase, type LintContext } from '../context';
import { letterPieces } from '../letter-words';
import { yunling } from './place';

/** A letter without a slip, one line a paragraph; tests damage it by replacing words. */
export const CLEAN_TEXT = `
（B类）

云陵市文化广电旅游局

云文旅函〔2026〕52号

云陵市文化广电旅游局关于市政协八届五次会议第085041号提案答复的函

民进云陵市委会：

你们提出的《关于办好社区夜校，丰富青年晚间生活的建议》（提案第085041号）收悉，经综合市财政局、市教育体育局、市人力资源社会保障局意见，现答复如下：

一、社区夜校基本情况

2025年，全市在12个镇街开办社区夜校37所，开设书法、烘焙、摄影等课程210门。截至2026年4月，累计有2.6万人次到校学习。

二、关于“增加夜校场地，方便就近入学”的建议

吸收采纳。

市文化广电旅游局会同市教育体育局清理闲置校舍和文化站用房，今年3月已腾出教室46间。市财政局安排补助资金320万元，用于添置桌椅和照明。

下一步，市文化广电旅游局将在老城区再选定6处场地，预计2027年6月底前全部开课。

三、关于“壮大师资队伍，提高课程质量”的建议

部分采纳。

市人力资源社会保障局把夜校教师列入职业培训师资库，2025年11月至今共有184人登记。对提案提出的专职编制，因编制总量所限，目前采取聘用兼职教师的办法。

今后，我局将每学期公布教师名录和学员评价，逐步淘汰评价不高的课程。

专此答复，衷心感谢你们对我市群众文化工作的关心和支持。

云陵市文化广电旅游局

2026年6月9日

（联系人及电话：舒砚，0899-5550123）

公开方式：主动公开。

抄送：市政协提案委、市政府办公室、市财政局、市教育体育局、市人力资源社会保障局。
`;

/** The case of the clean letter. */
export const CLEAN_CASE: LintCase = {
  proposal: { number: '085041', title: '关于办好社区夜校，丰富青年晚间生活的建议', kind: 'cppcc' },
  asked: ['市文化广电旅游局', '市财政局', '市教育体育局', '市人力资源社会保障局'],
  suggestions: ['增加夜校场地，方便就近入学', '壮大师资队伍，提高课程质量'],
  contactRecorded: true,
  otherLetters: [],
  issued: true,
};

/** Words of the clean letter and what a test puts in their place; words that are not there stop the test. */
export type Edit = readonly [from: string | RegExp, to: string];

/** The clean letter's text with the edits made, each once, in order. */
export function editedText(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    const edited = text.replace(from, () => to);
    if (edited === text) throw new Error(`nothing to edit: ${from}`);
    return edited;
  }, CLEAN_TEXT);
}

/** The clean letter as a model, with the edits made. */
export const editedLetter = (...edits: readonly Edit[]): LetterModel => importLetter(editedText(...edits));

/** What one check says of a model. */
export const slipsOf = (
  check: LetterCheck,
  model: LetterModel,
  context: Partial<LintContext> = {},
): readonly Slip[] =>
  check.find({ model, pieces: letterPieces(model) }, lintContext(yunling, context), check.limits ?? {});

/** What one check says of a stored text, which it sees too. */
export const slipsInText = (
  check: LetterCheck,
  text: string,
  context: Partial<LintContext> = {},
): readonly Slip[] => slipsOf(check, importLetter(text), { source: text, ...context });

/** What one check says of the clean letter with the edits made. */
export const slipsAfter = (check: LetterCheck, ...edits: readonly Edit[]): readonly Slip[] =>
  slipsInText(check, editedText(...edits));

/** The same where the letter belongs to its case. */
export const slipsInCase = (
  check: LetterCheck,
  change: Partial<LintCase>,
  ...edits: readonly Edit[]
): readonly Slip[] => slipsInText(check, editedText(...edits), { case: { ...CLEAN_CASE, ...change } });

/** The wrong words alone. */
export const excerpts = (slips: readonly Slip[]): string[] => slips.map(({ excerpt }) => excerpt);
