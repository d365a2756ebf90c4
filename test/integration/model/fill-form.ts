import { addDays, type DateString } from '@fuhan/kernel';
import { goodInputs } from '../../../libs/contracts/testing/good-inputs';
import type { CommandName } from '@fuhan/contracts';
import type { CaseView } from '../../e2e/walk';

/** As much of a form's JSON schema as is needed to fill it in. */
interface Schema {
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly widget?: string;
  readonly choices?: string;
  readonly default?: unknown;
  readonly itemTitle?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

export type Offer = CaseView['nextActions'][number] & { readonly schema: Schema };

/** Where the numbers come from: the same for the same seed. */
export type Dice = (sides: number) => number;

/** A small generator for the choices inside one step. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export interface Filling {
  readonly roll: Dice;
  readonly today: DateString;
  /** A file the person has uploaded. */
  readonly fileId: string;
  /** Units in which somebody works: what goes elsewhere goes nowhere. */
  readonly units: readonly string[];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The values of a list of choices, units without people left out. */
function choicesOf({ units }: Filling, offer: Offer, list: string): string[] {
  const all = (offer.choices[list] ?? []).map(({ value }) => value);
  const peopled = all.filter((value) => units.includes(value));
  return peopled.length > 0 ? peopled : all;
}

function fillList(how: Filling, offer: Offer, schema: Schema, first: unknown, good: unknown): unknown {
  const items = schema.items ?? {};
  const sample = Array.isArray(good) ? (good as unknown[])[0] : undefined;
  if (!isEmpty(first)) return (first as unknown[]).map((each) => fill(how, offer, items, each, sample));
  if (items.choices) {
    const all = choicesOf(how, offer, items.choices);
    const from = how.roll(all.length + 1);
    return all.length === 0 ? [] : [...all.slice(from), ...all.slice(0, from)].slice(0, 1 + how.roll(2));
  }
  return sample === undefined ? [] : [fill(how, offer, items, undefined, sample)];
}

/** What a form holds when it opens, completed from a list of choices or from a good input. */
function fill(how: Filling, offer: Offer, schema: Schema, first: unknown, good: unknown): unknown {
  const plain = { ...schema, ...schema.anyOf?.find(({ type }) => type !== 'null') };
  if (plain.properties)
    return Object.fromEntries(
      Object.entries(plain.properties).map(([name, each]) => [
        name,
        fill(
          how,
          offer,
          each,
          (first as Record<string, unknown>)?.[name],
          (good as Record<string, unknown>)?.[name],
        ),
      ]),
    );
  if (plain.type === 'array') return fillList(how, offer, plain, first, good);
  if (plain.choices && (isEmpty(first) || how.roll(3) === 0)) {
    const all = choicesOf(how, offer, plain.choices);
    if (all.length > 0 && (!schema.anyOf || how.roll(3) > 0)) return all[how.roll(all.length)];
    return schema.anyOf ? null : (first ?? good);
  }
  if (!isEmpty(first)) return first;
  if (plain.widget === 'file') return schema.anyOf ? null : how.fileId;
  if (plain.format === 'uuid') return null;
  if (plain.format === 'date') return schema.anyOf ? null : how.today;
  return good;
}

type Input = Record<string, unknown>;

function handOver({ units, roll }: Filling): Input {
  const [lead = '', one = '', two = ''] = units;
  const co = (unitId: string) => ({ unitId, question: '' });
  const shapes: Input[] = [
    { leadUnitId: lead, coHandlers: [co(one), co(two)] },
    { leadUnitId: lead, coHandlers: [co(one)], referenceUnitIds: [two] },
    { leadUnitId: lead, coHandlers: [co(two)] },
    { leadUnitId: lead },
    { separateUnitIds: [lead, one], referenceUnitIds: [two] },
    { leadUnitId: one, coHandlers: [co(lead)] },
  ];
  return shapes[roll(shapes.length)] ?? {};
}

/** What a form cannot know: which units answer together, and that a day lies on the right side of today. */
const amended: Partial<Record<CommandName, (how: Filling, filled: Input) => Input>> = {
  'proposal.handOver': handOver,
  'clock.pause': ({ today, roll }, filled) => ({ ...filled, until: addDays(today, roll(4)) }),
  'assignment.recordContact': ({ today }, filled) => ({ ...filled, heldOn: today }),
  // Where all stays as it was, no unit is named.
  ...Object.fromEntries(
    (['returnRequest.decide', 'returnRequest.settle'] as const).map((name) => [
      name,
      (_how: Filling, filled: Input) =>
        filled['decision'] === 'keep' ? { ...filled, unitId: null } : filled,
    ]),
  ),
  'opinion.submit': (_how, filled) => ({ ...filled, attachments: [] }),
  'opinion.enterOnBehalf': (_how, filled) => ({ ...filled, attachments: [] }),
  'reviewStep.addSigner': ({ roll }, filled) => ({ ...filled, place: roll(2) === 0 ? 'before' : 'after' }),
  // A little more each time, so that the text changes under those who have seen it.
  'draft.saveSection': ({ roll }, filled) => ({
    ...filled,
    verdict: filled['heading'] === null || filled['heading'] === undefined ? 'adopted' : null,
    passages: (filled['passages'] as Input[]).map((each) =>
      roll(4) === 0 ? { ...each, body: `${String(each['body'])}第${roll(90) + 10}项照办。` } : each,
    ),
  }),
};

/** A form filled in as a person might: most of it as it opens, the rest by chance. */
export function fillForm(offer: Offer, how: Filling): Input {
  const name = offer.command as CommandName;
  const filled = fill(how, offer, offer.schema, offer.defaults, goodInputs[name]) as Input;
  return amended[name]?.(how, filled) ?? filled;
}
