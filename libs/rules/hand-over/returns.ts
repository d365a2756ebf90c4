/** What a unit wishes: another unit takes it, it co-handles instead, nobody can be named, or one more co-handler beside it. */
export type ReturnWish = 'other_unit' | 'co_handle' | 'nobody' | 'one_more';

/** What is decided: the duty stays, goes to another unit, or another unit is added. */
export type ReturnDecision = 'keep' | 'move' | 'add';

/** The answers a wish may get: who signed for it and asks for one more co-handler does not want to be rid of it. */
export const decisionsFor = (wish: ReturnWish): readonly ReturnDecision[] =>
  wish === 'one_more' ? ['keep', 'add'] : ['keep', 'move', 'add'];

/**
 * What is wrong with a decision, as a Chinese sentence; null when nothing is.
 * @param unitId the unit that takes or joins; null where none is named
 */
export function decisionFault(
  wish: ReturnWish,
  decision: ReturnDecision,
  unitId: string | null,
): string | null {
  if (!decisionsFor(wish).includes(decision)) return '这是请求增加会办单位的申请，只能答复“增加”或“不增加”。';
  if (decision === 'keep') return unitId === null ? null : '维持原交办时不用选单位，请清空后再试。';
  return unitId === null ? '请选择改交或增加的单位。' : null;
}

/** What is wrong with a request to return, as a Chinese sentence; null when nothing is. */
export function returnFault(wish: ReturnWish, unitId: string | null): string | null {
  if (wish === 'nobody') return unitId === null ? null : '已选“提不出应由哪个单位承办”，请清空应承办单位。';
  return unitId === null ? '请选择应当承办的单位；确实提不出的，请选“提不出应由哪个单位承办”。' : null;
}
