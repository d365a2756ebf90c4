import { Link } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import type { ImportBatch } from '../../shared/api/types';
import { RowsPart } from './rows-part';
import { useSending } from './use-sending';

/** A list that was registered: how many, what was left out, and the way back. */
export function ResultPart({ batch }: { batch: ImportBatch }) {
  const { modal } = App.useApp();
  const { busy, problem, send } = useSending();
  const undo = (): void =>
    void modal.confirm({
      title: '撤销这次导入？',
      content: `登记的 ${batch.done} 件会从台账里去掉，清单留着，改好后可以再导入。`,
      okText: '撤销导入',
      onOk: async () => {
        await send(`/imports/${batch.id}/undo`, {});
      },
    });
  return (
    <>
      <section className="card pad settings" aria-label="结果">
        <h2>已登记 {batch.done} 件</h2>
        <p>
          {batch.bad > 0 && `有 ${batch.bad} 行没有导入。`}
          请到台账逐件交办，清单里写的单位和日期已经填好。还没有签收之前，可以整批撤销。
        </p>
        {problem && <Alert type="error" showIcon title={problem} className="stale" />}
        <p className="row-buttons">
          <Link to="/proposals" className="as-button as-primary">
            去台账
          </Link>
          <Button loading={busy} onClick={undo}>
            撤销导入
          </Button>
        </p>
      </section>
      {batch.bad > 0 && <RowsPart batch={batch} />}
    </>
  );
}
