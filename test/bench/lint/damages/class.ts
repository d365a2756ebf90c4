import { added, type Damage, edit, isAnswer, only, replaced } from '../damage';
import type { CleanLetter } from '../../../fixtures/letters/clean/clean-letters';

const MARK = /（([ABC])类）|(?<=号 {2})([ABC])类|类 *别：([ABC])/;

/** The class mark rewritten, in the shape it has in this letter. */
const mark = (id: string, name: string, letter: string, words: string): Damage =>
  only(isAnswer, {
    id,
    name,
    make: ({ text }) => replaced(text, MARK, ([shape]) => shape.replace(/[ABC]/, letter), words),
  });

const isRefusal = ({ name }: CleanLetter): boolean => ['02', '15', '16'].includes(name);
const isPlan = ({ name }: CleanLetter): boolean => ['04', '10'].includes(name);
const isDone = ({ name }: CleanLetter): boolean => ['000', '002', '12'].includes(name);

/** Slips of class, contact record and publication. */
export const classDamages: readonly Damage[] = [
  only(isAnswer, edit('class-missing', 'no mark at all', MARK, '', '')),
  only(isAnswer, edit('class-missing', 'an empty mark', MARK, '（类）', '')),
  only(isAnswer, edit('class-missing', 'the label without its class', MARK, '类别：', '')),
  mark('class-allowed', 'a class other cities have', 'D', 'D'),
  mark('class-allowed', 'a letter that is no class', 'E', 'E'),
  mark('class-allowed', 'a slip of the finger', 'S', 'S'),
  only(isRefusal, mark('class-fits', 'a refusal called solved', 'A', '')),
  only(isPlan, mark('class-fits', 'a plan called solved', 'A', '')),
  only(isDone, {
    id: 'class-fits',
    name: 'a refusal put into a letter of class A',
    make: ({ text }) => ({
      text: added(text, '对提案提出的增设专职机构一事，因编制总量控制，暂不具备条件，目前无法办理。'),
      words: [],
    }),
  }),
  only(isDone, {
    id: 'class-fits',
    name: 'a refusal in kinder words put into a letter of class A',
    make: ({ text }) => ({
      text: added(text, '提案所提另设奖励资金的建议，由于财力所限，目前难以落实，留作今后工作参考。'),
      words: [],
    }),
  }),
  only(
    isDone,
    edit(
      'class-fits',
      'an ask turned down under class A',
      /^(?:吸收采纳|采纳吸收建议)。$/m,
      '暂不采纳。',
      '',
    ),
  ),
  only(isAnswer, {
    id: 'contact-recorded',
    name: 'nobody was spoken to',
    make: ({ text }) => ({ text, words: [], case: { contactRecorded: false } }),
  }),
  only(isAnswer, {
    id: 'contact-recorded',
    name: 'a talk is told, none recorded',
    make: ({ text }) => ({
      text: added(text, '办理期间，我们上门听取了意见。'),
      words: [],
      case: { contactRecorded: false },
    }),
  }),
  only(isAnswer, {
    id: 'contact-recorded',
    name: 'a telephone call is told, none recorded',
    make: ({ text }) => ({
      text: added(text, '办理期间，承办人员通过电话作了汇报。'),
      words: [],
      case: { contactRecorded: false },
    }),
  }),
  edit('publication-fits', 'a way that is none', /公开方式：主动公开/, '公开方式：主动公示', '主动公示'),
  edit('publication-fits', 'to be decided later', /公开方式：主动公开/, '公开方式：待定', '待定'),
  edit('publication-fits', 'yes', /公开方式：主动公开/, '公开方式：是', '是'),
  edit(
    'publication-fits',
    'a slip in a known way',
    /公开方式：主动公开/,
    '公开方式：依申清公开',
    '依申清公开',
  ),
];
