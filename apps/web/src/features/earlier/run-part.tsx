import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pagination, Radio } from 'antd';
import { useState } from 'react';
import { apiUrl } from '../../shared/api/client';
import { letterImportQuery, letterImportRowsQuery } from '../../shared/api/earlier-queries';
import { pageSize } from '../../shared/api/queries';
import type { LetterImportRow, LetterImportRun, LetterScope } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Answer, Nothing } from '../../shared/ui/states';
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
            {run.state !== 'importing' && (
              <a
                className="as-button"
                href={apiUrl(`/letter-imports/${id}/report.xlsx`)}
                download={`往年答复函导入报告-${showDay(run.createdAt.slice(0, 10))}.xlsx`}
              >
                下载报告
              </a>
            )}
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
  const [only, setOnly] = useState<LetterScope>('all');
  const [page, setPage] = useState(1);
  const query = useQuery({
    ...letterImportRowsQuery(run.id, only, page),
    placeholderData: keepPreviousData,
  });
  const scopes: readonly { value: LetterScope; label: string }[] = [
    { value: 'all', label: '全部' },
    { value: 'failed', label: `没有导入 ${run.failed}` },
    { value: 'noted', label: `有没认出的 ${run.noted}` },
    { value: 'doubled', label: `重复 ${run.doubled}` },
  ];
  return (
    <section className="card pad settings" aria-label="逐个文件">
      <h2>逐个文件</h2>
      <Radio.Group
        aria-label="看哪些文件"
        optionType="button"
        options={[...scopes]}
        value={only}
        onChange={(event) => {
          setOnly(event.target.value as LetterScope);
          setPage(1);
        }}
      />
      <Answer query={query}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 && <Nothing words="没有这样的文件。" />}
            <ul className="lines">
              {rows.map((row) => (
                <Row key={row.line} row={row} />
              ))}
            </ul>
            {total > pageSize && (
              <Pagination
                className="pages"
                current={page}
                pageSize={pageSize}
                total={total}
                showSizeChanger={false}
                onChange={setPage}
              />
            )}
          </>
        )}
      </Answer>
    </section>
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
    <li>
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
    </li>
  );
}
