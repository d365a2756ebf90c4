import type { SourceLine } from './lines';
import { labelledLine } from './labels';
import { OPENING_LIKE, UNIT_NAME } from './patterns';

/** How a party that is written to is named at its name's end. */
const PARTY =
  /(?:委员|代表|同志|先生|女士|会|社|局|委|办|办公室|组|联|团|界|界别|政府|党|院|厅|室|部|中心|公司|站|处|盟|进|学社|台盟|民建|民进|提案者|提案人|领衔人|委员们|代表们|小组|支部|总支|人大|政协|所|区|县|市|镇|乡)(?:[（(][^（()）]{1,20}[）)])?$/;
const NAMES =
  /^(?:[\p{Script=Han}·]{2,5}|[\p{Script=Han}·]{2,5}(?:[、，,\s][\p{Script=Han}·]{2,5})+)(?:等)?$/u;
const NO_PARTY =
  /如下|以下|[。；！？;!?《》]|^(?:附件|抄送|一是|二是|其中|包括|下一步|目前|主要|具体|关于|对|现|经)|(?:问题|措施|方面|工作|情况|意见|内容|原因|答复|建议|提案|复函|的函)$/;
const WITHOUT_COLON = /^[\p{Script=Han}·、，\s]{2,60}(?:委员|代表)(?:[（(][^（()）]{1,20}[）)])?[，,。]?$/u;
const LIMIT = 120;

export interface Salutation {
  readonly party: string;
  /** What runs on behind the colon in the same line. */
  readonly rest: string;
}

const isParty = (words: string): boolean =>
  words.length >= 2 &&
  words.length <= LIMIT &&
  !NO_PARTY.test(words) &&
  (PARTY.test(words) || NAMES.test(words) || /等\S{0,6}(?:人|位|名)(?:委员|代表)?$/.test(words));

/** A salutation: "某某委员会：", "张三委员：您提出的…", or a line of members without its colon. */
export function salutation(line: string): Salutation | null {
  const colon = /^(.{2,120}?)[:：]/.exec(line);
  if (colon && isParty(colon[1]!) && (labelledLine(line) === null || line.length === colon[0].length)) {
    const rest = line.slice(colon[0].length).trim();
    if (labelledLine(line) !== null) return null;
    return rest === '' || OPENING_LIKE.test(rest) || /^(?:您好|你们?好|现|贵|您|你)/.test(rest)
      ? { party: colon[1]!, rest }
      : null;
  }
  if (WITHOUT_COLON.test(line) && !/关于|提案|建议|政协委员提|人大代表建|答复/.test(line))
    return { party: line.replace(/[，,。]$/, ''), rest: '' };
  return null;
}

/** No letter has more lines above its addressee. */
const HEAD_LINES = 60;

export interface FoundAddressee {
  /** The lines of the salutation; [start, end). Equal where the letter has none and the body begins at `end`. */
  readonly start: number;
  readonly end: number;
  readonly parties: readonly string[];
  readonly rest: string;
}

const opensLetter = (line: SourceLine | undefined): boolean =>
  line !== undefined &&
  line.text.length > 20 &&
  /[。，,:：]/.test(line.text) &&
  !/(?:答复|复函|的函|报告|意见)$/.test(line.text) &&
  OPENING_LIKE.test(line.text);

/** "甲、乙、" / "丙委员：": names that fill more than one line. */
const isListAbove = (line: SourceLine | undefined): boolean =>
  line !== undefined && line.text.length <= 80 && /^[\p{Script=Han}·、（）()]+、$/u.test(line.text);

const follows = (lines: readonly SourceLine[], i: number): Salutation | null => {
  const own = salutation(lines[i]!.text);
  if (own) return own;
  const { text } = lines[i]!;
  return (UNIT_NAME.test(text) || NAMES.test(text)) &&
    !/^关于/.test(text) &&
    /^(?:您|你|贵)/.test(lines[i + 1]?.text ?? '')
    ? { party: text, rest: '' }
    : null;
};

/** Where the letter is addressed; without an addressee, where its first sentence begins; null where neither is seen. */
export function findAddressee(lines: readonly SourceLine[]): FoundAddressee | null {
  const limit = Math.min(lines.length, HEAD_LINES);
  for (let i = 0; i < limit; i++) {
    const first = follows(lines, i);
    if (first) {
      let start = i;
      while (start > 0 && isListAbove(lines[start - 1])) start -= 1;
      const above = lines
        .slice(start, i)
        .map(({ text }) => text)
        .join('');
      const parties = [above + first.party];
      let { rest } = first;
      let end = i + 1;
      // A salutation a line.
      for (let next = rest === '' && end < limit ? salutation(lines[end]!.text) : null; next;) {
        parties.push(next.party);
        rest = next.rest;
        end += 1;
        next = rest === '' && end < limit ? salutation(lines[end]!.text) : null;
      }
      return { start, end, parties, rest };
    }
    if (opensLetter(lines[i])) return { start: i, end: i, parties: [], rest: '' };
  }
  return null;
}

/** A party as it is stored: without 尊敬的, which is kept for the print. */
export function withoutHonorific(party: string): {
  readonly honorific: string | null;
  readonly party: string;
} {
  const honorific = /^(?:尊敬的|敬爱的)\s*(?=.{2})/.exec(party.trim())?.[0] ?? null;
  return {
    honorific,
    party: party
      .trim()
      .slice(honorific?.length ?? 0)
      .trim(),
  };
}
