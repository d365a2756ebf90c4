import type { LetterCheck, Slip } from '../check';
import { addressed, type ProposalBody, proposalBody } from '../addressed';
import { grouped } from '../grouped';
import { RUNNING, type Spot } from '../letter-words';
import { ownWords, titlesBlotted } from '../masks';
import { matchesThrough, once } from '../spots';
import type { Piece } from '../letter-words';

/** Other people's delegates: 企业代表 提出 is no slip. */
const OTHERS =
  /(?:人大|企业|群众|居民|业主|村民|职工|员工|行业|协会|商会|专家|教师|师生|学生|家长|各界|市民|妇女|青年|商户|单位|部门|用户|客户|患者|消费者|民营企业家|党|团|工人|农民|学校|机构|法定|全权|首席|驻外|参会|与会)$/;
const TO_MEMBER =
  /(?:各位|诸位|尊敬的|您作为|[您你]是)代表|代表(?:您|你|们|所?提(?:出|交|的)|反映|关心|在.{2,20}提出|的(?:建议|提案|关心|意见|支持))/g;
const TO_DELEGATE =
  /(?:各位|诸位|尊敬的|您作为|[您你]是)委员|委员(?:您|你|们|所?提(?:出|交|的)|反映|关心|在.{2,20}提出|的(?:建议|提案|关心|意见|支持))/g;
/** The whole of the other paper's name, where it can only mean this one. */
const AS_SUGGESTION =
  /第\s*\d[\d、,，和]*\s*号(?:人大)?(?:代表)?(?:建议|议案)|(?:建议|议案)第\s*\d+\s*号|(?:建议|议案)[（(]第|代表建议|人大建议|(?<!》)(?:您|你们?|贵.)(?:所?提出?)?的建议[^，。]{0,12}收悉|议案[^，。]{0,10}收悉/g;
const AS_PROPOSAL = /政协提案|(?<!建议)提案(?!委|办|科|处|人大|建议)/g;

const runningOrTitle = ({ kind }: Piece): boolean => RUNNING.has(kind) || kind === 'title';

/** "企业代表提出": whose delegate is told by the words before. */
const isOthers = (spot: Spot): boolean => {
  const at = spot.place.start + spot.text.search(/代表|委员/);
  return OTHERS.test(spot.piece.text.slice(Math.max(0, at - 8), at));
};

interface Words {
  /** What this body's people and papers are called. */
  readonly right: string;
  readonly wrong: RegExp;
  readonly spots: (pieces: readonly Piece[]) => Spot[];
}

const people = (body: ProposalBody): Words =>
  body === 'cppcc'
    ? {
        right: '委员',
        wrong: /代表/,
        spots: (p) => matchesThrough(p, TO_MEMBER, ownWords).filter((s) => !isOthers(s)),
      }
    : {
        right: '代表',
        wrong: /委员/,
        spots: (p) =>
          matchesThrough(p, TO_DELEGATE, ownWords).filter(
            (s) => !/政协|常委会/.test(s.piece.text.slice(Math.max(0, s.place.start - 5), s.place.start)),
          ),
      };

/** 人大代表建议、政协提案 named side by side speak of the whole work, not of this paper. */
const sideBySide = ({ piece, place }: Spot): boolean =>
  /[、和及与]政协|政协(?:委员)?提案[、和及与]|建议[、和及与]$|^建议/.test(
    piece.text.slice(Math.max(0, place.start - 3), place.start) +
      piece.text.slice(place.start, place.end + 4),
  );

const papers = (body: ProposalBody): Words =>
  body === 'cppcc'
    ? {
        right: '提案',
        wrong: /(?:人大)?(?:代表)?(?:建议|议案)/,
        spots: (p) =>
          matchesThrough(p, AS_SUGGESTION, titlesBlotted).filter(
            (s) =>
              !/提案[、和及与]?$/.test(s.piece.text.slice(Math.max(0, s.place.start - 4), s.place.start)) &&
              !/^[、和及与]?(?:政协)?(?:委员)?提案/.test(s.piece.text.slice(s.place.end, s.place.end + 6)),
          ),
      }
    : {
        right: '建议',
        wrong: /(?:政协)?(?:委员)?提案/,
        spots: (p) => matchesThrough(p, AS_PROPOSAL, titlesBlotted).filter((s) => !sideBySide(s)),
      };

const BODY_NAME: Readonly<Record<ProposalBody, string>> = { cppcc: '政协提案', npc: '人大代表建议' };

function mixed(body: ProposalBody, { right, wrong, spots }: Words, pieces: readonly Piece[]): Slip[] {
  const found = grouped(spots(pieces), (spot) => wrong.exec(spot.text)?.[0] ?? '');
  return [...found.values()].flatMap((same) =>
    once(same, ({ text, place }) => {
      const said = wrong.exec(text)?.[0] ?? text;
      return {
        message: `这是对${BODY_NAME[body]}的答复，${place.label}却写作“${said}”。`,
        fix: `把“${said}”改为“${right}”。`,
        replacement: text.replace(wrong, right),
      };
    }),
  );
}

/** 张三代表 at the head of an answer to 政协委员. */
function salutation(body: ProposalBody, pieces: readonly Piece[]): Slip[] {
  const [wrong, right] = body === 'cppcc' ? [/(?:人大)?代表$/g, '委员'] : [/(?:政协)?委员$/g, '代表'];
  return once(
    matchesThrough(
      pieces.filter(({ kind }) => kind === 'addressee'),
      wrong,
      (text) => text,
    ),
    ({ text, piece }) => ({
      message: `这是对${BODY_NAME[body]}的答复，主送却称“${text}”。`,
      excerpt: piece.text,
      fix: `主送改称“${right}”。`,
      replacement: right,
    }),
  );
}

/** 委员 and 提案 for one body, 代表 and 建议 for the other. */
export const addressMixed: LetterCheck = {
  id: 'address-mixed',
  name: '委员与代表、提案与建议混用',
  rule: '政协委员提出的是提案，人大代表提出的是建议，称呼应当与来件一致',
  severity: 'red',
  find({ model, pieces }, context) {
    const body = proposalBody(model, context);
    if (body === null) return [];
    const words = pieces.filter(runningOrTitle);
    const personal = addressed(model) === 'organisation' ? [] : salutation(body, pieces);
    return [...personal, ...mixed(body, people(body), words), ...mixed(body, papers(body), words)];
  },
};
