import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '../project-root';

export const wordSet = z.strictObject({
  /** 提案, 建议, 议案 */
  document: z.string(),
  /** 政协提案, 人大代表建议 */
  fullDocument: z.string(),
  /** What a person who proposes is called after the name: 委员, 代表. */
  member: z.string(),
  /** 提案者, 代表 */
  proposer: z.string(),
  /** The office that hands over and supervises. */
  office: z.string(),
  /** How such a paper comes to be handled. */
  accepted: z.string(),
  /** 政协提案工作, 人大代表建议工作 */
  work: z.string(),
  /** 人大, put into the name of the session after 届; empty where the rows already name it. */
  assembly: z.string(),
  /** What stands before the session's name of an assembly: 市. */
  region: z.string(),
});
/** The words in which letters about one kind of proposal differ from letters about another. */
export type Words = Readonly<z.infer<typeof wordSet>>;
/** Words of a place, by kind of proposal. */
export type WordsOverride = Readonly<Record<string, Readonly<Partial<Words>>>>;

const USUAL = 'proposal';
let known: Readonly<Record<string, Words>> | undefined;

const allWords = (): Readonly<Record<string, Words>> =>
  (known ??= z
    .record(z.string(), wordSet)
    .parse(JSON.parse(readFileSync(projectPath('templates/letters/words.json'), 'utf8'))));

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The words for a kind of proposal (templates/letters/words.json); a kind it does not name is a 政协提案. */
export function wordsFor(proposalKind: string, override: WordsOverride = {}): Words {
  const usual = own(allWords(), proposalKind) ?? allWords()[USUAL]!;
  return { ...usual, ...own(override, proposalKind) };
}

/** The names of all words, for those who replace some. */
export const wordNames: readonly string[] = Object.keys(wordSet.shape);
