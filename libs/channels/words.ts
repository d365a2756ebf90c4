import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '@fuhan/platform';
import Handlebars from 'handlebars';
import type { Outgoing } from './channel';

/** The wordings under templates/notices. */
type Wording = 'subject' | 'text' | 'html' | 'robot' | 'sms';

/** Only what is HTML is escaped: elsewhere &amp; would be read as it stands. */
const escaped: ReadonlySet<Wording> = new Set(['html']);
const compiled = new Map<Wording, Handlebars.TemplateDelegate>();

function templateOf(wording: Wording): Handlebars.TemplateDelegate {
  const known = compiled.get(wording);
  if (known) return known;
  const file = join(findProjectRoot(), 'templates', 'notices', `${wording}.hbs`);
  const options = { strict: true, noEscape: !escaped.has(wording), knownHelpersOnly: true };
  const template = Handlebars.compile(readFileSync(file, 'utf8').trimEnd(), options);
  compiled.set(wording, template);
  return template;
}

/** At most so many characters (𠮷 counts as one and is never cut in half), the cut marked. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** Nobody's words can end a line where a line means something: a header, a field. */
export const inOneLine = (text: string): string => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const NAMED = 3;

/** 王一、李二等 5 人. */
export const nameList = (names: readonly string[]): string =>
  names.length <= NAMED ? names.join('、') : `${names.slice(0, NAMED).join('、')}等 ${names.length} 人`;

/** A message in one of its wordings. Each of its words stays in one line, so that the template alone decides about lines. */
export const wordsOf = (wording: Wording, { title, body, link, names }: Outgoing): string =>
  templateOf(wording)({
    title: inOneLine(title),
    body: inOneLine(body),
    link,
    names: inOneLine(nameList(names)),
  });
