import type { CaseSnapshot, DeadlineFacts } from '../snapshot';
import type { Guard } from './guard';

const clockWith = (snapshot: CaseSnapshot, id: string | undefined): DeadlineFacts | undefined =>
  snapshot.deadlines.find((deadline) => deadline.id === id);

const clockIsDuty: Guard = (snapshot, targetId) =>
  clockWith(snapshot, targetId)?.isWindow === false
    ? null
    : '这是可以提出申请的期限，不是办理时限，不能暂停。';

const clockHasPause: Guard = (snapshot, targetId) =>
  (clockWith(snapshot, targetId)?.pauses ?? 0) > 0 ? null : '这个时限没有暂停。';

const clockMayBeExtended: Guard = (snapshot, targetId) =>
  clockWith(snapshot, targetId)?.extendable === true ? null : '本地没有规定这项时限可以延期。';

const noExtensionYet: Guard = (snapshot, targetId) => {
  const known = snapshot.extensions.filter(({ deadlineId }) => deadlineId === targetId);
  if (known.some(({ state }) => state === 'requested')) return '已有一份延期申请等待批复。';
  const granted = known.some(({ state }) => state === 'granted' || state === 'told');
  return granted ? '这项时限已经延期过一次，不能再延。' : null;
};

const clockStillRuns: Guard = (snapshot, targetId) => {
  const extension = snapshot.extensions.find(({ id }) => id === targetId);
  return clockWith(snapshot, extension?.deadlineId)?.state === 'running'
    ? null
    : '这项时限已不再计时，不必延期。';
};

export const clockGuards = {
  clockIsDuty,
  clockHasPause,
  clockMayBeExtended,
  noExtensionYet,
  clockStillRuns,
} as const;
