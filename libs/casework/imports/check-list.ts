import { inChinese, registerProposal as registration } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import {
  type CheckedRow,
  checkIntake,
  type Columns,
  edited,
  type Edits,
  type Intake,
  type IntakeField,
  type IntakeProblem,
  type KnownUnit,
  type Paper,
  readList,
  takeIn,
  unitFinder,
} from '@fuhan/intake';
import type { PlaceProfile } from '@fuhan/rules';
import type { ImportChoice, ImportReading } from '../case/import.entities';

export interface CheckedList {
  readonly reading: ImportReading;
  readonly rows: readonly CheckedRow[];
}

/** What a list is checked against; the command line has these without a database. */
export interface ListSurroundings {
  readonly profile: PlaceProfile;
  readonly units: readonly KnownUnit[];
  readonly today: DateString;
  /** The columns chosen for lists of this form. */
  remembered(fingerprint: string): Promise<Columns | null>;
  /** Those of the papers (by `paperKey`) that are registered. */
  registered(keys: readonly string[]): Promise<ReadonlySet<string>>;
  step?(done: number, total: number): Promise<void>;
}

/** What the form of 登记 takes of a paper. */
export const registrationOf = ({ registeredOn: _, ...paper }: Paper, originalFileId: string | null) => ({
  ...paper,
  originalFileId,
});

const fieldOf: Readonly<Record<string, IntakeField>> = {
  number: 'number',
  title: 'title',
  proposers: 'proposers',
  fullText: 'fullText',
  suggestions: 'suggestions',
  term: 'session',
  meeting: 'session',
};

/** The last word has the form by which single papers are registered: what it would refuse is no good line. */
function alsoByForm(row: CheckedRow): CheckedRow {
  if (!row.paper) return row;
  const parsed = registration.safeParse(registrationOf(row.paper, null), { error: inChinese });
  if (parsed.success) return row;
  const problems = parsed.error.issues.map(({ path, message }): IntakeProblem => ({
    field: fieldOf[String(path[0])] ?? null,
    severity: 'error',
    words: `${message}。`,
    mend: '请改正这一栏。',
  }));
  return { ...row, paper: null, problems: [...row.problems, ...problems] };
}

async function taken(
  bytes: Uint8Array,
  file: string,
  choice: ImportChoice,
  around: ListSurroundings,
): Promise<Intake> {
  const table = await readList(bytes, file);
  const first = takeIn(table);
  const columns = choice.columns ?? (await around.remembered(first.fingerprint));
  return columns ? takeIn(table, () => columns) : first;
}

/**
 * Reads a list and checks its lines: nothing is stored.
 * @throws FuhanError `intake.*`, `letter.*` where the file cannot be read
 */
export async function checkList(
  file: { readonly bytes: Uint8Array; readonly name: string },
  choice: ImportChoice,
  edits: Edits,
  around: ListSurroundings,
): Promise<CheckedList> {
  const { profile, units, today, registered, step } = around;
  const intake = await taken(file.bytes, file.name, choice, around);
  const { header, fingerprint, columns, notes, told, date1904 } = intake;
  const otherwise = {
    kind: choice.kind ?? told.kind ?? profile.kinds[0] ?? 'plenary',
    term: choice.term ?? told.term,
    meeting: choice.meeting ?? told.meeting,
  };
  const pattern = profile.checks.proposalNumber;
  const facts = {
    units: unitFinder(units),
    today,
    kinds: profile.kinds,
    numberPattern: pattern === null ? null : new RegExp(pattern),
    defaults: otherwise,
    date1904,
  };
  const lines = intake.rows.map((row) => edited(row, edits.get(row.line)));
  const rows = await checkIntake(lines, facts, registered, async (done) => step?.(done, lines.length));
  return {
    reading: { header: header.texts, fingerprint, columns, notes, ...otherwise },
    rows: rows.map(alsoByForm),
  };
}
