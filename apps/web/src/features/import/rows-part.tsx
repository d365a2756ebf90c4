import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { importRowsQuery } from '../../shared/api/queries';
import type { ImportBatch, ImportRow, ImportScope } from '../../shared/api/types';
import { importFields } from '../../shared/api/words';
import { ExportButton } from '../../shared/ui/list-buttons';
import { ScopedLines, useScope } from '../../shared/ui/scoped-lines';
import { Tag } from '../../shared/ui/tag';
import type { ImportField } from './columns-part';

/** What was typed over cells, by line. */
export type Edits = Readonly<Record<number, Readonly<Partial<Record<ImportField, string>>>>>;
type Typing = (line: number, field: ImportField, text: string) => void;

/** The report shows so much of a cell; a longer one is mended in the file, lest its rest be lost. */
const SHOWN_CHARACTERS = 300;
const scopes: readonly { readonly value: ImportScope; readonly label: string }[] = [
  { value: 'problems', label: '有问题或提示的行' },
  { value: 'all', label: '全部行' },
];

/** The lines with what is the matter and how to mend it; where `onType` is given, they are mended here. */
export function RowsPart({
  batch,
  edits = {},
  onType,
}: {
  batch: ImportBatch;
  edits?: Edits;
  onType?: Typing;
}) {
  const scope = useScope<ImportScope>(batch.bad + batch.warned > 0 ? 'problems' : 'all');
  const query = useQuery({
    ...importRowsQuery(batch.id, batch.revision, scope.only, scope.page),
    placeholderData: keepPreviousData,
  });
  const asked = { list: batch.id, only: scope.only };
  return (
    <ScopedLines
      title="各行"
      choice="看哪些行"
      scopes={scopes}
      scope={scope}
      query={query}
      nothing="没有有问题的行。"
      file={<ExportButton small list="/imports.xlsx" asked={asked} name={`核对结果-${batch.fileName}`} />}
    >
      {(row) => <Row row={row} typed={edits[row.line] ?? {}} {...(onType && { onType })} />}
    </ScopedLines>
  );
}

const textOf = (row: ImportRow, name: ImportField): string =>
  row.fields.find(({ field }) => field === name)?.text ?? '';

function Row({ row, typed, onType }: { row: ImportRow; typed: Edits[number]; onType?: Typing }) {
  const summary = [
    row.proposers.join('、'),
    row.suggestions.length > 0 && `${row.suggestions.length} 条建议`,
  ];
  return (
    <>
      <p>
        <Tag tint={row.good ? 'green' : 'red'}>{row.good ? '可以导入' : '有问题'}</Tag> 第 {row.line} 行{' '}
        <strong>
          {textOf(row, 'number')} {textOf(row, 'title')}
        </strong>
      </p>
      {row.good && <p className="quiet">{summary.filter(Boolean).join(' · ')}</p>}
      {row.problems.map(({ field, column, words, mend, choices, severity }, i) => (
        <div key={i}>
          <p>
            <Tag tint={severity === 'error' ? 'red' : 'amber'}>{severity === 'error' ? '错误' : '提示'}</Tag>{' '}
            {column ? `${column}：` : ''}
            {words}
            {mend}
          </p>
          {field && onType && textOf(row, field).length < SHOWN_CHARACTERS && (
            <p className="import-fix">
              <Input
                aria-label={`第 ${row.line} 行的${importFields[field]}`}
                value={typed[field] ?? textOf(row, field)}
                onChange={(event) => onType(row.line, field, event.target.value)}
              />
              {choices.map((choice) => (
                <Button key={choice} size="small" onClick={() => onType(row.line, field, choice)}>
                  {choice}
                </Button>
              ))}
            </p>
          )}
        </div>
      ))}
    </>
  );
}
