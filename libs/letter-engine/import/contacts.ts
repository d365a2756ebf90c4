import type { LetterContact } from '../model/model';
import { PHONE } from './patterns';

const NAME = /^[\p{Script=Han}·]{2,6}$/u;
const LABEL =
  /(?:承办负责人|承办人|经办人|联系人|主管领导|分管领导|联系|办公|移动|手机)?(?:姓名)?(?:[及、和])?(?:联系)?(?:电话|方式|手机)?\s*[:：]/gu;

/** A name may be printed with a blank inside ("谢 高"). */
const tidy = (text: string): string => text.replace(/\s+/g, '');

/** Names and telephones of a contact line; several names may share one telephone. */
export function parseContacts(text: string): LetterContact[] {
  const contacts: LetterContact[] = [];
  let waiting: string[] = [];
  const flush = (phone: string | null): void => {
    if (waiting.length === 0 && phone !== null && contacts.length === 0) contacts.push({ name: '', phone });
    for (const name of waiting) contacts.push({ name, phone });
    waiting = [];
  };
  const pieces = text
    .replace(/联系地址\s*[:：]\S*|邮(?:政)?编(?:码)?\s*[:：]?\s*\d{6}/g, ' ')
    .replace(PHONE, (phone) => `\u0001${phone.replace(/\s+/g, '')}\u0001`)
    .replace(LABEL, '\u0001')
    .split(/[\u0001，,；;、。()（）\s]+/);
  for (const piece of pieces.map(tidy).filter(Boolean)) {
    if (/^[\d*×xX+][\d*×xX\-转—]{5,}$/.test(piece)) flush(piece);
    else if (NAME.test(piece)) waiting.push(piece);
  }
  flush(null);
  return contacts.filter(({ name }) => name !== '');
}
