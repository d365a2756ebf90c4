import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDate } from '@fuhan/kernel';
import { findProjectRoot } from '@fuhan/platform';
import { type Duty, dutyNames } from '@fuhan/rules';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().trim().min(1);
const ordinal = z.number().int().min(1);
const unit = text;

const cast = z.strictObject({
  /** Whose units it speaks of: another place has no demo. */
  place: text,
  password: z.string().min(10),
  people: z.array(
    z.strictObject({
      account: text,
      name: text,
      unit,
      office: text.nullable().default(null),
      duties: z.array(z.enum(dutyNames as [Duty, ...Duty[]])).min(1),
      phone: text.nullable().default(null),
    }),
  ),
  series: z.strictObject({ unit, agencyCode: text, year: ordinal, start: ordinal }),
});

const when = {
  /** A date, or so many days before the day of the first start. */
  on: z.union([z.string().refine(isDate), z.number().int().max(0)]),
  at: z.string().regex(/^\d{2}:\d{2}$/),
};
const by = { ...when, who: text };
const plain = <N extends string>(name: N) => z.strictObject({ ...by, do: z.literal(name) });

/** A passage of a section: the demo's own words, or one that stands there already, kept or edited. */
const passage = z.union([text, z.strictObject({ keep: ordinal, edited: text.optional() })]);

const step = z.discriminatedUnion('do', [
  plain('proposal.register'),
  z.strictObject({
    ...by,
    do: z.literal('proposal.handOver'),
    lead: unit,
    co: z.array(z.strictObject({ unit, question: text })),
  }),
  plain('assignment.sign'),
  z.strictObject({ ...by, do: z.literal('assignment.divide'), office: text, drafter: text }),
  z.strictObject({
    ...by,
    do: z.literal('opinion.submit'),
    contactName: text,
    contactPhone: text,
    items: z.array(
      z.strictObject({
        suggestion: ordinal,
        position: text,
        body: text,
        commitments: z.array(z.strictObject({ text, dueOn: text })).default([]),
      }),
    ),
  }),
  z.strictObject({ ...by, do: z.literal('opinion.accept'), unit }),
  z.strictObject({ ...by, do: z.literal('opinion.sendBack'), unit, reason: text }),
  z.strictObject({ ...by, do: z.literal('draft.addSection'), heading: text, position: ordinal }),
  z.strictObject({
    ...by,
    do: z.literal('draft.adopt'),
    section: ordinal,
    from: unit,
    suggestion: ordinal,
  }),
  z.strictObject({
    ...by,
    do: z.literal('draft.saveSection'),
    section: ordinal,
    verdict: text.nullable().default(null),
    text: z.array(passage),
  }),
  z.strictObject({
    ...by,
    do: z.literal('draft.saveFrame'),
    outcomeClass: text,
    printClass: z.boolean(),
    publication: text,
    contacts: z.array(z.strictObject({ name: text, phone: text })),
    prose: text,
  }),
  plain('draft.submit'),
  z.strictObject({ ...by, do: z.literal('reviewStep.approve'), comment: text }),
  z.strictObject({ ...by, do: z.literal('reviewStep.sendBack'), comment: text }),
  z.strictObject({ ...by, do: z.literal('draft.issue'), date: text }),
  plain('letter.deliver'),
  plain('delivery.receive'),
  plain('letter.preparePublication'),
  plain('publication.approve'),
  z.strictObject({ ...when, do: z.literal('link.open') }),
]);

const story = z.strictObject({
  proposal: z.looseObject({ number: text, term: ordinal, meeting: ordinal, title: text }),
  steps: z.array(step),
});

export type DemoCast = z.output<typeof cast>;
export type DemoStory = z.output<typeof story>;
export type DemoStep = z.output<typeof step>;
export type DemoPassage = z.output<typeof passage>;

const read = (file: string): unknown =>
  parse(readFileSync(join(findProjectRoot(), 'seeds', 'demo', file), 'utf8'));

/** The sign-in page asks again and again; the files do not change while the program runs. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The people of the demo, in the order of the path. */
export const readCast = once((): DemoCast => cast.parse(read('people.yaml')));

/** Whether the demo is asked for, and is one of this place. */
export const playsDemo = ({ DEMO, PLACE }: { readonly DEMO: boolean; readonly PLACE: string }): boolean =>
  DEMO && readCast().place === PLACE;

/** The demo's cases: issued, under way, waiting to be handed over. */
export const readStories = once((): { issued: DemoStory; midway: DemoStory; waiting: DemoStory } => ({
  issued: story.parse(read('issued.yaml')),
  midway: story.parse(read('midway.yaml')),
  waiting: story.parse(read('waiting.yaml')),
}));
