import { importLetter } from '@fuhan/letter-engine';
import type { WalkPlan } from '../e2e/walk';

const letter = importLetter(`中山市工业和信息化局

中工信函〔2026〕7号

中山市工业和信息化局关于市政协十三届五次会议第135101号提案答复的函

民盟中山市委会：

你们提出的《关于推动充电设施进厂区的建议》（提案第135101号）收悉，经综合市住房城乡建设局、市商务局意见，现答复如下：

一、关于“摸清厂区用电底数”的建议

采纳。

市住房城乡建设局已会同园区完成摸底。

专此答复。

中山市工业和信息化局

2026年6月5日

（联系人及电话：林小雨，0760-88880001）

公开方式：主动公开。

抄送：市政协提案委、市政府办公室、市住房城乡建设局、市商务局。
`);
/** The case whose every command is tried by everybody: one suggestion, two co-handlers. */
export const plan: WalkPlan = {
  letter,
  coHandlers: letter.coHandlers,
  wording: {},
  contacts: [{ name: '林小雨', phone: '0760-88880001' }],
  handedOverAt: '2026-06-05T01:00:00Z',
  issuedAt: '2026-06-05T02:00:00Z',
};
