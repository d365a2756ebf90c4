import type { DateString } from '@fuhan/kernel';
import { HOLLOW, SUBSTANCE } from '../lint/hollow-phrases';
import { dueWordsOf } from './due-words';

/** A piece of a letter's body: running text, or a heading over what follows. */
export interface ToldBlock {
  readonly heading: boolean;
  readonly text: string;
}

/** Something a letter promises. */
export interface FoundPromise {
  /** The sentence as it stands in the letter. */
  readonly quote: string;
  /** The same without what only leads to it (下一步，二是). */
  readonly text: string;
  /** The words that tell by when, and the day they mean; null where a person has to set it. */
  readonly dueWords: string | null;
  readonly dueOn: DateString | null;
}

/** What opens a sentence about what is still to come. */
const AHEAD =
  /^(?:下一步|下步|下一阶段|下阶段|接下来|今后|未来|后续|下一年度|明年|后年)(?:工作中?|，|,|我|市|由|还|将|起|[一二两三五]?年|：)/;
const AHEAD_HEADING = /下一步|下步|下阶段|今后|工作(?:计划|打算|安排|思路)/;
const ITEM =
  /^(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十][，、]|首先|其次|再次|最后|[（(]?\d{1,2}[）)．.、])/;

/** 将 as "will" is followed by how or what is done; as "把" (将预报精细到镇街, 已将该渠列入) by a thing. */
const DOING =
  '(?:还|也|再|都|会|继续|进一步|加[快强大]|积极|会同|联合|持续|按|根据|结合|推[动进]|探索|研究|组织|督促|指导|不断|大力|全[面力]|深[入化]|适[时当]|及时|尽快|严格|做好|完[善成]|开[展工]|建[设成立]|启动|出台|印发|制定|争取|力争|以|在|于|对|从|充分|着力|认真|强化|落实|支持|鼓励|引导|优[化先]|同|依[托法]|协[调同]|配[合套]|新[增建]|实[施现]|安排|逐[步年月季站]|定期|重点|统筹|密切|围绕|把|为|每|提[出供升请]|采取|主动|切实|努力|稳步|有序|扩大|增[加设]|改造|修[订建]|健全|设[立置]|举办|召开|选[取用]|动员|跟[进踪]|牵头|向|通过|借鉴|吸收|考虑|视|合理|分[批期步]|陆续|抓[好紧]|利用|发挥|打造|投入使用|投用|形成|达到|更新|编制|聘请|邀请|调整|赴|邀)';
const WILL = new RegExp(
  `(?<![现已曾]|已经)将(?:于|在)?(?=${DOING}|明年|后年|今年|年内|20\\d{2}年|\\d{1,2}月)`,
);
const PLANNED =
  /(?<![虚模草比])拟(?=于|在|对|从|新|建|出台|制定|开|按|用|由|将|结合|分|通过|年内|\d)|计划(?=于|在|到|今年|明年|年[内底]|\d|用|新|建|开|启动|完成|实施|再|对|分|安排|出台|印发|制定)|力争|确保.{0,20}前/;
/** Only with a day ahead: without one they tell of money, of an estimate, of what was won. */
const PLANNED_BY_THEN = /预计|争取|计划|列[入为]|纳入|完成|建成|开工|竣工|投用|投入使用/;
const DONE = /已(?!达)|曾|业已|(?:完成|建成|开展|印发|出台|实施|解决|安排|投入|争取|改造)了/;
/** Courtesy, and conditions on the reader. */
const COURTESY = /^(?:如您|如你|如贵|若您|您|你们|贵|感谢|欢迎|如有(?:疑问|不同)|如需)/;
/** Announces the points that follow and says nothing itself. */
const ANNOUNCES = /以下[几一二两三四五六]?[个项方点]?(?:方面|措施|工作|举措)[^：:；;，,]{0,6}[。：:]?$/;

const sentencesOf = (text: string): string[] =>
  (text.match(/[^。！？\n]+[。！？]?[”’）]?/g) ?? []).map((each) => each.trim()).filter(Boolean);

/** So few characters beside phrases that say nothing, and neither a figure nor a name: nothing could be held against it. */
const LITTLE = 20;
const isHollow = (text: string): boolean => {
  const rest = text.replace(HOLLOW, '');
  return rest !== text && (rest.match(/\p{Script=Han}/gu) ?? []).length < LITTLE && !SUBSTANCE.test(rest);
};

/** The day ahead of the letter that a text names. */
const dueOn = (text: string, letterDate: DateString): DateString | null => {
  const day = dueWordsOf(text, letterDate)?.day ?? null;
  return day !== null && day > letterDate ? day : null;
};

/** Whether a sentence speaks of what is to come; `ahead`: what stands before it does. */
function promises(sentence: string, day: DateString | null, ahead: boolean): boolean {
  if (COURTESY.test(sentence) || ANNOUNCES.test(sentence)) return false;
  if (WILL.test(sentence) || PLANNED.test(sentence) || AHEAD.test(sentence)) return true;
  if (day !== null && PLANNED_BY_THEN.test(sentence)) return true;
  return ahead && !DONE.test(sentence);
}

const bare = (quote: string): string =>
  quote
    .replace(/^(?:下一步|下步|下一阶段|下阶段|接下来|今后|后续)(?:工作中?)?[，,：:]?/, '')
    .replace(/^[一二三四五六七八九十]{1,3}是/, '')
    .replace(/[。；;]$/, '')
    .trim();

/** One sentence is one promise, unless its parts (；) are due at times of their own. */
function partsOf(sentence: string, letterDate: DateString): string[] {
  const parts = sentence.split(/(?<=[；;])/).map((each) => each.trim());
  const dated = parts.filter((part) => dueOn(part, letterDate) !== null);
  return dated.length > 1 ? parts : [sentence];
}

function promiseOf(quote: string, letterDate: DateString): FoundPromise {
  const dueWords = dueWordsOf(quote, letterDate)?.words ?? null;
  return { quote, text: bare(quote), dueWords, dueOn: dueOn(quote, letterDate) };
}

/** The promises of one paragraph; what follows 下一步 point by point belongs to it. */
function ofParagraph(text: string, underAhead: boolean, letterDate: DateString): FoundPromise[] {
  let ahead = underAhead;
  return sentencesOf(text).flatMap((sentence) => {
    const inherits = underAhead || (ahead && ITEM.test(sentence));
    const whole = promises(sentence, dueOn(sentence, letterDate), inherits);
    ahead = underAhead || AHEAD.test(sentence) || inherits;
    if (!whole) return [];
    return partsOf(sentence, letterDate)
      .filter((part) => part === sentence || promises(part, dueOn(part, letterDate), ahead))
      .map((part) => promiseOf(part, letterDate))
      .filter((found) => found.dueOn !== null || !isHollow(found.quote));
  });
}

/**
 * What the body of a letter promises, sentence by sentence, in its order: what is to be done, not what was done. Only proposes; that something is a
 * promise, whose and by when, a person says.
 * @param letterDate the day of the letter: 明年, 年内 and 8月底前 are told from it
 */
export function findPromises(blocks: readonly ToldBlock[], letterDate: DateString): FoundPromise[] {
  let ahead = false;
  return blocks.flatMap(({ heading, text }) => {
    if (!heading) return ofParagraph(text, ahead, letterDate);
    ahead = AHEAD_HEADING.test(text);
    return [];
  });
}
