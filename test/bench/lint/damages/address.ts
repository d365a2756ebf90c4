import { addition, type Damage, edit, isAnswer, isCppccAnswer, isNpc, only } from '../damage';
import type { CleanLetter } from '../../../fixtures/letters/clean/clean-letters';

const toMember = ({ text }: CleanLetter): boolean => /^.{2,4}(?:委员|代表)：$/m.test(text);
const toOrganisation = ({ text }: CleanLetter): boolean => /^.*市委会：$/m.test(text);
/** The thanks at the end, where pronouns are forgotten. */
const THANKS = /(感谢)(您|你们|贵委)(?=[^。]*。?\n)/;

const thanked = (name: string, whom: (letter: CleanLetter) => boolean, pronoun: string): Damage =>
  only(
    (letter) => isAnswer(letter) && whom(letter),
    edit(
      'pronoun-mixed',
      name,
      THANKS,
      ([, thanks, was]) => (was === pronoun ? `${thanks}${was}` : `${thanks}${pronoun}`),
      pronoun,
    ),
  );

const addressMixed: readonly Damage[] = [
  only(
    isCppccAnswer,
    edit(
      'address-mixed',
      'a member addressed as a deputy',
      /^(.{2,20})委员：$/m,
      ([, name]) => `${name}代表：`,
      '代表',
    ),
  ),
  only(
    isCppccAnswer,
    edit(
      'address-mixed',
      'thanks to the deputies',
      /(?:诚挚|衷心)?感谢(?:您|你们|贵委)/,
      '感谢各位代表',
      '各位代表',
    ),
  ),
  only(
    // On that page the number stands first in a title of the page, not in the letter's.
    (letter) => isCppccAnswer(letter) && letter.name !== '09',
    edit(
      'address-mixed',
      'the title calls it a suggestion',
      /(会议第\d+号)提案/,
      ([, before]) => `${before}建议`,
      '建议',
    ),
  ),
  only(
    isCppccAnswer,
    edit(
      'address-mixed',
      'the opening calls it a suggestion',
      /》（(?:提案第|第)(\d+)号(?:提案)?）/,
      ([, number]) => `》（第${number}号建议）`,
      '号建议',
    ),
  ),
  only(
    isCppccAnswer,
    addition('address-mixed', 'the text tells of a deputy', '代表提出的意见，我们已逐条吸收。', '代表'),
  ),
  only(
    isNpc,
    edit(
      'address-mixed',
      'a deputy addressed as a member',
      /^(.{2,4})代表：$/m,
      ([, name]) => `${name}委员：`,
      '委员',
    ),
  ),
  only(
    isNpc,
    edit(
      'address-mixed',
      'the title calls it a proposal',
      /(会议第\d+号)建议/,
      ([, before]) => `${before}提案`,
      '提案',
    ),
  ),
  only(isNpc, edit('address-mixed', 'thanks to the members', /感谢您/, '感谢各位委员', '各位委员')),
  only(
    isNpc,
    addition('address-mixed', 'the text tells of a proposal', '您的提案很有针对性，我们已逐条吸收。', '提案'),
  ),
];

const pronounMixed: readonly Damage[] = [
  thanked('one member thanked as several', toMember, '你们'),
  thanked('one member thanked without respect', toMember, '你'),
  thanked('an organisation thanked as a person', toOrganisation, '您'),
  thanked('an organisation thanked as another kind of body', toOrganisation, '贵会'),
  thanked('several members thanked as one', ({ name }) => name === '16', '您'),
  thanked('a member thanked as a body', toMember, '贵委'),
  only(
    toMember,
    edit(
      'pronoun-mixed',
      'the opening speaks to several',
      /您(?=(?:在市政协[^\n]*?|)提出的)/,
      '你们',
      '你们',
    ),
  ),
];

const FORMULA = /(?:专此答复|此复|特此函复|谨此回复|特此答复)(?=[，。])/;
const CLOSING = /^.*(?:专此答复|此复|特此函复|谨此回复|特此答复)[，。].*$/m;

const closingFormula: readonly Damage[] = [
  only(
    isAnswer,
    edit('closing-formula', 'none', /(?:专此答复|此复|特此函复|谨此回复|特此答复)[，。]/, '', ''),
  ),
  only(
    isAnswer,
    edit('closing-formula', 'said twice', CLOSING, ([line]) => `${line}\n\n特此函告。`, '特此函告'),
  ),
  only(
    isAnswer,
    edit(
      'closing-formula',
      'two formulas in one line',
      FORMULA,
      ([formula]) => `${formula}。特此回复`,
      '特此回复',
    ),
  ),
  only(isAnswer, edit('closing-formula', 'that of a report upwards', FORMULA, '特此报告', '特此报告')),
  only(isAnswer, edit('closing-formula', 'that of a request', FORMULA, '妥否，请批示', '请批示')),
  only(isAnswer, edit('closing-formula', 'that of a notice', FORMULA, '特此通知', '特此通知')),
  only(
    isAnswer,
    edit(
      'closing-formula',
      'that of a private letter',
      CLOSING,
      ([line]) => `${line}\n\n此致\n\n敬礼！`,
      '此致',
    ),
  ),
];

/** Slips of words to and about the addressee. */
export const addressDamages: readonly Damage[] = [
  ...addressMixed,
  ...pronounMixed,
  ...closingFormula,
  only(
    isAnswer,
    edit(
      'opening-twice',
      'said again at once',
      /(现(?:将办理情况)?答复如下：)/,
      ([said]) => `${said}现具体答复如下：`,
      '答复如下',
    ),
  ),
  only(
    isAnswer,
    edit(
      'opening-twice',
      'said again in a line of its own',
      /(现(?:将办理情况)?答复如下：)/,
      ([said]) => `${said}\n\n现将有关情况答复如下：`,
      '答复如下',
    ),
  ),
  only(
    isAnswer,
    edit(
      'opening-twice',
      'said again after thanks',
      /(现(?:将办理情况)?答复如下：\n+)/,
      ([said]) => `${said}感谢对我们工作的关心，提案针对性强。现就有关问题答复如下：\n\n`,
      '答复如下',
    ),
  ),
];
