import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { CheckedPart } from '../features/import/checked-part';
import { ResultPart } from '../features/import/result-part';
import { EarlierPart, UploadPart } from '../features/import/upload-part';
import { Problem } from '../shared/api/problem';
import { importQuery, meQuery } from '../shared/api/queries';
import type { ImportBatch } from '../shared/api/types';
import { Answer, Failure, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/proposals/import');
const notMine = new Problem(403, 'forbidden', '导入交办清单由交办人员来做。');

/** A handed-over list on its way in: file, columns, lines, confirmation, result. */
export function ImportPage() {
  usePageTitle('导入交办清单');
  const { list } = route.useSearch();
  const { data: me } = useSuspenseQuery(meQuery);
  if (!me.actions.some(({ command }) => command === 'import.create')) return <Failure problem={notMine} />;
  return (
    <>
      <div className="page-head">
        <h1>导入交办清单</h1>
        {list && (
          <Link to="/proposals/import" className="as-button">
            另选一份
          </Link>
        )}
      </div>
      {list ? (
        <OneList key={list} id={list} />
      ) : (
        <>
          <UploadPart />
          <EarlierPart />
        </>
      )}
    </>
  );
}

function OneList({ id }: { id: string }) {
  const query = useQuery(importQuery(id));
  return (
    <Answer query={query}>
      {(batch) => (
        <>
          <p className="quiet">
            {batch.fileName} · {batch.stateLabel}
          </p>
          <Stage batch={batch} />
        </>
      )}
    </Answer>
  );
}

function Stage({ batch }: { batch: ImportBatch }) {
  switch (batch.state) {
    case 'reading':
    case 'importing':
      return <Progress batch={batch} />;
    case 'refused':
      return <Alert type="error" showIcon title={batch.refusal} />;
    case 'checked':
      return <CheckedPart key={batch.revision} batch={batch} />;
    case 'imported':
      return <ResultPart batch={batch} />;
    case 'undone':
      return <Alert type="info" showIcon title="这次导入已经撤销。改好清单后，请另选一份再导入。" />;
  }
}

const Progress = ({ batch: { state, done, total } }: { batch: ImportBatch }) => (
  <section className="card pad settings" aria-label="进度">
    <p role="status">
      {state === 'reading' ? '正在核对' : '正在登记'}
      {total > 0 && `：${done} / ${total} 行`}
    </p>
    <progress className="import-progress" aria-label="进度" {...(total > 0 && { value: done, max: total })} />
  </section>
);
