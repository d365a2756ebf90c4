import { importLetter } from '@fuhan/letter-engine';
import type { WalkPlan } from './walk';

const text = `中山市工业和信息化局

中工信函〔2026〕7号

中山市工业和信息化局关于市政协十三届五次会议第135101号提案答复的函

民盟中山市委会：

你们提出的《关于推动充电设施进厂区的建议》（提案第135101号）收悉，经综合市住房城乡建设局、市商务局意见，现答复如下：

一、关于“摸清厂区用电底数”的建议

采纳。

市住房城乡建设局已会同园区完成摸底，下一步按季更新。

我局将底数并入产业地图。

二、关于“鼓励企业共享充电桩”的建议

采纳。

市商务局牵头开展共享试点，预计年底前覆盖十个园区。

专此答复。

中山市工业和信息化局

2026年6月5日

（联系人及电话：林小雨，0760-88880001）

公开方式：主动公开。

抄送：市政协提案委、市政府办公室、市住房城乡建设局、市商务局。
`;

/** A short case for tests: two suggestions, two co-handlers, one page. `number` keeps several of them apart. */
export function shortPlan(number = '135101'): WalkPlan {
  // A number tells its session: 135101 is the 13th committee's fifth.
  const meeting = '零一二三四五六七八九'[Number(number[2])] ?? '五';
  const letter = importLetter(text.replaceAll('135101', number).replace('五次', `${meeting}次`));
  return {
    letter,
    coHandlers: letter.coHandlers,
    wording: {},
    contacts: [{ name: '林小雨', phone: '0760-88880001' }],
    handedOverAt: '2026-03-09T02:00:00Z',
    issuedAt: '2026-06-05T02:00:00Z',
  };
}
