import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ActionButtons } from '../features/actions/action-drawer';
import { channelsQuery } from '../shared/api/queries';
import type { ChannelsAnswer, Dispatch, Webhook } from '../shared/api/types';
import { showInstant } from '../shared/format';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { Tag } from '../shared/ui/tag';

/** The ways out of the house: what is set up, what did not arrive, the units' robots. */
export function ChannelsPage() {
  usePageTitle('外发通道');
  const query = useQuery(channelsQuery);
  return (
    <>
      <div className="page-head">
        <h1>外发通道</h1>
        <a href="/api/queues/" target="_blank" rel="noreferrer">
          查看任务队列
        </a>
      </div>
      <Answer query={query}>
        {(answer) => (
          <>
            <Overview answer={answer} />
            <Troubled dispatches={answer.dispatches} />
            <Robots webhooks={answer.webhooks} />
          </>
        )}
      </Answer>
    </>
  );
}

function Overview({ answer: { channels, counts } }: { answer: ChannelsAnswer }) {
  return (
    <section className="card pad settings" aria-label="概况">
      <p>
        {channels.map(({ channel, label, open }) => (
          <Tag key={channel}>
            {label}：{open ? '已开通' : '没有配置'}
          </Tag>
        ))}
      </p>
      <p>
        近 7 天：已送到 {counts.sent}，等待发送 {counts.waiting + counts.sending}，不清楚是否送到{' '}
        {counts.unknown}，没有送到 {counts.dead}
      </p>
    </section>
  );
}

function Troubled({ dispatches }: { dispatches: readonly Dispatch[] }) {
  return (
    <section className="card pad settings" aria-label="没有送到的通知">
      <h2 className="between">
        没有送到的通知
        {dispatches.length > 0 && <ExportButton small list="/dispatches.xlsx" name="没有送到的通知" />}
      </h2>
      {dispatches.length === 0 ? (
        <Nothing words="没有。送不出去的通知会列在这里，由您决定重新发送还是确认已送到。" />
      ) : (
        <ul className="lines">
          {dispatches.map((dispatch) => (
            <li key={dispatch.id}>
              <p>
                <strong>{dispatch.stateLabel}</strong> {dispatch.unit} {dispatch.person} · {dispatch.kind} ·{' '}
                {dispatch.channel} {dispatch.address}
              </p>
              <p className="quiet">
                {showInstant(dispatch.createdAt)}，试过 {dispatch.attempts} 次
                {dispatch.error ? `：${dispatch.error}` : ''}
              </p>
              <ActionButtons actions={dispatch.actions} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Robots({ webhooks }: { webhooks: readonly Webhook[] }) {
  return (
    <section className="card pad settings" aria-label="群机器人">
      <h2>群机器人</h2>
      <p className="quiet">
        在<Link to="/admin/units">单位</Link>页为一个单位添加群机器人。
      </p>
      {webhooks.length === 0 ? (
        <Nothing words="还没有群机器人。" />
      ) : (
        <ul className="lines">
          {webhooks.map((hook) => (
            <li key={hook.id}>
              <p>
                <strong>{hook.name}</strong> {hook.unit} · {hook.format} · {hook.host}
              </p>
              <p className="quiet">发：{hook.kinds.join('、')}</p>
              <ActionButtons actions={hook.actions} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
