import type { CaseSnapshot } from '../snapshot';

/** A pure predicate over the case: null when it holds, else the Chinese sentence that says what is missing. */
export type Guard = (snapshot: CaseSnapshot, targetId: string) => string | null;
