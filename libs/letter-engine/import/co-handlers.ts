import { isUnit } from './patterns';

const GENERIC =
  /^(?:各|有关|相关|会办|协办|主办|承办|你|我|市有关|市相关|市直|各有关|各相关|其他|多家|多个)*(?:单位|部门|会办单位|承办单位|方|委员|县区|镇街|科室|市直单位|市直部门|职能部门|同志|领导)(?:的)?$/;
/** Words after the list that belong to its sentence, not to a name. */
const AFTER =
  /(?:等)?(?:\d+|[一二两三四五六七八九十]+)?(?:个|家)?(?:相关|有关|会办|协办|市直|职能)*(?:单位|部门|会办单位|协办单位|承办单位)?(?:的)?$/;
/** What stands before a list's first name. */
const BEFORE =
  /^(?:了|我[局委办院厅会中心]*|市直|相关(?:单位|部门)|有关(?:单位|部门)|会办单位|协办单位|主办单位|积极|主动|认真|及时|书面|先后|还|并|也|已|经|会同|综合|结合|联合|商请|商|与|和|同|：|:|（|\()+/;

/** A list is cut at 、 and ，, and at 和, 及, 与, 同 where whole names stand on both sides. */
function namesOf(list: string): string[] {
  const names: string[] = [];
  for (const part of list.split(/[、，,；;]/)) {
    const [, left, right] =
      /^(.{2,30}?(?:局|委|办|厅|部|院|会|署|行|公司|中心|政府|室|站|所|处|区|县|市|镇|街道|集团))(?:以及|和|及|与|并)(.{2,30})$/.exec(
        part.trim(),
      ) ?? [];
    if (left !== undefined && right !== undefined && isUnit(left) && isUnit(right.replace(AFTER, '')))
      names.push(left, right);
    else names.push(part.trim());
  }
  return names;
}

const clean = (name: string): string => name.replace(BEFORE, '').replace(AFTER, '').trim();

const units = (list: string): string[] => {
  const names = namesOf(list).map(clean).filter(Boolean);
  return names.filter(
    (name) =>
      name.length >= 2 &&
      name.length <= 30 &&
      isUnit(name) &&
      !GENERIC.test(name) &&
      !/[您你《》“”]|^[我各]/.test(name),
  );
};

/** Ways an opening says who was heard; the list is the first group. Tried in this order. */
const WORDINGS: readonly RegExp[] = [
  /(?:会办|协办|分办)单位(?:为|是|有|[:：])\s*([^。；;]{2,200})/,
  /(?:综合|汇总|结合|征求|吸收|参考|根据|采纳|梳理|听取)(?:了)?([^。；;：:《》]{2,200}?)(?:提供的|反馈的|提出的|的)?(?:会办|协办|办理|反馈|书面|回复)*(?:意见|建议|情况)/,
  /(?:我[局委办院厅会]|我单位|本[局委])?(?:会同|联合|会商|商请|(?<!工)商|协同|协商)(?!业|务|贸|会|城|户|品|标)了?([^。；;：:《》]{2,200}?)(?:[，,]?(?:到|赴|前往)|[，,]?(?:等(?:相关|有关)?(?:单位|部门)?)?(?:进行|共同|认真|联合|深入|专题|及时|积极|充分|多次|实地|现场|一起|了)*(?:研究|会商|协商|办理|沟通|调研|商议|讨论|承办|落实|提出|答复|处理|座谈|现)|[，,]\s*(?:现|经|并|就|对|将|针对)|[。]|$)/,
  /(?:与|同|和)([^。；;：:《》]{2,200}?)(?:等(?:相关|有关)?(?:单位|部门)?)?(?:进行|共同|认真|联合|深入|专题|及时|积极|充分|反复|多次|实地|现场|一起|了)*(?:研究|会商|协商|办理|沟通|衔接|对接|联系|商议|讨论|商量|协调)/,
  /(?:主办|牵头)[，,、]\s*(?:由)?([^。；;：:《》]{2,200}?)(?:等(?:单位|部门)?)?(?:协办|会办|配合|协助|参与)/,
];

const SAYS = /收悉|收到|如下|答复|回复|函复|会办|协办|主办|转交/;
const WHOLE = 400;

/** The sentences that may name them: a short first paragraph, of all else those that speak of receiving and answering. */
function telling(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text, i) =>
      text.length <= WHOLE && (i === 0 || (i < 3 && /如下|收悉/.test(text)))
        ? text
        : text
            .split(/(?<=。)/)
            .filter((sentence) => SAYS.test(sentence))
            .join(''),
    )
    .join('\n');
}

/** The units an opening says were heard, in its order; generic words ("会办单位") name nobody. */
export function coHandlersOf(opening: string): string[] {
  const text = telling(opening.split('\n'));
  for (const wording of WORDINGS) {
    for (const match of text.matchAll(new RegExp(wording, 'g'))) {
      const names = units(match[1]!);
      if (names.length > 0) return [...new Set(names)];
    }
  }
  return [];
}
