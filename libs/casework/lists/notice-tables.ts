import { type DispatchLine, troubledDispatches } from '@fuhan/channels';
import type { Notice } from '@fuhan/clocks';
import { FuhanError } from '@fuhan/kernel';
import type { WorklistContext } from '../worklist.queries';
import { column, instantCell, type ListTable, yes } from './list-table';

/** 通知: one of several things tells each of them, as on its page. */
export const noticesTable: ListTable<Notice> = {
  name: '通知',
  columns: [
    column('时间', 18, ({ createdAt }) => instantCell(createdAt.toISOString())),
    column('通知', 50, ({ title }) => title),
    column('内容', 80, ({ body, items }) =>
      items && items.length > 1 ? items.map((item) => `${item.title}：${item.body}`).join('\n') : body,
    ),
    column('已读', 8, ({ readAt }) => yes(readAt !== null)),
  ],
};

/** 没有送到的通知 */
export const dispatchesTable: ListTable<DispatchLine> = {
  name: '没有送到的通知',
  columns: [
    column('时间', 18, ({ createdAt }) => instantCell(createdAt.toISOString())),
    column('单位', 26, ({ unit }) => unit),
    column('何人', 12, ({ person }) => person),
    column('通知', 20, ({ kind }) => kind),
    column('通道', 12, ({ channel }) => channel),
    column('地址', 30, ({ address }) => address),
    column('状态', 16, ({ stateLabel }) => stateLabel),
    column('试过', 8, ({ attempts }) => attempts),
    column('原因', 60, ({ error }) => error),
  ],
};

/** @throws FuhanError `permission.denied` for who does not keep the ways out */
export async function dispatchRows({ em, actor }: WorklistContext): Promise<DispatchLine[]> {
  if (!actor.duties.includes('system_admin'))
    throw new FuhanError('permission.denied', { action: '导出没有送到的通知', who: '系统管理员' });
  return troubledDispatches(em);
}
