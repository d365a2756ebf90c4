import type { Guard } from './guard';

const assignmentSigned: Guard = (snapshot, targetId) => {
  const opinion = snapshot.opinions.find((each) => each.id === targetId);
  const assignment = snapshot.assignments.find((each) => each.id === opinion?.assignmentId);
  return assignment && assignment.state === 'handed_over' ? '本单位还没有签收，请提案办先签收。' : null;
};

export const opinionGuards = { assignmentSigned } as const;
