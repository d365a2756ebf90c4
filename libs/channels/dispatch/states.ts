import type { DispatchState } from '../entities';

/** A dispatch's state as the system administrator reads it. */
export const dispatchStates: Readonly<Record<DispatchState, string>> = {
  waiting: '等待发送',
  sending: '正在发送',
  sent: '已送到',
  unknown: '不清楚是否送到',
  dead: '没有送到',
};
