import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedCopy, PublishedQuestion } from '@fuhan/casework';
import { renderArticle } from '@fuhan/letter-engine';
import { findProjectRoot } from '@fuhan/platform';
import Handlebars from 'handlebars';

const fileOf = (name: string): string =>
  readFileSync(join(findProjectRoot(), 'templates', 'public', name), 'utf8');
const compiled = new Map<string, Handlebars.TemplateDelegate>();

function templateOf(name: 'page' | 'list' | 'letter' | 'gone'): Handlebars.TemplateDelegate {
  const known = compiled.get(name);
  if (known) return known;
  const template = Handlebars.compile(fileOf(`${name}.hbs`), { strict: true, knownHelpersOnly: true });
  compiled.set(name, template);
  return template;
}

/** The sheets of the public pages: the site's own, and the letter's. */
export const siteSheet = (): string => fileOf('site.css');
export const letterSheet = (): string =>
  readFileSync(join(findProjectRoot(), 'templates', 'layout', 'letter.css'), 'utf8');

const page = (site: string, title: string, content: string): string =>
  templateOf('page')({ site, title: title === site ? site : `${title} - ${site}`, content });

/** What the list shows: the finds of one page, and what may be chosen. */
export interface PublicList {
  readonly total: number;
  readonly items: readonly object[];
  readonly units: readonly string[];
  readonly years: readonly number[];
}

const SIZE = 20;
export const pageSize = SIZE;

/** The address of another page of the same question. */
function addressOf({ q, year, unit }: PublishedQuestion, number: number): string {
  const values = Object.entries({ q, year, unit, page: number > 1 ? number : undefined });
  const chosen = values.filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(
    chosen.map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
  return search === '' ? '/public' : `/public?${search}`;
}

/** The list of what is published, with its filters: a form and links, no script. */
export function listPage(site: string, asked: PublishedQuestion, found: PublicList): string {
  const number = Math.floor(asked.offset / SIZE) + 1;
  const last = Math.max(1, Math.ceil(found.total / SIZE));
  const chosen = (value: string | number, now: unknown) => ({ value, chosen: value === now });
  const content = templateOf('list')({
    ...{ site, q: asked.q ?? '', total: found.total, items: found.items, first: asked.offset + 1 },
    filtered: [asked.q, asked.year, asked.unit].some(Boolean) || asked.offset > 0,
    years: found.years.map((year) => chosen(year, asked.year)),
    units: found.units.map((unit) => chosen(unit, asked.unit)),
    pages: [
      ...(number > 1 ? [{ href: addressOf(asked, number - 1), words: '上一页' }] : []),
      ...(number < last ? [{ href: addressOf(asked, number + 1), words: '下一页' }] : []),
    ],
  });
  return page(site, site, content);
}

/** One published letter, as it is printed, with its facts, its files and its digest. */
export const letterPage = (site: string, { model, text: _, ...facts }: PublishedCopy): string =>
  page(site, facts.title, templateOf('letter')({ ...facts, article: renderArticle(model) }));

/** What is not published, whatever else it may be. */
export const gonePage = (site: string): string => page(site, '没有这份答复函', templateOf('gone')({}));

const escaped = (text: string): string => Handlebars.escapeExpression(text);

/** Every published letter for those who index. */
export const sitemap = (publicUrl: string, letters: readonly { id: string; publishedOn: string }[]): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    `  <url><loc>${escaped(publicUrl)}/public</loc></url>`,
    ...letters.map(
      ({ id, publishedOn }) =>
        `  <url><loc>${escaped(publicUrl)}/public/letters/${id}</loc><lastmod>${publishedOn}</lastmod></url>`,
    ),
    '</urlset>',
    '',
  ].join('\n');
