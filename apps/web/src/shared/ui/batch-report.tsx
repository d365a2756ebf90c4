import type { Progress } from '../batch';
import { Tag } from './tag';

/** How far a batch is, and what became of each. */
export function BatchReport({ progress, onClose }: { progress: Progress; onClose: () => void }) {
  const { total, outcomes } = progress;
  const failed = outcomes.filter(({ ok }) => !ok).length;
  const through = outcomes.length === total;
  return (
    <section className="card pad batch" aria-label="办理结果">
      <p className="between">
        <b role="status">
          {through ? `办完 ${total} 件` : `正在办第 ${outcomes.length + 1} 件，共 ${total} 件`}
          {failed > 0 && `，其中 ${failed} 件没有办成`}
        </b>
        {through && (
          <button type="button" className="as-button" onClick={onClose}>
            知道了
          </button>
        )}
      </p>
      <progress value={outcomes.length} max={total} aria-label="进度" />
      <ul className="plain">
        {outcomes.map(({ key, words, ok, detail }) => (
          <li key={key}>
            <Tag tint={ok ? 'green' : 'red'}>{ok ? '已办' : '没有办成'}</Tag> {words}：{detail}
          </li>
        ))}
      </ul>
    </section>
  );
}
