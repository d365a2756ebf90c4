import { importLetter } from '@fuhan/letter-engine';
import { shortPlan } from '../e2e/short-plan';
import type { CaseView, WalkPlan } from '../e2e/walk';

// What the story reads of case, ledger and link.

export interface Promised {
  id: string;
  text: string;
  state: string;
  dueOn: string | null;
  dueWords: string | null;
  ownerUnit: string;
  owner: string | null;
  suggestion: string | null;
  outcome: string | null;
  light: { color: string };
  progress: { kind: string; text: string; dueFrom: string | null; dueTo: string | null }[];
  ratings: { proposer: string; rating: string; remark: string | null }[];
  links: { proposer: string; address: string }[];
}
export type SeenPromises = CaseView & { commitments: Promised[]; promisesOpen: { reason: string }[] };
export interface Ledger {
  counts: Record<string, number>;
  items: { text: string; state: string; carriedOver: boolean; firstDueOn: string | null; number: string }[];
}
export interface LinkPage {
  recipient: string;
  promises: {
    id: string;
    stateLabel: string;
    reason: string | null;
    answer: string | null;
    rating: string | null;
  }[];
}

/** A class-B reply to two proposers, with two promises of its own and one that was done already. */
export function promisingPlan(): WalkPlan {
  const short = shortPlan('135901');
  const text = `中山市工业和信息化局

中工信函〔2026〕7号

中山市工业和信息化局关于市政协十三届五次会议第135901号提案答复的函

民盟中山市委会、何委员：

你们提出的《关于推动充电设施进厂区的建议》（提案第135901号）收悉，经综合市住房城乡建设局、市商务局意见，现答复如下：

一、关于“摸清厂区用电底数”的建议

采纳。

市住房城乡建设局已会同园区完成摸底。

下一步，我局将把底数并入产业地图，力争2026年底前上线。

二、关于“鼓励企业共享充电桩”的建议

采纳。

市商务局将牵头开展共享试点，预计2027年6月底前覆盖十个园区。

专此答复。

中山市工业和信息化局

2026年6月5日

（联系人及电话：林小雨，0760-88880001）

公开方式：主动公开。

抄送：市政协提案委、市政府办公室、市住房城乡建设局、市商务局。
`;
  return {
    ...short,
    letter: { ...importLetter(text), class: 'B', addressees: ['民盟中山市委会', '何委员'] },
  };
}

/** What 市商务局 states in its opinion: one that stands in the letter in other words, one beside it. */
export const statedByTrade = [
  { text: '2027年6月底前覆盖十个园区', dueOn: '2027-06-30', owner: '商贸科' },
  { text: '每年组织两次供需对接，2027年底前对接三百家企业', dueOn: null, owner: null },
];
