import type {
  auditFileQuery,
  commitmentsQuery,
  factListQuery,
  houseFileQuery,
  importsFileQuery,
  ledgerFileQuery,
  letterImportsFileQuery,
  monthQuery,
  noticesQuery,
  policiesFileQuery,
  registerFileQuery,
  searchFileQuery,
  stageListQuery,
  statisticsQuery,
  todoQuery,
} from '@fuhan/contracts';
import { noticesOf } from '@fuhan/clocks';
import type { Sheet } from '@fuhan/knowledge';
import type { z } from 'zod';
import { auditLog } from '../audit/audit-log.queries';
import { listTodo } from '../boxes/todo.queries';
import { supervision } from '../chasing/supervision.queries';
import { commitmentsOfYear } from '../commitments.queries';
import {
  admitToLetterImports,
  listLetterImports,
  showLetterImportRows,
} from '../earlier/letter-import.queries';
import { admitToImports, listImports, showImportRows } from '../imports/import.queries';
import { dueCalendar } from '../due-calendar.queries';
import { letterBoard } from '../issuing/letter-board.queries';
import { listProposals } from '../ledger/ledger.queries';
import { listPolicies, showPolicy } from '../policies/policy.queries';
import { type Book, registers } from '../registers.queries';
import { MOST_FOUND, search } from '../search/search.queries';
import { stageList, stageTable } from '../statistics/stages.queries';
import { factList, statistics } from '../statistics/statistics.queries';
import { chosenCases, type WorklistContext } from '../worklist.queries';
import { auditTable, bookTables, commitmentsTable } from './book-tables';
import {
  askedTable,
  boardTable,
  dueTable,
  dutiesTable,
  findsTable,
  ledgerTable,
  todoTable,
} from './case-tables';
import {
  delegationRows,
  delegationTable,
  personRows,
  personTable,
  unitListTable,
  unitRows,
} from './house-tables';
import {
  importLinesTable,
  importsTable,
  letterImportsTable,
  letterLinesTable,
  policiesTable,
  policySheets,
} from './intake-tables';
import { type ListTable, sheetOf } from './list-table';
import { dispatchesTable, dispatchRows, noticesTable } from './notice-tables';
import {
  classesTable,
  factsTable,
  figuresTable,
  stageCasesTable,
  stagesTable,
  unitsTable,
  yearsTable,
} from './statistics-tables';

/** So many rows are read at a time; no list shows more than so many. */
const PAGE = 200;
const MOST_ROWS = 10_000;

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}
type Read<Row> = (offset: number, limit: number) => Promise<Page<Row>>;

/** The rows after `first`, page by page. One that is pushed onto the next page by a newcomer is there once all the same. */
async function* pages<Row>(
  first: Page<Row>,
  read: Read<Row>,
  keyOf: (row: Row) => string,
  size: number,
): AsyncGenerator<Row> {
  const seen = new Set<string>();
  let page = first;
  for (let at = 0; page.items.length > 0 && at < MOST_ROWS; page = await read(at, size)) {
    for (const row of page.items) {
      if (seen.has(keyOf(row))) continue;
      seen.add(keyOf(row));
      yield row;
    }
    at += size;
    if (at >= page.total) return;
  }
}

/** The first page is read before anything is sent: what is wrong with the question is then still told as such. */
const paged = async <Row>(
  read: Read<Row>,
  keyOf: (row: Row) => string,
  size = PAGE,
): Promise<AsyncGenerator<Row>> => pages(await read(0, size), read, keyOf, size);

const yearOf = ({ today }: WorklistContext, year: number | undefined): number =>
  year ?? Number(today.slice(0, 4));

async function bookSheets(ctx: WorklistContext, asked: z.output<typeof registerFileQuery>): Promise<Sheet[]> {
  const all = await registers(ctx.em, ctx.actor, yearOf(ctx, asked.year));
  const sheets: { readonly [B in Book]: Sheet } = {
    numbers: sheetOf(bookTables.numbers, all.numbers),
    seals: sheetOf(bookTables.seals, all.seals),
    receipts: sheetOf(bookTables.receipts, all.receipts),
  };
  return asked.book ? [sheets[asked.book]] : Object.values(sheets);
}

async function statisticsSheets(
  ctx: WorklistContext,
  asked: z.output<typeof statisticsQuery>,
): Promise<Sheet[]> {
  const { asOf, figures, units, years, classes } = await statistics(ctx, asked);
  return [
    sheetOf(figuresTable(asOf), figures),
    sheetOf(unitsTable, units),
    sheetOf(yearsTable, years),
    sheetOf(classesTable, classes),
    sheetOf(stagesTable, await stageTable(ctx, asked)),
  ];
}

type Lines<Row> = (offset: number, limit: number) => Promise<{ rows: readonly Row[]; total: number }>;
/** The lines of something that came in, page by page. */
async function linesSheet<Row extends { readonly line: number }>(
  table: ListTable<Row>,
  lines: Lines<Row>,
): Promise<Sheet> {
  const read: Read<Row> = async (offset, limit) => {
    const { rows, total } = await lines(offset, limit);
    return { items: rows, total };
  };
  return sheetOf(table, await paged(read, ({ line }) => String(line)));
}

async function importSheets(
  { em, actor }: WorklistContext,
  { list, only }: z.output<typeof importsFileQuery>,
): Promise<Sheet[]> {
  admitToImports(actor);
  if (!list) return [sheetOf(importsTable, await listImports(em))];
  return [
    await linesSheet(importLinesTable, (offset, limit) =>
      showImportRows(em, list, { only, offset, limit }, Infinity),
    ),
  ];
}

async function letterImportSheets(
  { em, actor }: WorklistContext,
  { run, only }: z.output<typeof letterImportsFileQuery>,
): Promise<Sheet[]> {
  admitToLetterImports(actor);
  if (!run) return [sheetOf(letterImportsTable, await listLetterImports(em))];
  return [
    await linesSheet(letterLinesTable, (offset, limit) =>
      showLetterImportRows(em, run, { only, offset, limit }),
    ),
  ];
}

/**
 * Every list as a workbook: what its page shows under the same question, read by the same function, so for this reader and no more. By the name its
 * address has in the contract.
 */
export const listFiles = {
  ledgerFile: async (ctx: WorklistContext, asked: z.output<typeof ledgerFileQuery>) => {
    if (asked.ids) return [sheetOf(ledgerTable, await chosenCases(ctx, asked.ids))];
    const read = (offset: number, limit: number) => listProposals(ctx, { ...asked, offset, limit });
    return [sheetOf(ledgerTable, await paged(read, ({ proposalId }) => proposalId))];
  },
  todoFile: async (ctx: WorklistContext, { box }: z.output<typeof todoQuery>) => [
    sheetOf(todoTable, (await listTodo(ctx, box)).items),
  ],
  supervisionFile: async (ctx: WorklistContext) => {
    const { duties, asked } = await supervision(ctx);
    return [sheetOf(dutiesTable, duties), sheetOf(askedTable, asked)];
  },
  dueCalendarFile: async (ctx: WorklistContext, { month }: z.output<typeof monthQuery>) => [
    sheetOf(dueTable, (await dueCalendar(ctx, month)).due),
  ],
  delegationsFile: async (ctx: WorklistContext) => [sheetOf(delegationTable, await delegationRows(ctx))],
  letterBoardFile: async (ctx: WorklistContext) => [sheetOf(boardTable, (await letterBoard(ctx)).rows)],
  registerFile: bookSheets,
  auditFile: async ({ em, actor }: WorklistContext, asked: z.output<typeof auditFileQuery>) => {
    const read = (offset: number, limit: number) => auditLog(em, actor, { ...asked, offset, limit });
    return [sheetOf(auditTable, await paged(read, ({ seq }) => String(seq)))];
  },
  commitmentsFile: async (
    ctx: WorklistContext,
    { year, ...asked }: Omit<z.output<typeof commitmentsQuery>, 'offset' | 'limit'>,
  ) => {
    const read = async (offset: number, limit: number) => {
      const { items, counts } = await commitmentsOfYear(ctx, {
        ...{ ...asked, year: yearOf(ctx, year), offset, limit },
      });
      return { items, total: counts[asked.show] };
    };
    return [sheetOf(commitmentsTable, await paged(read, ({ id }) => id))];
  },
  searchFile: async ({ em, actor, today }: WorklistContext, asked: z.output<typeof searchFileQuery>) => [
    sheetOf(findsTable, (await search(em, actor, { ...asked, offset: 0, limit: MOST_FOUND }, today)).items),
  ],
  statisticsFile: statisticsSheets,
  factListFile: async (
    ctx: WorklistContext,
    asked: Omit<z.output<typeof factListQuery>, 'offset' | 'limit'>,
  ) => {
    const { label, items } = await factList(ctx, { ...asked, offset: 0, limit: Infinity });
    return [sheetOf(factsTable(label), items)];
  },
  stageListFile: async (ctx: WorklistContext, asked: z.output<typeof stageListQuery>) => [
    sheetOf(stageCasesTable, await stageList(ctx, asked)),
  ],
  unitsFile: async (ctx: WorklistContext, { q = '' }: z.output<typeof houseFileQuery>) => {
    const has = (...names: string[]): boolean => names.some((name) => name.includes(q.trim()));
    const rows = await unitRows(ctx);
    return [
      sheetOf(
        unitListTable,
        rows.filter(({ name, shortName, aliases }) => has(name, shortName, ...aliases)),
      ),
    ];
  },
  peopleFile: async (ctx: WorklistContext, { q = '' }: z.output<typeof houseFileQuery>) => {
    const rows = await personRows(ctx);
    const found = rows.filter(({ name, account, unit }) =>
      [name, account, unit].some((each) => each.includes(q.trim())),
    );
    return [sheetOf(personTable, found)];
  },
  policiesFile: async ({ em }: WorklistContext, { doc }: z.output<typeof policiesFileQuery>) =>
    doc
      ? policySheets((await showPolicy(em, doc)).reading)
      : [sheetOf(policiesTable, await listPolicies(em))],
  importsFile: importSheets,
  letterImportsFile: letterImportSheets,
  noticesFile: async ({ em, actor }: WorklistContext, { box }: z.output<typeof noticesQuery>) => [
    sheetOf(noticesTable, await noticesOf(em, actor.personId, box === 'unread')),
  ],
  dispatchesFile: async (ctx: WorklistContext) => [sheetOf(dispatchesTable, await dispatchRows(ctx))],
} as const;
