import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type Cell, columnOf, escaped, LOOKS, rowXml } from './cells';

export interface SheetColumn {
  readonly head: string;
  /** Characters of 10 points. */
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Asked for one after the other, while the file is written. */
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const xf = (format: number, font = 0): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${font ? ' applyFont="1"' : ''}/>`;
/** In the order of `LOOKS`. 49 is the format of text: what is typed into such a cell later stays words too. */
const styles = `${HEADER}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${xf(0)}${xf(49, 1)}${xf(164)}${xf(49)}${xf(165)}</cellXfs></styleSheet>`;

/** A name of a sheet as spreadsheets take it: 31 characters, none of their own signs. */
const nameOf = (name: string): string => escaped(name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31));
const each = (sheets: readonly Sheet[], write: (name: string, n: number) => string): string =>
  sheets.map(({ name }, i) => write(nameOf(name), i + 1)).join('');

/** The parts that are small and known before the first row. */
const frame = (sheets: readonly Sheet[]): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each(
    sheets,
    (_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )}</Types>`,
  '_rels/.rels': `${HEADER}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  // The heads come again on every printed page.
  'xl/workbook.xml': `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${each(
    sheets,
    (name, n) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`,
  )}</sheets><definedNames>${each(
    sheets,
    (name, n) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${n - 1}">'${name}'!$1:$1</definedName>`,
  )}</definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${each(
    sheets,
    (_, n) => `<Relationship Id="rId${n}" Type="${REL}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  )}<Relationship Id="rId${sheets.length + 1}" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': styles,
});

const sheetHead = (columns: readonly SheetColumn[]): string =>
  `${HEADER}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>${rowXml(
    columns.map(({ head }) => head),
    1,
    LOOKS.head,
  )}`;
/** What a clerk chooses in a long list: the arrows of the heads sort and filter it. */
const sheetFoot = (columns: number, lines: number): string =>
  `</sheetData><autoFilter ref="A1:${columnOf(columns - 1)}${lines}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;

/** So many characters of a sheet are packed at a time. */
const BATCH = 64 * 1024;

async function* sheetText({ columns, rows }: Sheet): AsyncGenerator<string> {
  let batch = sheetHead(columns);
  let line = 1;
  for await (const row of rows) {
    line += 1;
    batch += rowXml(row, line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  yield batch + sheetFoot(columns.length, line);
}

/** What was packed so far, once. */
class Packed {
  private readonly chunks: Uint8Array[] = [];
  readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  begin(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 6 });
    this.zip.add(part);
    return part;
  }

  taken = (): Uint8Array[] => this.chunks.splice(0);
}

/**
 * Sheets as an .xlsx that WPS and Excel open: typed cells, widths, the heads fixed, nothing that is evaluated. The rows are asked for and packed while
 * the file is read: as many as a batch are in memory, however long the list is.
 */
export async function* workbook(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const packed = new Packed();
  for (const [name, text] of Object.entries(frame(sheets))) packed.begin(name).push(strToU8(text), true);
  for (const [i, sheet] of sheets.entries()) {
    const part = packed.begin(`xl/worksheets/sheet${i + 1}.xml`);
    for await (const text of sheetText(sheet)) {
      part.push(strToU8(text));
      yield* packed.taken();
    }
    part.push(new Uint8Array(), true);
  }
  packed.zip.end();
  yield* packed.taken();
}
