import type { Guard } from './guard';

const notHandedOverYet: Guard = (snapshot) => (snapshot.assignments.length > 0 ? '这件提案已经交办。' : null);

const severalCoHandlers: Guard = (snapshot) =>
  snapshot.assignments.filter((assignment) => assignment.role === 'co').length > 1
    ? null
    : '会办单位不足两家，没有顺序可调。';

export const handOverGuards = { notHandedOverYet, severalCoHandlers } as const;
