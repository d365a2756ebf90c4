import type { LetterModel } from '../../model/model';
import { squeeze } from '../../text/characters';
import { parseChineseNumeral } from '../../text/numerals';
import type { LetterCheck, Slip } from '../check';
import type { LintContext } from '../context';
import { nowhere, type Piece, RUNNING, wholeOf } from '../letter-words';
import { linesOf } from '../source-lines';
import { matchesThrough, slipAt } from '../spots';

const OPEN = '〔[【（(［﹝〖「{｛〈<《';
const CLOSE = '〕\\]】）)］﹞〗」}｝〉>》';
const YEAR = '[\\d０-９〇零○一二三四五六七八九]{2,4}';
const NUMBER = new RegExp(
  `^([\\p{Script=Han}A-Za-z]{1,16})([${OPEN}]?)(${YEAR})年?([${CLOSE}]?)([\\p{Script=Han}]{0,4}?)(第?)([\\d０-９一二三四五六七八九十百]{0,6})(号?)$`,
  'u',
);
const RIGHT =
  /^[\p{Script=Han}A-Za-z]{1,16}〔(?:19|20)\d{2}〕(?!第)[\p{Script=Han}]{0,4}(?<!第)[1-9]\d{0,5}号$/u;
/** A line near the head that can only be a number, though the import did not take it for one. */
const LIKE_NUMBER = new RegExp(
  `^[\\p{Script=Han}]{2,12}[${OPEN}]\\s*${YEAR}年?\\s*[${CLOSE}]?\\s*(?:第\\s*)?[\\d０-９一二三四五六七八九十百]{0,6}\\s*号?$`,
  'u',
);
/** Numbers of other documents named in the text; only with a bracket, so that no date is taken for one. */
const CITED =
  /[\p{Script=Han}]{1,10}(?:[【[（(［﹝{](?:19|20)\d{2}年?[】\]）)］﹞}](?:第)?\d{1,5}号|〔(?:19|20)\d{2}年?〕(?:第\d{1,5}|0\d{0,4})号)/gu;

const digits = (text: string): string => {
  const plain = text.normalize('NFKC');
  return /^\d*$/.test(plain) ? plain : String(parseChineseNumeral(plain) ?? '');
};

const isPair = (open: string, close: string): boolean => open === '〔' && close === '〕';

function faults(found: RegExpExecArray): string[] {
  const [, , open = '', year = '', close = '', word = '', ordinal = '', serial = '', mark = ''] = found;
  return [
    ...(isPair(open, close) ? [] : ['年份应当用六角括号“〔〕”括起']),
    ...(/年[^〔]*[〕\])】）]/.test(found[0]) ? ['年份后面不写“年”'] : []),
    ...(/^\d{4}$/.test(year) ? [] : ['年份应当用四位阿拉伯数字']),
    ...(ordinal !== '' || word.endsWith('第') ? ['序号前不加“第”'] : []),
    ...(serial === '' ? ['没有序号'] : /^\d+$/.test(serial) ? [] : ['序号应当用阿拉伯数字']),
    ...(/^[0０]/.test(serial) ? ['序号不编虚位'] : []),
    ...(mark === '' ? ['序号后面要写“号”'] : []),
  ];
}

/** The number as it should stand, or null where something of it is not known. */
function mended(found: RegExpExecArray): string | null {
  const [, agency = '', , year = '', , word = '', , serial = ''] = found;
  const right = `${agency}〔${digits(year)}〕${word.replace(/第$/, '')}${digits(serial).replace(/^0+/, '')}号`;
  return RIGHT.test(right) ? right : null;
}

/** The letter's number as printed, and where it stands. */
function ownNumber(model: LetterModel, pieces: readonly Piece[], { source }: LintContext) {
  const piece = pieces.find(({ kind }) => kind === 'number');
  if (piece) return { text: squeeze(piece.text), printed: piece.text, place: wholeOf(piece).place };
  const head = [...model.unparsed, ...linesOf(source ?? '').slice(0, 30)];
  const line = head.find((one) => LIKE_NUMBER.test(one.trim()));
  return line === undefined ? null : { text: squeeze(line), printed: line.trim(), place: nowhere };
}

function own(model: LetterModel, pieces: readonly Piece[], context: LintContext): Slip[] {
  const number = ownNumber(model, pieces, context);
  if (number === null || RIGHT.test(number.text)) return [];
  const found = NUMBER.exec(number.text);
  const right = found && mended(found);
  const wrong = found ? faults(found).join('，') : '写法不合规定';
  return [
    {
      message: `发文字号${wrong}。`,
      excerpt: number.printed,
      place: number.place,
      fix: right === null ? '写作“机关代字〔年份〕序号号”，如“云文旅函〔2026〕52号”。' : `改为“${right}”。`,
      ...(right === null ? {} : { replacement: right }),
    },
  ];
}

const cited = (pieces: readonly Piece[]): Slip[] =>
  matchesThrough(
    pieces.filter(({ kind }) => RUNNING.has(kind)),
    CITED,
    (text) => text,
  ).map((spot) => {
    const right = mended(NUMBER.exec(spot.text) ?? ([''] as unknown as RegExpExecArray));
    return slipAt(spot, {
      message: `引用的发文字号“${spot.text}”写法不合规定。`,
      fix: right === null ? '年份用六角括号“〔〕”，序号不加“第”、不编虚位。' : `改为“${right}”。`,
      severity: 'yellow',
      ...(right === null ? {} : { replacement: right }),
    });
  });

/** 中工信函〔2025〕122号: six-cornered brackets, the year in full, no 第, no leading zero. */
export const numberForm: LetterCheck = {
  id: 'number-form',
  name: '发文字号的写法',
  rule: '年份标全称，用六角括号括入；发文顺序号不加“第”字，不编虚位，后加“号”字（GB/T 9704—2012，7.2.5）',
  severity: 'red',
  find: ({ model, pieces }, context) => [...own(model, pieces, context), ...cited(pieces)],
};
