import { parseChineseNumeral } from '@fuhan/letter-engine';

export type IntakeKind = 'plenary' | 'regular' | 'npc_suggestion' | 'npc_bill';

/** 大会提案, 平时, 代表建议, 议案 …; null where the word is no kind of paper (a field such as 教科卫体). */
export function parseKind(text: string): IntakeKind | null {
  if (/议案/.test(text)) return 'npc_bill';
  if (/代表建议|人大建议|建议、批评|批评和意见/.test(text)) return 'npc_suggestion';
  if (/平时|闭会|日常/.test(text)) return 'regular';
  return /大会|全会|会议期间|会上/.test(text) ? 'plenary' : null;
}

export interface Session {
  readonly term: number;
  readonly meeting: number;
}

const ordinal = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? 0);

/** 十三届五次会议, 第十三届委员会第五次会议, 13届5次 → 13 and 5; null for what names none. */
export function parseSession(text: string): Session | null {
  const [, term = '', meeting = ''] =
    /第?([一二三四五六七八九十\d]{1,3})届[^第次]{0,16}?(?<![一二三四五六七八九十\d])第?([一二三四五六七八九十\d]{1,3})次/.exec(
      text.normalize('NFKC'),
    ) ?? [];
  const session = { term: ordinal(term), meeting: ordinal(meeting) };
  const fits = session.term >= 1 && session.term <= 99 && session.meeting >= 1 && session.meeting <= 20;
  return fits ? session : null;
}

/** 是, 重点, √, Y → true; 否, 不, N, × → false; nothing → null; what is neither → undefined. */
export function parseYes(text: string): boolean | null | undefined {
  const word = text.normalize('NFKC').trim().toUpperCase();
  if (word === '' || word === '-' || word === '—') return null;
  if (/^(否|不|非|N|NO|0|×|X|FALSE|无|一般)/.test(word)) return false;
  if (/^(是|重点|√|✓|✔|☑|Y|YES|1|TRUE|同意|可|公开|主动|★|有)/.test(word)) return true;
  return undefined;
}

/** "第135001号" → 135001; what is no number stays as it is written. */
export const bareNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:政协)?(?:提案|建议|议案)?第?\s*(\d+)\s*号?(?:提案|建议|议案)?$/, '$1');
