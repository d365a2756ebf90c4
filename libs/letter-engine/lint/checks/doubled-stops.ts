import type { LetterCheck, LintedLetter, Slip } from '../check';
import { matches, type Piece, RUNNING, spotAt } from '../letter-words';
import { slipAt } from '../spots';

const DOUBLED =
  /[。，、；：,;:]{2,}|[。，、；：][！？.]|[！？][。，、；：]|！{3,}|？{3,}|(?<!\d)\.{2,}|。[”’][。，；]|[（《“](?=[，。、；：])|(?<=[。；])[、，]/g;
/** Words that begin a sentence, with no stop before them: the stop of the one before is missing. */
const RUN_ON =
  /(?<=[\p{Script=Han}\d%）”》])(?<![在从至到对为于和与及是将把按就如截比上由向个该各每项了\d])(?:下一步|接下来|今后|近年来|此外|另外|下一阶段)，/gu;
const STOP_AT_END = /[。！？：；…!?;:][”’）)》】〉*]*$/;
/** A last bracket may follow the stop. */
const AFTER_STOP = /[。！？；][（(][^（）()]*[）)]$/;
/** Shorter lines are labels and names. */
const SENTENCE = 12;
/** A line of one short clause may be a name or a heading of its own. */
const CLAUSE = 24;

const mended = (text: string): string | null => {
  if (/^。+$/.test(text)) return '。';
  if (/^，+$/.test(text)) return '，';
  if (/^、+$/.test(text)) return '、';
  if (/^；+$/.test(text)) return '；';
  if (/^：+$/.test(text)) return '：';
  return null;
};

const doubled = (pieces: readonly Piece[]): Slip[] =>
  matches(pieces, DOUBLED).map((spot) => {
    const right = mended(spot.text);
    const shown = spotAt(spot.piece, Math.max(0, spot.place.start - 2), spot.place.end);
    return slipAt(shown, {
      message: `${spot.place.label}的标点“${spot.text}”重复或者相叠。`,
      fix: '只留一个合适的标点。',
      ...(right === null ? {} : { replacement: shown.text.replace(spot.text, right) }),
    });
  });

const isUnfinished = ({ kind, text }: Piece): boolean =>
  (kind === 'paragraph' || kind === 'opening' || kind === 'closing') &&
  text.length >= SENTENCE &&
  (text.length >= CLAUSE || /[，。；、]./.test(text)) &&
  !/^关于[^，。]*的(?:建议|问题|意见)$|^关于“.*”的建议$/.test(text) &&
  !STOP_AT_END.test(text) &&
  !AFTER_STOP.test(text);

function unfinished(pieces: readonly Piece[]): Slip[] {
  return pieces.filter(isUnfinished).map((piece) => {
    const spot = spotAt(piece, Math.max(0, piece.text.length - 8), piece.text.length);
    const comma = /[，、,]$/.test(piece.text);
    return slipAt(spot, {
      message: comma ? `${piece.label}以“${piece.text.at(-1)}”结尾。` : `${piece.label}末尾缺少句号。`,
      fix: comma ? '句末改用句号。' : '在段末补上句号。',
      replacement: comma ? `${spot.text.slice(0, -1)}。` : `${spot.text}。`,
    });
  });
}

/** One verdict without its stop beside others that have one. */
function verdicts({ pieces }: LintedLetter): Slip[] {
  const all = pieces.filter(({ kind }) => kind === 'verdict');
  if (!all.some(({ text }) => text.endsWith('。'))) return [];
  return all
    .filter(({ text }) => /\p{Script=Han}$/u.test(text))
    .map((piece) =>
      slipAt(spotAt(piece, 0, piece.text.length), {
        message: `${piece.label}末尾缺少句号。`,
        fix: '与其他各条一样，末尾加句号。',
        replacement: `${piece.text}。`,
      }),
    );
}

const runOn = (pieces: readonly Piece[]): Slip[] =>
  matches(
    pieces.filter(({ kind }) => kind === 'paragraph'),
    RUN_ON,
  ).map((spot) =>
    slipAt(spotAt(spot.piece, Math.max(0, spot.place.start - 4), spot.place.end), {
      message: `“${spot.text}”前面缺少句号。`,
      fix: '在前一句末尾补上句号。',
    }),
  );

/** Every sentence has one stop, and has it. */
export const doubledStops: LetterCheck = {
  id: 'doubled-stops',
  name: '标点重复或者缺失',
  rule: '句末用句号，点号不连用（GB/T 15834—2011，4.1）',
  severity: 'yellow',
  find(letter) {
    const running = letter.pieces.filter(({ kind }) => RUNNING.has(kind));
    return [...doubled(running), ...unfinished(running), ...verdicts(letter), ...runOn(running)];
  },
};
