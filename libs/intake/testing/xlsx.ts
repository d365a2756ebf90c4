import { columnName } from '../table/table';
import { zip } from './zip';

/** A cell as a test writes it: text (shared), a number, or the XML attributes and content of its own. */
export type Written = string | number | null | { readonly attributes?: string; readonly xml: string };

export interface SheetPlan {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly Written[])[];
  readonly merges?: readonly string[];
  /** Instead of the rows: the XML of the sheet's data. */
  readonly data?: string;
}
export interface BookPlan {
  readonly date1904?: boolean;
  /** Parts that replace, or are added. */
  readonly parts?: Readonly<Record<string, string>>;
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Formats of cells by number: style 1 is a date, style 2 six digits. */
const STYLES = `<styleSheet><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
<numFmt numFmtId="177" formatCode="000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

/** A workbook of the sheets, as spreadsheet programs write them: shared strings, styles, relations. */
export function xlsx(sheets: readonly SheetPlan[], plan: BookPlan = {}): Uint8Array {
  const strings: string[] = [];
  const cell = (written: Written, column: number, line: number): string => {
    if (written === null) return '';
    const place = `r="${columnName(column)}${line}"`;
    if (typeof written === 'number') return `<c ${place}><v>${written}</v></c>`;
    if (typeof written === 'object') return `<c ${place} ${written.attributes ?? ''}>${written.xml}</c>`;
    strings.push(`<si><t xml:space="preserve">${escape(written)}</t></si>`);
    return `<c ${place} t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheetXml = ({ rows, merges = [], data }: SheetPlan): string => {
    const body =
      data ??
      rows
        .map((row, i) => `<row r="${i + 1}">${row.map((each, c) => cell(each, c, i + 1)).join('')}</row>`)
        .join('');
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `<worksheet><sheetData>${body}</sheetData>${merged ? `<mergeCells>${merged}</mergeCells>` : ''}</worksheet>`;
  };
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${plan.date1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, hidden }, i) =>
          `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}" r:id="rId${i + 1}"${hidden ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
  };
  parts['xl/sharedStrings.xml'] = `<sst>${strings.join('')}</sst>`;
  return zip({ ...parts, ...plan.parts });
}

export const HEADER = [
  '提案号',
  '届次',
  '案由',
  '提案者',
  '附议人',
  '主办单位',
  '会办单位',
  '交办日期',
  '内容',
];

/** One line of a list in the columns of HEADER. */
export const line = (number: string | number, more: Partial<Record<number, Written>> = {}): Written[] =>
  [
    number,
    '十三届五次会议',
    `关于第${number}件事的提案`,
    '何委员',
    '',
    '市工信局',
    '市财政局、市商务局',
    '2026-03-02',
    '一、摸清底数。\n二、建立台账。',
  ].map((usual, i): Written => (more[i] === undefined ? usual : more[i]!));
