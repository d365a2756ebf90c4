import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { clockQuery } from '../../shared/api/queries';
import type { Clock, ClockExplanation } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { ClockSteps, Light } from '../../shared/ui/light';
import { Answer } from '../../shared/ui/states';
import { useFocusBack } from '../../shared/ui/use-focus-back';

/** 逐日说明: how a due day came about, at the side of the case. */
export function ClockDrawer({ clock, onClose }: { clock: Clock | null; onClose: () => void }) {
  const focusBack = useFocusBack(clock !== null);
  return (
    <Drawer
      open={clock !== null}
      afterOpenChange={focusBack}
      onClose={onClose}
      title={clock ? `${clock.label}：到期日怎么算出来` : ''}
      size={560}
      destroyOnHidden
    >
      {clock && <Explained id={clock.id} />}
    </Drawer>
  );
}

function Explained({ id }: { id: string }) {
  const query = useQuery(clockQuery(id));
  return <Answer query={query}>{(clock) => <ClockExplained clock={clock} />}</Answer>;
}

/** The explanation itself: event and rule, where it stands, pauses, extension, each day. */
export function ClockExplained({ clock }: { clock: ClockExplanation }) {
  return (
    <div className="clock-explained">
      <p className="between">
        <strong>
          {showDay(clock.dueOn)}到期{clock.provisional && '（暂定）'}
        </strong>
        <Light light={clock.light} />
      </p>
      <Facts clock={clock} />
      <h3>怎么算</h3>
      <ClockSteps clock={clock} />
      <h3>暂停</h3>
      {clock.pauses.length === 0 ? (
        <p className="quiet">没有暂停过。</p>
      ) : (
        <ul className="lines">
          {clock.pauses.map((pause) => (
            <li key={pause.from}>
              {showDay(pause.from)}至{showDay(pause.until)}，{pause.category}：{pause.reason}（不计{' '}
              {pause.skipped} 天）
            </li>
          ))}
        </ul>
      )}
      <h3>延期</h3>
      <p className={clock.extension ? undefined : 'quiet'}>
        {clock.extension
          ? `${showDay(clock.extension.requestedOn)}申请，共${clock.extension.text}：${clock.extension.reason}。原到期日${showDay(clock.extension.extendedFrom)}。`
          : '没有延期。'}
      </p>
      <h3>逐日</h3>
      <Days days={clock.days} />
    </div>
  );
}

function Facts({ clock: { event, rule, standsIn, unit } }: { clock: ClockExplanation }) {
  const { place, file, key, version, source } = standsIn;
  return (
    <dl className="facts">
      <dt>承办</dt>
      <dd>{unit}</dd>
      <dt>起算</dt>
      <dd>
        {showDay(event.on)}
        {event.name}，次日为第 1 日
      </dd>
      <dt>时限</dt>
      <dd>
        {rule.text}
        {rule.roll ? '，到期日休息时顺延' : '，到期日休息也不顺延'}
        {rule.extensionCap && `；延期后最长${rule.extensionCap}`}
      </dd>
      <dt>依据</dt>
      <dd>
        {source || '未写明'}
        <small className="quiet">
          {' '}
          {place}配置第 {version} 版，{file} 的 {key}
        </small>
      </dd>
    </dl>
  );
}

function Days({ days }: { days: ClockExplanation['days'] }) {
  return (
    // To be reached by the keyboard, since the list is long and the drawer scrolls.
    <div role="region" aria-label="逐日" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">计数</th>
            <th scope="col">缘由</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date} className={day.counted ? undefined : 'quiet'}>
              <td>
                {day.date} {day.weekday}
              </td>
              <td>{day.number === null ? '不计' : `第 ${day.number} 日`}</td>
              <td>{day.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
