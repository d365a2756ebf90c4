import { parseProposers, type IntakeProposer } from '../cells/proposers';
import { askOf, type IntakeSuggestion, suggestionsOf } from '../cells/suggestions';
import { bareNumber, type IntakeKind, parseKind, parseSession, parseYes, type Session } from '../cells/words';
import { type IntakeField, intakeFields } from '../columns/fields';
import type { IntakeRow } from '../columns/rows';
import { dayOf, handOverOf } from './check-units';
import { type CheckedRow, Findings, type IntakeFacts, type Paper } from './checked';

const LIMITS = {
  title: 200,
  name: 60,
  proposers: 200,
  body: 50_000,
  fullText: 200_000,
  contact: 80,
} as const;

function faultsOf({ faults }: IntakeRow, to: Findings): void {
  for (const [field, fault] of Object.entries(faults) as [IntakeField, 'formula' | 'error'][]) {
    const where = intakeFields[field].label;
    if (fault === 'formula')
      to.error(
        field,
        `${where}一格是公式，表里没有存下算好的值。`,
        '请在表格软件里打开后保存一次，或把公式粘贴为值。',
      );
    else to.error(field, `${where}一格是错误值，读不出来。`, '请在表格里改正这一格，或在这里直接填写。');
  }
}

function numberOf({ values, faults }: IntakeRow, to: Findings): string {
  const number = bareNumber(values.number ?? '');
  if (number === '') {
    if (!faults.number) to.error('number', '没有提案号。', '请补上提案号。');
  } else if (!/^\d{1,20}$/.test(number))
    to.error('number', `提案号“${number.slice(0, 30)}”里有数字以外的字。`, '提案号只写数字。');
  return number;
}

function kindOf({ values }: IntakeRow, facts: IntakeFacts, to: Findings): IntakeKind {
  const kind = parseKind(values.kind ?? '') ?? facts.defaults.kind;
  if (!facts.kinds.includes(kind))
    to.error('kind', '本地不受理这一类件。', '请改类型，或请管理员在地方配置里加上。');
  return kind;
}

function sessionOf({ values }: IntakeRow, number: string, facts: IntakeFacts, to: Findings): Session {
  const { defaults, numberPattern } = facts;
  const groups = numberPattern?.exec(number)?.groups;
  const byNumber = groups ? { term: Number(groups['term']), meeting: Number(groups['meeting']) } : null;
  const written = parseSession(values.session ?? '');
  if (values.session !== undefined && !written)
    to.error('session', `看不出届次“${values.session.slice(0, 30)}”。`, '请写成“十三届五次会议”的样子。');
  const chosen =
    defaults.term !== null && defaults.meeting !== null
      ? { term: defaults.term, meeting: defaults.meeting }
      : null;
  const session = written ?? chosen ?? byNumber;
  if (session && byNumber && (session.term !== byNumber.term || session.meeting !== byNumber.meeting))
    to.warn(
      'number',
      `提案号 ${number} 像是 ${byNumber.term} 届 ${byNumber.meeting} 次的，与届次不一致。`,
      '请核对提案号和届次。',
    );
  if (!session && values.session === undefined)
    to.error('session', '不知道是哪一届、哪一次会议。', '请在上面填写届、次，或在表里加“届次”一列。');
  return session ?? { term: 0, meeting: 0 };
}

function titleOf({ values, faults }: IntakeRow, to: Findings): string {
  const title = (values.title ?? '').replace(/\s*\n\s*/g, '').trim();
  if (title === '' && !faults.title) to.error('title', '没有案由。', '请补上案由。');
  if (title.length > LIMITS.title)
    to.error(
      'title',
      `案由有 ${title.length} 个字，超过 ${LIMITS.title} 个字。`,
      '请核对是否把内容填进了案由一栏。',
    );
  return title;
}

function proposersOf({ values }: IntakeRow, to: Findings): readonly IntakeProposer[] {
  const contact = values.contact?.replace(/\s+/g, ' ') ?? null;
  if ((contact?.length ?? 0) > LIMITS.contact)
    to.error('contact', '联系电话太长。', `请只写一个联系方式，不超过 ${LIMITS.contact} 个字。`);
  const { proposers, unnamed } = parseProposers(values.proposers ?? '', values.joint ?? '', contact);
  if (proposers.length === 0) to.error('proposers', '没有提案者。', '请补上提案者的姓名或单位名称。');
  if (proposers.length > LIMITS.proposers)
    to.error('proposers', `提案者有 ${proposers.length} 位，超过 ${LIMITS.proposers} 位。`, '请核对这一栏。');
  const long = proposers.find(({ name }) => name.length > LIMITS.name);
  if (long)
    to.error('proposers', `“${long.name.slice(0, 20)}…”不像一个姓名或单位名称。`, '请用顿号隔开各位提案者。');
  if (unnamed > 0)
    to.warn('proposers', '写了“等”，还有提案者没有列出姓名。', '没有列出的收不到答复，请尽量补全。');
  return proposers;
}

function asksOf({ values }: IntakeRow, title: string, to: Findings): readonly IntakeSuggestion[] {
  const text = values.suggestions ?? values.fullText;
  if (text === undefined) return [{ title: askOf(title).slice(0, LIMITS.title), body: '' }];
  const asks = suggestionsOf(text, title);
  const field = values.suggestions === undefined ? 'fullText' : 'suggestions';
  if (asks.some(({ body }) => body.length > LIMITS.body))
    to.error(field, `有一条建议超过 ${LIMITS.body} 个字。`, '请在正文里用“一、二、”分开各条建议。');
  return asks;
}

function yes(
  { values }: IntakeRow,
  field: 'keyProposal' | 'consent',
  otherwise: boolean,
  to: Findings,
): boolean {
  const answer = parseYes(values[field] ?? '');
  if (answer === undefined)
    to.error(field, `“${(values[field] ?? '').slice(0, 20)}”看不出是还是否。`, '请写“是”或“否”。');
  return answer ?? otherwise;
}

function textOf({ values }: IntakeRow, title: string, to: Findings): string {
  const parts = [values.fullText, values.suggestions].filter((part) => part !== undefined);
  const text = [...new Set(parts)].join('\n');
  if (text.length > LIMITS.fullText)
    to.error('fullText', '内容太长。', `请缩到 ${LIMITS.fullText} 个字以内。`);
  if (text === '' && title !== '')
    to.warn('fullText', '没有提案内容。', '先以案由登记；请上传提案原文，或在表里加“内容”一列。');
  return text || title;
}

/** Reads one line as a proposal. What is the matter with it is told with the way to mend it; a line with an error has no paper. */
export function checkRow(row: IntakeRow, facts: IntakeFacts): CheckedRow {
  const to = new Findings();
  faultsOf(row, to);
  const number = numberOf(row, to);
  const title = titleOf(row, to);
  const paper: Paper = {
    kind: kindOf(row, facts, to),
    number,
    ...sessionOf(row, number, facts, to),
    title,
    proposers: proposersOf(row, to),
    fullText: textOf(row, title, to),
    suggestions: asksOf(row, title, to),
    keyProposal: yes(row, 'keyProposal', false, to),
    consentToPublish: yes(row, 'consent', true, to),
    registeredOn: dayOf(row, 'registeredOn', facts, to),
  };
  const handOver = handOverOf(row, facts, to);
  const { line, values } = row;
  return { line, values, paper: to.keepOut ? null : paper, handOver, problems: to.problems };
}
