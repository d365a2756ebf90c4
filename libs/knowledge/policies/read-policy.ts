import { FuhanError } from '@fuhan/kernel';
import { readActionPlan, readTargets } from './action-plan';
import { readDraftingNote } from './drafting-note';
import type { Policy, PolicyKind, PolicyLine } from './policy';
import { readTaskTable } from './task-table';
import type { KnownUnit } from './unit-names';

const MOST_LINES = 20_000;

/** What kind of document it is, by what only that kind has; null: none that is known. */
function kindOf(lines: readonly PolicyLine[]): PolicyKind | null {
  const has = (pattern: RegExp): boolean => lines.some(({ text }) => pattern.test(text));
  if (has(/^责任(?:部门|单位)$/) && has(/^主要措施$|^工作措施$/)) return 'taskTable';
  if (has(/起草说明$/) && has(/^本部分共提出/)) return 'draftingNote';
  return has(/（[^（）]+负责）$/) ? 'actionPlan' : null;
}

/** The name: of a plan what is published, of a note or a table its own heading. */
function titleOf(kind: PolicyKind, lines: readonly PolicyLine[]): string {
  const texts = lines.map(({ text }) => text);
  if (kind === 'actionPlan') {
    const published = /关于(?:发布|印发)《(.+)》的通知/.exec(texts.join('\n'))?.[1];
    if (published) return published;
  }
  const heading = texts.findIndex((text) =>
    kind === 'taskTable' ? /分解表|任务表|分工表/.test(text) : /起草说明$|行动计划|若干措施/.test(text),
  );
  if (heading < 0) return texts[0] ?? '';
  const before = texts[heading - 1] ?? '';
  // A title over two lines: 《……高端医疗器械 / 产业集群……》起草说明.
  return before.startsWith('《') && !before.includes('》') ? before + texts[heading] : (texts[heading] ?? '');
}

/** Who issued it, where the document says so. */
const issuerOf = (lines: readonly PolicyLine[]): string | null =>
  lines
    .slice(0, 5)
    .map(({ text }) => /^(.+?)关于(?:发布|印发)《/.exec(text)?.[1] ?? null)
    .find((issuer) => issuer !== null) ?? null;

function dateOf(lines: readonly PolicyLine[]): string | null {
  const head = lines.slice(0, 8).map(({ text }) => text);
  const found = head.map((text) => /(20\d\d)[-年](\d{1,2})[-月](\d{1,2})日?/.exec(text)).find(Boolean);
  return found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : null;
}

/**
 * A policy document as who is responsible for what.
 * @param lines its lines as they are stored; empty ones and indents mean nothing
 * @param known the units of the place; none: names stay as printed and nothing is said of them
 * @throws FuhanError `policy.unrecognised`, `policy.too-long`
 */
export function readPolicy(lines: readonly string[], known: readonly KnownUnit[]): Policy {
  if (lines.length > MOST_LINES) throw new FuhanError('policy.too-long');
  const written = lines
    .map((text, i): PolicyLine => ({ text: text.replace(/[\s\u3000]+/g, ' ').trim(), number: i + 1 }))
    .filter(({ text }) => text !== '');
  const kind = kindOf(written);
  if (kind === null) throw new FuhanError('policy.unrecognised');
  const { sections, findings } = {
    taskTable: () => readTaskTable(written, known),
    actionPlan: () => readActionPlan(written, known),
    draftingNote: () => readDraftingNote(written),
  }[kind]();
  return {
    kind,
    title: titleOf(kind, written),
    issuer: issuerOf(written),
    date: dateOf(written),
    sections,
    targets: kind === 'actionPlan' ? readTargets(written) : [],
    findings,
  };
}
