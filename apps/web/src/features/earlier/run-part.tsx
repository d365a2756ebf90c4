import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { letterImportQuery, letterImportRowsQuery } from '../../shared/api/earlier-queries';
import type { LetterImportRow, LetterImportRun, LetterScope } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { ExportButton } from '../../shared/ui/list-buttons';
import { ScopedLines, useScope } from '../../shared/ui/scoped-lines';
import { Answer } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';
import { ActionButtons } from '../actions/action-drawer';

const tints = { imported: 'green', doubled: 'plain', failed: 'red' } as const;

/** One run: how far it is, what it brought, the way back, the report. */
export function RunPart({ id }: { id: string }) {
  const query = useQuery(letterImportQuery(id));
  return (
    <Answer query={query}>
      {(run) => (
        <>
          <div className="page-head">
            <h1>导入往年答复函</h1>
            <Link to="/earlier-letters" search={{}} className="as-button">
              全部导入
            </Link>
            <ActionButtons actions={run.actions} />
          </div>
          <p className="quiet">
            {run.name} · {run.createdBy}，{showInstant(run.createdAt)} · {run.stateLabel}
          </p>
          <Outcome run={run} />
          {run.state !== 'importing' && <RowsPart run={run} />}
        </>
      )}
    </Answer>
  );
}

function Outcome({
  run: { state, done, total, imported, doubled, failed, noted },
}: {
  run: LetterImportRun;
}) {
  if (state === 'importing')
    return (
      <section className="card pad settings" aria-label="进度">
        <p role="status">正在读取{total > 0 && `：${done} / ${total} 个文件`}</p>
        <progress
          className="import-progress"
          aria-label="进度"
          {...(total > 0 && { value: done, max: total })}
        />
      </section>
    );
  return (
    <section className="card pad settings" aria-label="结果">
      <h2>{state === 'undone' ? '这次导入已经撤销' : `已导入 ${imported} 封`}</h2>
      <p>
        {[
          `共 ${total} 个文件`,
          noted > 0 && `其中 ${noted} 封有没认出的地方`,
          doubled > 0 && `${doubled} 个重复，已跳过`,
          failed > 0 && `${failed} 个没有导入`,
        ]
          .filter(Boolean)
          .join('，')}
        。
        {state === 'imported' &&
          imported > 0 &&
          '导入的函可以在全文检索里查到，拟稿时作为往年答复供引用，交办时作为往年办理情况推荐单位。'}
      </p>
    </section>
  );
}

function RowsPart({ run }: { run: LetterImportRun }) {
  const scope = useScope<LetterScope>('all');
  const query = useQuery({
    ...letterImportRowsQuery(run.id, scope.only, scope.page),
    placeholderData: keepPreviousData,
  });
  const name = `往年答复函导入报告-${showDay(run.createdAt.slice(0, 10))}`;
  const asked = { run: run.id, only: scope.only };
  return (
    <ScopedLines
      title="逐个文件"
      choice="看哪些文件"
      scopes={[
        { value: 'all', label: '全部' },
        { value: 'failed', label: `没有导入 ${run.failed}` },
        { value: 'noted', label: `有没认出的 ${run.noted}` },
        { value: 'doubled', label: `重复 ${run.doubled}` },
      ]}
      scope={scope}
      query={query}
      nothing="没有这样的文件。"
      file={<ExportButton small list="/letter-imports.xlsx" asked={asked} name={name} />}
    >
      {(row) => <Row row={row} />}
    </ScopedLines>
  );
}

function Row({ row }: { row: LetterImportRow }) {
  const { outcome, outcomeLabel, file, title, letterId, notes } = row;
  const facts = [
    row.documentNumber,
    row.issuer,
    row.outcomeClass && `${row.outcomeClass}类`,
    row.date && showDay(row.date),
    row.proposalNumber && `第${row.proposalNumber}号提案`,
    row.coHandlers.length > 0 && `会办：${row.coHandlers.join('、')}`,
  ].filter(Boolean);
  return (
    <>
      <p>
        <Tag tint={tints[outcome]}>{outcomeLabel}</Tag>{' '}
        {letterId ? (
          <Link to="/earlier-letters" search={{ letter: letterId }}>
            {title ?? file}
          </Link>
        ) : (
          <strong>{title ?? file}</strong>
        )}
      </p>
      {title && <p className="quiet">{file}</p>}
      {facts.length > 0 && <p className="quiet">{facts.join(' · ')}</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  );
}
