import { LABEL_WORDS } from './label-words';

export type LabelKind = keyof typeof LABEL_WORDS;

/** A piece of a line: the label, what kind it is, and the words up to the next label. */
export interface Labelled {
  readonly kind: LabelKind;
  readonly label: string;
  readonly value: string;
  /** The piece as printed. */
  readonly printed: string;
}

const KIND = new Map<string, LabelKind>(
  Object.entries(LABEL_WORDS).flatMap(([kind, words]) =>
    words.map((word) => [word, kind as LabelKind] as const),
  ),
);
const spaced = (word: string): string => [...word].join('\\s*');
const ALL = [...KIND.keys()]
  .sort((a, b) => b.length - a.length)
  .map(spaced)
  .join('|');
const PHONE_WORDS = [...LABEL_WORDS.phone, '方式'].map(spaced).join('|');
/** "承办人及联系电话", "联系单位、电话", "联系人（电话）" are one label. */
const LABEL = new RegExp(
  `(${ALL})(?:姓名)?\\s*(?:[及和与、/]\\s*(?:其\\s*)?(?:${PHONE_WORDS})|[（(]\\s*(?:${PHONE_WORDS})\\s*[）)]|(?<=人|单位|科室|员)\\s*(?:${PHONE_WORDS}))?\\s*[:：]`,
  'g',
);

/** A longer line is running text, whatever it begins with. */
const LINE_LIMIT = 400;

/** What stands before the first label ('' where the line begins with one), and the labelled pieces in order. */
export function splitLabels(line: string): { readonly lead: string; readonly pieces: readonly Labelled[] } {
  if (line.length > LINE_LIMIT || !/[:：]/.test(line)) return { lead: line, pieces: [] };
  const found = [...line.matchAll(LABEL)];
  const pieces = found.map((match, i): Labelled => {
    const label = match[1]!.replace(/\s+/g, '');
    const start = match.index + match[0].length;
    const end = found[i + 1]?.index ?? line.length;
    return {
      kind: KIND.get(label)!,
      label,
      value: line
        .slice(start, end)
        .trim()
        .replace(/[，,；;]$/, '')
        .trim(),
      printed: line.slice(match.index, end).trim(),
    };
  });
  return { lead: line.slice(0, found[0]?.index ?? line.length).trim(), pieces };
}

/** Words before a label that only say more of it ("承办单位联系人", "（"). */
const LEAD =
  /^[（(【[\s]*(?:市|县|区|本|我|单位|具体|主要|业务|工作|承办单位|承办科室|委员会|局|委|办|[一二三四]、)*$/;

/** The labelled pieces of a line that is nothing else; null for any other line. */
export function labelledLine(line: string): readonly Labelled[] | null {
  const { lead, pieces } = splitLabels(line);
  return pieces.length > 0 && LEAD.test(lead) ? pieces : null;
}

const LETTER =
  /^[（(【[“"\s]*([A-DＡ-Ｄa-d])[12]?\s*(?:类(?:件|别|提案|答复)?)?[）)】\]”"\s。.]*(?:[（(].{0,30}[）)])?$/;

/** The class letter of a label's value ("A", "（B类）", "Ｃ类件"), or null. */
export const classLetter = (value: string): string | null => {
  const letter = LETTER.exec(value)?.[1];
  return letter === undefined ? null : letter.normalize('NFKC').toUpperCase();
};

/** A label that is a whole line; without its colon only where the word can be nothing else. */
export const isLabelAlone = (line: string): boolean => {
  if (line.length > 20) return false;
  if (/^(?:公开方式|公开属性|公开类别|信息公开选项|签发人)$/.test(line)) return true;
  const pieces = /[:：]$/.test(line) ? labelledLine(line) : null;
  return pieces?.length === 1 && pieces[0]!.value === '' && pieces[0]!.kind !== 'other';
};
