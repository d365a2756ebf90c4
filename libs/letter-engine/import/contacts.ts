import type { LetterContact } from '../model/model';
import { splitLabels } from './labels';
import { PHONE } from './patterns';

const NAME = /^[\p{Script=Han}·]{2,4}$/u;
const LONG_NAME = /^[\p{Script=Han}·]{5,8}$/u;
const POST =
  /(?:一级|二级|三级|四级)?(?:副)?(?:科长|主任科员|主任|局长|处长|股长|所长|站长|队长|部长|调研员|科员|干事|秘书长|秘书|经理|主席|书记|委员)$|(?:同志|先生|女士|老师)$/;
const UNIT_PIECE = /(?:局|委|办|科|股|处|室|部|站|所|中心|院|会|公司|队|厅|镇|街道|政府)$/;
const NO_NAME = /^(?:联系|电话|传真|手机|办公|地址|邮编|邮政|号码|以及|无|略|待定|转)/;

const isPhone = (piece: string): boolean => /^[（(]?[\d*×xX＊+][\d*×xX＊\-－—–转）()]{4,}$/.test(piece);

/** A name may be printed with a blank inside ("谢 高"). */
function joinNames(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    if (word.length === 1 && joined.at(-1)?.length === 1) joined[joined.length - 1] += word;
    else joined.push(word);
  }
  return joined;
}

function personOf(piece: string): string | null {
  const name = piece.replace(POST, '') || piece;
  if (NO_NAME.test(name) || (UNIT_PIECE.test(name) && name.length > 3)) return null;
  return NAME.test(name) || (LONG_NAME.test(name) && name.includes('·')) ? name : null;
}

const words = (text: string): string[] =>
  joinNames(
    text
      .replace(PHONE, (phone) =>
        /^\d{6}$/.test(phone)
          ? phone
          : `\u0001${phone.replace(/\s+/g, '').replace(/（/g, '(').replace(/）/g, ')')}\u0001`,
      )
      .split(
        /[\u0001，,；;、。\/\s]+|(?<=[\p{Script=Han}])[（(]|[）)](?=[\p{Script=Han}])|[（(](?=[\p{Script=Han}])|[）)]$|：|:|和(?=[\p{Script=Han}]{2,3}$)/u,
      )
      .filter(Boolean),
  );

class ContactReader {
  readonly contacts: LetterContact[] = [];
  private waiting: string[] = [];
  private phones: string[] = [];
  /** People of the line before whose telephone is not known yet. */
  private above: LetterContact[] = [];
  private unit: string | null = null;

  /** People are waited for; the telephones that follow are theirs. */
  take(piece: string): void {
    if (isPhone(piece)) {
      this.phones.push(piece);
      return;
    }
    const person = personOf(piece);
    if (this.phones.length > 0) this.flush();
    if (person !== null) this.waiting.push(person);
    else if (UNIT_PIECE.test(piece) && piece.length >= 3) this.unit ??= piece;
  }

  endLine(): void {
    const from = this.contacts.length;
    const unknown = this.phones.length === 0;
    this.flush();
    if (unknown && this.contacts.length > from) this.above = this.contacts.slice(from);
  }

  /** As many telephones as people: each has one of their own; else they share the first. */
  private flush(): void {
    const [first = null] = this.phones;
    const own = this.waiting.length > 1 && this.phones.length === this.waiting.length;
    if (this.waiting.length > 0)
      this.waiting.forEach((name, i) => this.contacts.push({ name, phone: own ? this.phones[i]! : first }));
    else if (first !== null && this.above.length > 0) for (const contact of this.above) contact.phone = first;
    else if (first !== null && this.contacts.length === 0)
      this.contacts.push({ name: this.unit ?? '', phone: first });
    if (first !== null) this.above = [];
    this.waiting = [];
    this.phones = [];
  }
}

/** Names and telephones of the contact lines; several names may share one telephone, a unit stands in for a person. */
export function parseContacts(text: string): LetterContact[] {
  const reader = new ContactReader();
  for (const line of text.split('\n')) {
    const { lead, pieces } = splitLabels(line);
    words(lead).forEach((word) => reader.take(word));
    for (const { kind, value } of pieces) {
      if (kind === 'person' || kind === 'phone' || kind === 'unit')
        words(value).forEach((word) => reader.take(word));
    }
    reader.endLine();
  }
  return reader.contacts;
}
