import { importLetter, type LetterModel } from '@fuhan/letter-engine';
import { shortPlan } from './short-plan';
import type { WalkPlan } from './walk';

type Section = LetterModel['sections'][number];

/** A place the stories run in: its paper, and what its profile makes of it. */
export interface StoryPlace {
  readonly place: string;
  readonly plan: WalkPlan;
  readonly documentNumber: string;
  readonly proposer: string;
  /** Due days counted from the hand-over. */
  readonly due: { readonly reply: string; readonly opinion: string };
  readonly steps: number;
  /** Whether the place knows 参阅. */
  readonly reference: boolean;
  /** 并案: one letter for all, or one for each. */
  readonly merging: 'common_letter' | 'own_letters';
  readonly recipients: readonly string[];
  /** What is printed that another place prints otherwise. */
  readonly printed: readonly string[];
}

const text = `类别：B

签发人：测试head

绵经信函〔2026〕12号

关于市政协八届三次会议第31号提案办理情况的答复

市工商联：

贵单位在市政协八届三次会议上提出的《关于帮助小微企业用好绿色电力的提案》（第31号提案）收悉。我单位会同市发展改革委和市财政局认真研究，现将办理情况答复如下：

一、关于“把绿电交易门槛降到小微企业”

对此建议予以采纳。

市发展改革委已将小微企业纳入聚合交易，下一步按季公布参加办法。

我局开设绿电服务窗口，预计今年年底前覆盖各园区。

二、关于“对首次购买绿电的企业给予补助”

对此建议予以采纳。

市财政局已安排补助资金，下一步按批次兑付。

此复。感谢贵单位对绵阳发展的关心，欢迎继续监督。

绵阳市经济和信息化局

2026年6月5日

（联系人：文清河；联系电话：0816-55550012）

公开方式：此件公开发布。

抄送：市政府办公室、市政协提案委、市政府目标绩效办、市发展改革委、市财政局。
`;

const zhongshan: StoryPlace = {
  place: 'zhongshan',
  plan: shortPlan(),
  documentNumber: '中工信函〔2026〕7号',
  proposer: '民盟中山市委会',
  due: { reply: '2026-06-09', opinion: '2026-04-09' },
  steps: 3,
  reference: true,
  merging: 'common_letter',
  recipients: ['民盟中山市委会', '市政协提案委', '市政府办公室', '市住房城乡建设局', '市商务局'],
  printed: [
    '中山市工业和信息化局关于市政协十三届五次会议第135101号提案答复的函',
    '公开方式：主动公开。',
    '一、关于“摸清厂区用电底数”的建议',
  ],
};

/** The headings here only quote the suggestion, and the first paragraph of a section is its verdict. */
const asked = (section: Section): Section => ({
  ...section,
  suggestion: /“(.+)”/.exec(section.heading ?? '')?.[1] ?? null,
  blocks: section.verdict === null ? section.blocks.slice(1) : section.blocks,
});

function mianyangPlan(): WalkPlan {
  const letter = importLetter(text);
  return {
    letter: {
      ...{
        ...letter,
        sections: letter.sections.map(asked),
        issuer: '绵阳市经济和信息化局',
        documentNumber: '绵经信函〔2026〕12号',
        class: 'B',
      },
      proposal: { number: '31', title: '关于帮助小微企业用好绿色电力的提案', session: '八届三次会议' },
    },
    coHandlers: ['市发展改革委', '市财政局'],
    wording: {},
    contacts: [{ name: '文清河', phone: '0816-55550012' }],
    handedOverAt: '2026-03-09T02:00:00Z',
    issuedAt: '2026-06-05T02:00:00Z',
    units: { lead: 'jingxin', seat: 'fuban' },
  };
}

const mianyang: StoryPlace = {
  place: 'mianyang',
  plan: mianyangPlan(),
  documentNumber: '绵经信函〔2026〕12号',
  proposer: '市工商联',
  // Three months for an organisation, twenty working days; neither rolls on.
  due: { reply: '2026-06-09', opinion: '2026-04-07' },
  steps: 4,
  reference: false,
  merging: 'own_letters',
  recipients: ['市工商联', '市政府办公室', '市政协提案委', '市政府目标绩效办', '市发展改革委', '市财政局'],
  printed: [
    '类别：B',
    '签发人：测试head',
    '关于市政协八届三次会议第31号提案办理情况的答复',
    '我单位会同市发展改革委和市财政局认真研究，现将办理情况答复如下：',
    '对此建议予以采纳。',
    '公开方式：此件公开发布。',
  ],
};

/** Every place that is shipped. */
export const storyPlaces: readonly StoryPlace[] = [zhongshan, mianyang];
