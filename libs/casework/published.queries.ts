import type { publishedLetter, publishedList } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { readSought } from '@fuhan/knowledge';
import { type LetterModel, renderHtml } from '@fuhan/letter-engine';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';

/** What a reader of the public list asks for. */
export interface PublishedQuestion {
  readonly q?: string | undefined;
  readonly year?: number | undefined;
  readonly unit?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** One published copy with all that may be read of it. */
export interface PublishedCopy {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly documentNumber: string;
  readonly date: string;
  readonly outcomeClass: string;
  readonly publishedOn: string;
  readonly digest: string;
  readonly model: LetterModel;
  readonly text: string;
}

type Brief = z.input<typeof publishedList>['items'][number];

// Every question of the public goes through this view; no other table is read for it.
const brief = `id, title, unit_name AS unit, document_number AS "documentNumber", date::text AS date,
  outcome_class AS "outcomeClass", published_on::text AS "publishedOn"`;
const byDate = `($1::int IS NULL OR extract(year FROM date) = $1) AND ($2::text IS NULL OR unit_name = $2)`;
const all = `FROM published_letter WHERE ${byDate}`;
/** By the words of the index first; that they stand there as written is looked at in the text of what is left. */
const found = `FROM published_letter WHERE words @@ $3::tsquery AND ${byDate}
  AND NOT EXISTS (SELECT 1 FROM unnest($4::text[]) t (term) WHERE strpos(plain, term) = 0)`;
const shown = (of: string, next: number): string =>
  `SELECT ${brief} ${of} ORDER BY published_on DESC, id DESC OFFSET $${next} LIMIT $${next + 1}`;

/** The published letters, the newest first. */
export async function publishedLetters(
  em: EntityManager,
  { q, year, unit, offset, limit }: PublishedQuestion,
): Promise<z.input<typeof publishedList>> {
  const sought = q ? readSought(q) : null;
  const of = q ? found : all;
  // Punctuation alone is in every text and finds none.
  const values = [year ?? null, unit ?? null, ...(q ? [sought?.tsquery ?? '', sought?.exact ?? []] : [])];
  const [{ total }] = (await em.query(`SELECT count(*)::int AS total ${of}`, values)) as [{ total: number }];
  const page = [...values, offset, limit];
  const items = (await em.query(shown(of, values.length + 1), page)) as Brief[];
  const units = (await em.query('SELECT DISTINCT unit_name AS unit FROM published_letter ORDER BY 1')) as {
    unit: string;
  }[];
  return { total, items, units: units.map((each) => each.unit) };
}

/** The years that have one, the newest first. */
export const publishedYears = async (em: EntityManager): Promise<number[]> =>
  (
    (await em.query(
      'SELECT DISTINCT extract(year FROM date)::int AS year FROM published_letter ORDER BY 1 DESC',
    )) as { year: number }[]
  ).map(({ year }) => year);

/** What a sitemap may hold. */
const MOST_OF_A_MAP = 50_000;

/** Every published letter, the newest first. */
export const publishedSitemap = (em: EntityManager): Promise<{ id: string; publishedOn: string }[]> =>
  em.query(
    `SELECT id, published_on::text AS "publishedOn" FROM published_letter ORDER BY published_on DESC, id DESC LIMIT $1`,
    [MOST_OF_A_MAP - 1],
  );

/** @throws FuhanError `request.not-found` for everything that is not published, whatever else it may be */
export async function publishedCopy(em: EntityManager, id: string): Promise<PublishedCopy> {
  const [found] = (await em.query(
    `SELECT ${brief}, digest, model, text FROM published_letter WHERE id = $1`,
    [id],
  )) as PublishedCopy[];
  if (!found) throw new FuhanError('request.not-found');
  return found;
}

/** The page of one published letter. */
export function publishedPage({ model, text: _, ...rest }: PublishedCopy): z.input<typeof publishedLetter> {
  return { ...rest, html: renderHtml(model) };
}

const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The newest fifty as an Atom feed. */
export async function publishedFeed(em: EntityManager, publicUrl: string): Promise<string> {
  const { items } = await publishedLetters(em, { offset: 0, limit: 50 });
  const updated = items[0] ? `${items[0].publishedOn}T00:00:00+08:00` : '1970-01-01T00:00:00+08:00';
  const entries = items.map(({ id, title, unit, publishedOn }) =>
    [
      '  <entry>',
      `    <id>urn:uuid:${id}</id>`,
      `    <title>${escaped(title)}</title>`,
      `    <author><name>${escaped(unit)}</name></author>`,
      `    <updated>${publishedOn}T00:00:00+08:00</updated>`,
      `    <link href="${escaped(publicUrl)}/public/letters/${id}"/>`,
      '  </entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '  <id>urn:fuhan:published</id>',
    '  <title>政协提案答复公开</title>',
    `  <updated>${updated}</updated>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}
