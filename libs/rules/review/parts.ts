/** Digest by part of a letter: the frame, and each section by its id. */
export type PartDigests = Readonly<Record<string, string>>;

/** What is not in a section: title, addressee, opening, closing, contacts, copy-to. */
export const FRAME = 'frame';

/** The parts of which now is not what was seen: changed, added or gone. An approval with one of them is void. */
export const touchedParts = (seen: PartDigests, now: PartDigests): string[] =>
  [...new Set([...Object.keys(now), ...Object.keys(seen)])].filter((part) => seen[part] !== now[part]);
