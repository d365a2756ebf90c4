import { squeeze } from '../../text/characters';
import type { LetterCheck } from '../check';
import { nowhere, wholeOf } from '../letter-words';
import { headedSections } from '../sections';
import { linesOf } from '../source-lines';

const HEADING_AND_VERDICT =
  /^(.*的(?:建议|意见|提议|问题)[”"]?)[，,：:；;—－-]{0,2}((?:已|全部|部分|基本|原则上?|暂不|不予|予以|拟|同意)*(?:采纳吸收|吸收采纳|采纳|吸收|采用|留作参考|不属[^。，]{0,14}职责)(?:并?落实|该|此|本|条|项|建议|意见|范围)*)[。.]?$/;
/** No heading with its verdict is longer. */
const LIMIT = 160;

/** "…的建议 采纳。", "…的建议，采纳。": the verdict stands on its heading's own line in the stored text. */
export const verdictRunOn: LetterCheck = {
  id: 'verdict-run-on',
  name: '采纳情况与标题连排',
  rule: '标题独占一行，采纳情况另起一段',
  severity: 'yellow',
  find(letter, { source }) {
    const sections = headedSections(letter);
    return linesOf(source ?? '').flatMap((line) => {
      const found = line.length > LIMIT ? null : HEADING_AND_VERDICT.exec(squeeze(line));
      if (!found) return [];
      // A heading may be broken over two lines: the verdict's line has its end alone.
      const section = sections.find(({ heading }) =>
        squeeze(heading.text).includes(found[1]!.replace(/^[一二三四五六七八九十]+[、.．]/, '')),
      );
      return [
        {
          message: '采纳情况与标题排在了同一行。',
          excerpt: line,
          place: section ? wholeOf(section.verdict ?? section.heading).place : nowhere,
          fix: `把“${found[2]!}”另起一段。`,
        },
      ];
    });
  },
};
