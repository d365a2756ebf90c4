import type { PromiseOrigin } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import { dueWordsOf, type FoundPromise, samePromise } from '@fuhan/letter-engine';

/** A sentence of the letter that promises something, and the suggestion it answers. */
export interface LetterPromise extends FoundPromise {
  readonly suggestionId: string | null;
}

/** What an opinion that was adopted states as its promise. */
export interface StatedPromise {
  readonly suggestionId: string;
  readonly unitId: string;
  readonly text: string;
  readonly dueOn: DateString | null;
  readonly owner: string | null;
}

/** What is put before a person to be confirmed. */
export interface ProposedPromise {
  readonly origin: PromiseOrigin;
  readonly suggestionId: string | null;
  readonly text: string;
  readonly quote: string;
  readonly dueWords: string | null;
  readonly dueOn: DateString | null;
  readonly ownerUnitId: string;
  readonly ownerName: string | null;
}

/** A day that is over by the time of the letter is none to be kept. */
const ahead = (day: DateString | null, letterDate: DateString): DateString | null =>
  day !== null && day > letterDate ? day : null;

/**
 * The promises of a letter, each once: those of its text, with owner and day from the opinion that states the same; then what opinions state
 * beside it.
 * @param writerId the unit that answers: whose promise it is where no opinion says otherwise
 */
export function proposedPromises(
  told: readonly LetterPromise[],
  stated: readonly StatedPromise[],
  { writerId, letterDate }: { readonly writerId: string; readonly letterDate: DateString },
): ProposedPromise[] {
  const used = new Set<StatedPromise>();
  const ofText = told.map((each): ProposedPromise => {
    const source = stated.find(
      (one) =>
        !used.has(one) &&
        (each.suggestionId === null || one.suggestionId === each.suggestionId) &&
        samePromise(one.text, each.quote),
    );
    if (source) used.add(source);
    return {
      ...{ origin: 'letter', suggestionId: each.suggestionId, text: each.text, quote: each.quote },
      ...{ dueWords: each.dueWords, dueOn: each.dueOn ?? ahead(source?.dueOn ?? null, letterDate) },
      ...{ ownerUnitId: source?.unitId ?? writerId, ownerName: source?.owner ?? null },
    };
  });
  const beside = stated.filter((each) => !used.has(each));
  const once = beside.filter(
    (each, i) => !beside.slice(0, i).some((earlier) => samePromise(earlier.text, each.text)),
  );
  return [
    ...ofText,
    ...once.map(({ suggestionId, unitId, text, dueOn, owner }): ProposedPromise => {
      const words = dueWordsOf(text, letterDate);
      const day = ahead(dueOn, letterDate) ?? ahead(words?.day ?? null, letterDate);
      return {
        ...{ origin: 'opinion', suggestionId, text, quote: text, dueWords: words?.words ?? null },
        ...{ dueOn: day, ownerUnitId: unitId, ownerName: owner },
      };
    }),
  ];
}
