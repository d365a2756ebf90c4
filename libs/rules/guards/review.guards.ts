import type { Guard } from './guard';

const stepReached: Guard = (snapshot, targetId) => {
  const state = snapshot.steps.find((step) => step.id === targetId)?.state;
  return state === 'open' || state === 'approved' ? null : '还没有轮到签发。';
};

export const reviewGuards = { stepReached } as const;
