import type { LetterModel } from '../../model/model';
import type { LetterCheck, LintedLetter, Slip } from '../check';
import { isReply, type LintContext, type LintPlace } from '../context';
import type { Severity } from '../finding';
import { nowhere } from '../letter-words';
import { signers } from '../signers';
import { dateLine } from '../source-lines';
import { isOfPlace } from '../unit-index';

interface Line {
  readonly name: string;
  readonly severity: Severity;
  /** Every kind of letter has it, or only a reply. */
  readonly everyKind: boolean;
  /** It comes when the letter is issued; a draft does not have it yet. */
  readonly atIssue?: boolean;
  readonly isThere: (letter: LintedLetter, context: LintContext) => boolean;
}

const filled = (text: string | null): boolean => text !== null && text.trim() !== '';

/** Older letters thank in their last paragraph instead of a line of its own. */
function lastWords({ sections, opening }: LetterModel): string {
  const block = sections.at(-1)?.blocks.at(-1);
  return block && block.type !== 'table' ? block.text : (opening.at(-1) ?? '');
}

const hasContact = ({ model }: LintedLetter): boolean =>
  model.contacts.length > 0 || /联系|电话/.test(model.annotation ?? '');
const hasPhone = ({ model }: LintedLetter): boolean =>
  model.contacts.some(({ phone }) => filled(phone)) || /\d[\d*×xX\-\s]{5,}/.test(model.annotation ?? '');

/** Copies go to whom the place always sends one, and to the co-handlers. */
const hasRecipients = (model: LetterModel, place: LintPlace): boolean =>
  model.coHandlers.length > 0 || (place.fixedCopyTo.length > 0 && isOfPlace(model, place));

const LINES: readonly Line[] = [
  {
    name: '发文字号',
    severity: 'red',
    everyKind: false,
    atIssue: true,
    isThere: ({ model }) => filled(model.documentNumber),
  },
  { name: '标题', severity: 'red', everyKind: true, isThere: ({ model }) => filled(model.title) },
  { name: '主送', severity: 'red', everyKind: true, isThere: ({ model }) => model.addressees.some(filled) },
  { name: '开头', severity: 'yellow', everyKind: false, isThere: ({ model }) => model.opening.some(filled) },
  {
    name: '结尾',
    severity: 'yellow',
    everyKind: false,
    isThere: ({ model }) => filled(model.closing) || /感谢|[专此特]此/.test(lastWords(model).slice(-60)),
  },
  {
    name: '署名',
    severity: 'red',
    everyKind: true,
    isThere: (letter, context) => signers(letter.model, context.source).length > 0,
  },
  {
    name: '成文日期',
    severity: 'red',
    everyKind: true,
    atIssue: true,
    isThere: ({ model }, { source }) => model.date !== null || (source !== null && dateLine(source) !== null),
  },
  { name: '联系人', severity: 'yellow', everyKind: false, isThere: hasContact },
  {
    name: '联系电话',
    severity: 'yellow',
    everyKind: false,
    isThere: (letter) => !hasContact(letter) || hasPhone(letter),
  },
  {
    name: '公开方式',
    severity: 'yellow',
    everyKind: false,
    isThere: ({ model }, { place }) => filled(model.publication) || !isOfPlace(model, place),
  },
  {
    name: '抄送',
    severity: 'yellow',
    everyKind: false,
    isThere: ({ model }, { place }) => model.copyTo.some(filled) || !hasRecipients(model, place),
  },
];

const missing = ({ name, severity }: Line): Slip => ({
  message: `缺${name}。`,
  excerpt: '',
  place: nowhere,
  fix: `补上${name}。`,
  severity,
});

/** The lines a letter must have. */
export const requiredLines: LetterCheck = {
  id: 'required-lines',
  name: '缺少要素',
  rule: '信函格式的要素应当齐全（GB/T 9704—2012，7、10.1）',
  severity: 'red',
  find(letter, context) {
    const draft = context.case?.issued === false;
    return LINES.filter(({ everyKind }) => everyKind || isReply(letter.model.kind))
      .filter(({ atIssue }) => !(draft && atIssue))
      .filter(({ isThere }) => !isThere(letter, context))
      .map(missing);
  },
};
