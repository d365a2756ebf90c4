import type { Values } from '../actions/values';

/** What a chosen file holds: the year's notice as a form takes it, or why it cannot be read. */
export type NoticeFile = { readonly notice: Values } | { readonly problem: string };

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Reads a year's notice from the text of a file. Whether its days are right, the server says. */
export function readNotice(text: string): NoticeFile {
  const data = parsed(text);
  if (data === undefined) return { problem: '这个文件不是 JSON，请换一个文件，或直接填写下面的表单。' };
  const tables: unknown[] = Array.isArray(data) ? data : [data];
  if (tables.length > 1)
    return {
      problem: `文件里有 ${tables.length} 年的安排，请一年一个文件，或用命令行 fuhan calendar import 一次导入。`,
    };
  const [table] = tables;
  const holidays = isGroup(table) ? table['holidays'] : undefined;
  const workdays = isGroup(table) ? table['workdays'] : undefined;
  const fits =
    isGroup(table) &&
    Array.isArray(holidays) &&
    holidays.every((each) => isGroup(each) && [each['name'], each['from'], each['to']].every(isText)) &&
    Array.isArray(workdays) &&
    workdays.every(isText);
  if (!fits)
    return { problem: '这个文件不是放假安排：应有 year、source、holidays、workdays。请对照说明改正。' };
  const { year, source, extraDaysOff = 0 } = table;
  return { notice: { year, source, holidays, workdays, extraDaysOff } };
}
