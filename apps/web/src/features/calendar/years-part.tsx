import type { CalendarsAnswer } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Nothing } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';
import { ActionButtons } from '../actions/action-drawer';
import { type Stretch, stretchesOf } from './stretches';

type Year = CalendarsAnswer['years'][number];

const span = ({ first, last, length }: Stretch): string =>
  length === 1
    ? `${showDay(first.date)}（${first.weekday}）`
    : `${showDay(first.date)}（${first.weekday}）至${showDay(last.date)}（${last.weekday}），共 ${length} 天`;

/** 各年的安排: where each comes from, and its days. */
export function YearsPart({ years }: { years: readonly Year[] }) {
  return (
    <section className="card pad settings" aria-label="各年的安排">
      <h2>各年的安排</h2>
      {years.length === 0 && <Nothing words="还没有任何一年的放假安排，请先导入。" />}
      <ul className="lines">
        {years.map((year) => (
          <li key={year.year}>
            <p>
              <strong>{year.year}年</strong> <Tag tint="green">已公布</Tag> 放假 {year.daysOff} 天，调休上班{' '}
              {year.workdays} 天
            </p>
            <p className="quiet">
              {year.source} ·{' '}
              {year.publishedBy
                ? `${year.publishedBy} ${showInstant(year.publishedAt)} 导入`
                : '随程序提供或由命令行导入'}
            </p>
            <details>
              <summary>看这一年的每一段</summary>
              <ul>
                {stretchesOf(year.days).map((stretch) => (
                  <li key={stretch.first.date}>
                    {stretch.why}：{span(stretch)}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 本地的放假和上班: the days on which this place differs. */
export function LocalDaysPart({ days }: { days: CalendarsAnswer['localDays'] }) {
  return (
    <section className="card pad settings" aria-label="本地的放假和上班">
      <h2>本地的放假和上班</h2>
      {days.length === 0 ? (
        <Nothing words="没有。本地另行放假或上班的日子设在这里，以它为准。" />
      ) : (
        <ul className="lines">
          {days.map((day) => (
            <li key={day.date}>
              <p>
                <strong>{showDay(day.date)}</strong> {day.weekday} · {day.working ? '上班' : '放假'} ·{' '}
                {day.why}
              </p>
              <p className="quiet">{day.setBy}设置</p>
              <ActionButtons actions={day.actions} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
