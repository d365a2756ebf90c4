import type {
  importBrief,
  importRow,
  letterImportBrief,
  letterImportRow,
  policyBrief,
  policyReading,
} from '@fuhan/contracts';
import { intakeFieldNames, intakeFields, type IntakeField } from '@fuhan/intake';
import type { Sheet } from '@fuhan/knowledge';
import { z } from 'zod';
import { column, dayCell, instantCell, type ListColumn, type ListTable, sheetOf, yes } from './list-table';

/** 政策文件 */
export const policiesTable: ListTable<z.input<typeof policyBrief>> = {
  name: '政策文件',
  columns: [
    column('名称', 60, ({ title }) => title),
    column('种类', 14, ({ kindLabel }) => kindLabel),
    column('发文单位', 26, ({ issuer }) => issuer),
    column('日期', 14, ({ date }) => dayCell(date)),
    column('状态', 10, ({ stateLabel }) => stateLabel),
    column('部分', 8, ({ sections }) => sections),
    column('措施', 8, ({ measures }) => measures),
    column('责任单位', 10, ({ units }) => units),
    column('需要核对', 10, ({ findings }) => findings),
    column('导入人', 12, ({ importedBy }) => importedBy),
    column('导入时间', 18, ({ importedAt }) => instantCell(importedAt)),
  ],
};

type Reading = z.input<typeof policyReading>;
type Section = Reading['sections'][number];
type Measure = Section['measures'][number] & { readonly section: Section };
const measuresTable: ListTable<Measure> = {
  name: '措施',
  columns: [
    column('类别', 24, ({ section }) => section.group),
    column('序号', 8, ({ section }) => section.number),
    column('任务', 40, ({ section }) => section.title),
    column('措施', 80, ({ text }) => text),
    column('责任单位', 40, ({ units }) => units.join('、')),
    column('出处', 16, ({ source }) => source),
  ],
};
const targetsTable: ListTable<Reading['targets'][number]> = {
  name: '目标',
  columns: [
    column('年度', 10, ({ year }) => year),
    column('目标', 40, ({ name }) => name),
    column('数值', 20, ({ value }) => value),
    column('原文', 80, ({ text }) => text),
  ],
};
const findingsTable: ListTable<Reading['findings'][number]> = {
  name: '需要核对',
  columns: [column('需要核对', 80, ({ message }) => message), column('出处', 40, ({ source }) => source)],
};
/** What one document says: the map of who is responsible for what. */
export const policySheets = ({ sections, targets, findings }: Reading): Sheet[] => [
  sheetOf(
    measuresTable,
    sections.flatMap((section) => section.measures.map((measure) => ({ ...measure, section }))),
  ),
  sheetOf(targetsTable, targets),
  sheetOf(findingsTable, findings),
];

/** 导入记录: the lists that came in. */
export const importsTable: ListTable<z.input<typeof importBrief>> = {
  name: '导入记录',
  columns: [
    column('清单', 50, ({ fileName }) => fileName),
    column('状态', 12, ({ stateLabel }) => stateLabel),
    column('行数', 8, ({ total }) => total),
    column('导入人', 12, ({ createdBy }) => createdBy),
    column('导入时间', 18, ({ createdAt }) => instantCell(createdAt)),
    column('不能读取的原因', 60, ({ refusal }) => refusal),
  ],
};

type ImportLine = z.input<typeof importRow>;
const days = new Set<IntakeField>(['handedOverOn', 'registeredOn']);
/** As the file had it; a day that was read as one is one here too. */
const fieldColumn = (name: IntakeField): ListColumn<ImportLine> =>
  column(intakeFields[name].label, name === 'title' ? 50 : 16, ({ fields }) => {
    const text = fields.find(({ field }) => field === name)?.text ?? null;
    return text !== null && days.has(name) && z.iso.date().safeParse(text).success ? dayCell(text) : text;
  });
/** The lines of one list with what is the matter. */
export const importLinesTable: ListTable<ImportLine> = {
  name: '各行',
  columns: [
    column('行', 6, ({ line }) => line),
    column('可以导入', 10, ({ good }) => yes(good)),
    column('问题和提示', 80, ({ problems }) =>
      problems
        .map(({ severity, column: head, words, mend }) =>
          [severity === 'error' ? '错误：' : '提示：', head && `${head}：`, words, mend]
            .filter(Boolean)
            .join(''),
        )
        .join('\n'),
    ),
    ...intakeFieldNames.map(fieldColumn),
    column('建议条数', 10, ({ suggestions }) => suggestions.length),
  ],
};

/** 往年答复函: the runs. */
export const letterImportsTable: ListTable<z.input<typeof letterImportBrief>> = {
  name: '往年答复函导入记录',
  columns: [
    column('文件', 60, ({ name }) => name),
    column('状态', 12, ({ stateLabel }) => stateLabel),
    column('文件数', 10, ({ total }) => total),
    column('导入人', 12, ({ createdBy }) => createdBy),
    column('导入时间', 18, ({ createdAt }) => instantCell(createdAt)),
  ],
};
/** The report of one run, file by file. */
export const letterLinesTable: ListTable<z.input<typeof letterImportRow>> = {
  name: '导入报告',
  columns: [
    column('序号', 6, ({ line }) => line),
    column('文件', 36, ({ file }) => file),
    column('结果', 12, ({ outcomeLabel }) => outcomeLabel),
    column('发文字号', 22, ({ documentNumber }) => documentNumber),
    column('标题', 44, ({ title }) => title),
    column('发文单位', 24, ({ issuer }) => issuer),
    column('办理结果', 10, ({ outcomeClass }) => outcomeClass),
    column('成文日期', 12, ({ date }) => dayCell(date)),
    column('提案编号', 12, ({ proposalNumber }) => proposalNumber),
    column('会办单位', 30, ({ coHandlers }) => coHandlers.join('、')),
    column('没有认出', 24, ({ missing }) => missing.join('、')),
    column('说明', 80, ({ notes }) => notes.join('')),
  ],
};
