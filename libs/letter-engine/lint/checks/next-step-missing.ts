import type { LetterCheck } from '../check';
import { isReply } from '../context';
import { answersSuggestion, headedSections, headingSpot, isRefusal, verdictWords } from '../sections';
import { withoutTitles } from '../units';

/** Words that look ahead by themselves. */
const AHEAD =
  /下一?步|下一?阶段|接下来|今后|日后|未来|后续|届时|力争|争取|预计|有望|(?<![写指说注标表])明年|后年|年内|年底前|月底前|季度前|之前完成|适时/;
/** 将 that means "will"; before a noun it only marks an object (将其列入). */
const WILL =
  /(?<![已现并])将(?:会|要|于|在|对|与|向|以|从|按|再|更|继续|进一步|持续|加强|加快|加大|积极|按照|依托|通过|推动|推进|推广|结合|联合|会同|围绕|严格|适时|根据|研究|充分|深入|督促|指导|组织|开展|协调|支持|配合|尽快|着力|全面|力争|不断|同步|逐步|主要|重点|认真|争取|安排|建立|建成|建设|完善|优化|出台|制定|启动|实施|落实|统筹|牵头|引导|鼓励|强化|扩大|提升|提高|打造|探索|坚持|聚焦|密切|主动|大力|切实|一如既往|定期|每|择机|优先|分批|分期|陆续|进行|抓紧|抓好|做好|用好|办好|新增|新建|投入|参照|借鉴|委托|邀请|召开|举办|印发|发布|完成|增加|扩建|改造|选|列入|纳入)/;
const MEANT =
  /(?<![模草虚比])拟(?![定议写人合态稿物音制])|计划(?=于|在|到|投入|新增|新建|建设|安排|用|明年|今年|年内|分|利用|组织|开展|对|将|推出|实施|启动|通过|举办|出台|制定|再|\d)|(?:我们|我[局委办院市])(?:会(?![同议商员])|要)|待[^，。]{2,30}后/;

/** An answered ask says what comes next; one that was refused need not. */
export const nextStepMissing: LetterCheck = {
  id: 'next-step-missing',
  name: '缺下一步打算',
  rule: '采纳的建议应写明下一步的措施或者打算',
  severity: 'yellow',
  find(letter) {
    if (!isReply(letter.model.kind)) return [];
    return headedSections(letter)
      .filter(answersSuggestion)
      .filter((read) => !isRefusal(verdictWords(read) ?? ''))
      .filter(({ body }) => {
        const text = withoutTitles(body.map((piece) => piece.text).join('\n'));
        return ![AHEAD, WILL, MEANT].some((pattern) => pattern.test(text));
      })
      .map((read) => {
        const { text, place } = headingSpot(read);
        return {
          message: `${place.label}下面没有写下一步打算。`,
          excerpt: text,
          place,
          fix: '补写下一步的措施、时限，或者说明已经办结。',
        };
      });
  },
};
