import type { AssignmentRole } from '../snapshot';

/** 单办, 主办加会办, 分办, 参阅 */
export const handOverModeNames = ['sole', 'joint', 'separate', 'reference'] as const;
export type HandOverMode = (typeof handOverModeNames)[number];

/** What the coordinator chose. */
export interface HandOverChoice {
  /** Null: told by the units that are chosen. */
  readonly mode: HandOverMode | null;
  readonly leadUnitId: string | null;
  readonly coHandlers: readonly { readonly unitId: string; readonly question: string }[];
  readonly separateUnitIds: readonly string[];
  readonly referenceUnitIds: readonly string[];
}

/** One unit's place in a hand-over. */
export interface Place {
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly question: string | null;
}

const modeOf = ({ mode, leadUnitId, coHandlers, separateUnitIds }: HandOverChoice): HandOverMode => {
  if (mode !== null) return mode;
  if (leadUnitId !== null) return coHandlers.length > 0 ? 'joint' : 'sole';
  return separateUnitIds.length > 0 ? 'separate' : 'reference';
};

/** What each mode needs and what it has no room for: the first sentence that applies is told. */
const faults: Record<HandOverMode, (choice: HandOverChoice) => string | null> = {
  sole: ({ leadUnitId, coHandlers, separateUnitIds }) => {
    if (separateUnitIds.length > 0) return '单办件没有分办单位。分给几家各自答复的，请选“分办”。';
    if (coHandlers.length > 0) return '单办件没有会办单位。有会办单位的，请选“主办加会办”。';
    return leadUnitId === null ? '请选择单办单位。' : null;
  },
  joint: ({ leadUnitId, coHandlers, separateUnitIds }) => {
    if (separateUnitIds.length > 0) return '主办加会办的件没有分办单位。分给几家各自答复的，请选“分办”。';
    if (leadUnitId === null) return '请选择主办单位。';
    return coHandlers.length === 0 ? '请至少选一家会办单位。没有会办单位的，请选“单办”。' : null;
  },
  separate: ({ leadUnitId, coHandlers, separateUnitIds }) => {
    if (leadUnitId !== null || coHandlers.length > 0)
      return '分办件由各单位分别答复，没有主办和会办单位。请把各单位都放进“分办单位”。';
    return separateUnitIds.length < 2 ? '分办至少要选两家单位。只有一家的，请选“单办”。' : null;
  },
  reference: ({ leadUnitId, coHandlers, separateUnitIds, referenceUnitIds }) => {
    if (leadUnitId !== null || coHandlers.length > 0 || separateUnitIds.length > 0)
      return '参阅件没有承办单位，只选参阅单位。';
    return referenceUnitIds.length === 0 ? '请选择承办单位。' : null;
  },
};

/**
 * The places of a hand-over in their order: who answers, who helps, who takes note.
 * @returns the places, or the Chinese sentence that says what is missing or too much
 */
export function placesOf(
  choice: HandOverChoice,
): { readonly mode: HandOverMode; readonly places: readonly Place[] } | { readonly fault: string } {
  const mode = modeOf(choice);
  const fault = faults[mode](choice);
  if (fault !== null) return { fault };
  const plain =
    (role: AssignmentRole) =>
    (unitId: string): Place => ({ unitId, role, question: null });
  const answering = choice.leadUnitId === null ? choice.separateUnitIds : [choice.leadUnitId];
  return {
    mode,
    places: [
      ...answering.map(plain(mode === 'joint' ? 'lead' : mode === 'sole' ? 'sole' : 'separate')),
      ...choice.coHandlers.map(({ unitId, question }): Place => ({
        unitId,
        role: 'co',
        question: question || null,
      })),
      ...choice.referenceUnitIds.map(plain('reference')),
    ],
  };
}
