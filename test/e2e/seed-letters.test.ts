import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeText, importLetter, type LetterModel } from '@fuhan/letter-engine';
import { findProjectRoot } from '@fuhan/platform';
import { startTestApp, type TestApp } from '@fuhan/testing';
import { assemble, type Cast, caseOf, issue, walkToSigned, type WalkPlan } from './walk';

const root = findProjectRoot();
const shared = path.join(root, '..', 'shared', 'seeds');

/** White space and page joins, left-over `**`, half-width brackets: all that the two texts may differ in. */
const normalized = (text: string): string =>
  text
    .replace(/\s+|\*\*/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');

interface Source {
  readonly name: string;
  readonly file: string | null;
  /** Where the opening names none, the two in the copy-to list beside the fixed recipients. */
  readonly coHandlers: (letter: LetterModel) => string[];
  readonly annotation: string;
}

const seedFile = (start: string): string | null => {
  const file = existsSync(shared) ? readdirSync(shared).find((name) => name.startsWith(start)) : undefined;
  return file === undefined ? null : path.join(shared, file);
};
const twinFile = (name: string): string => path.join(root, 'test', 'fixtures', 'letters', name);

const eachContact = '联系人及电话：{{#each contacts}}{{name}}，{{phone}}{{/each}}';
const listedContacts = '联系人：{{list contacts}}，联系电话：{{phones contacts}}';
const named = (letter: LetterModel): string[] => letter.coHandlers;
const copied = (letter: LetterModel): string[] => letter.copyTo.slice(2);

const sources: Source[] = [
  {
    name: 'the twin of seed 000',
    file: twinFile('twin-000.txt'),
    coHandlers: named,
    annotation: eachContact,
  },
  {
    name: 'the twin of seed 002',
    file: twinFile('twin-002.txt'),
    coHandlers: copied,
    annotation: listedContacts,
  },
  { name: 'seed 000', file: seedFile('000'), coHandlers: named, annotation: eachContact },
  { name: 'seed 002', file: seedFile('002'), coHandlers: copied, annotation: listedContacts },
];

/** The letter's own opening as a template over the fields: what it says of title, number and units comes from rows. */
function openingTemplate({ opening, proposal, coHandlers }: LetterModel): string {
  const named = coHandlers.join('、');
  const text = (opening[0] ?? '')
    .replace(proposal.title ?? '', '{{proposal.title}}')
    .replace(proposal.number ?? '', '{{proposal.number}}');
  return named ? text.replace(named, '{{list coHandlers}}') : text;
}

function planOf(source: Source, text: string): WalkPlan {
  const letter = importLetter(text);
  const year = /〔(\d{4})〕/.exec(letter.documentNumber ?? '')?.[1];
  const verdict = letter.sections.find(({ verdict }) => verdict !== null)?.verdict ?? '';
  return {
    letter,
    coHandlers: source.coHandlers(letter),
    wording: {
      opening: openingTemplate(letter),
      annotation: source.annotation,
      closing: letter.closing ?? '',
      'verdict-adopted': verdict,
    },
    contacts: letter.contacts.map(({ name, phone }) => ({ name, phone: phone ?? '' })),
    handedOverAt: `${year}-04-01T02:00:00Z`,
    issuedAt: `${year}-09-16T02:00:00Z`,
    // The real letters have the slips they were sent with: the signer lets them stand, each with a reason.
    letStand: true,
  };
}

const textOf = async (cast: Cast, href: string | undefined): Promise<string> =>
  (await (await cast.as('clerk')).get<string>(href ?? '')).body as unknown as string;

describe.each(sources)('a real letter through the whole path: $name', (source) => {
  if (source.file === null || !existsSync(source.file)) {
    it.skip(`skipped: ${source.name} is not on this machine`, () => undefined);
    return;
  }
  const text = decodeText(readFileSync(source.file));
  const plan = planOf(source, text);
  let app: TestApp;
  let cast: Cast;

  const issueAnew = async (
    changed: WalkPlan,
    before?: (app: TestApp, cast: Cast, id: string) => Promise<void>,
  ): Promise<string> => {
    app = await startTestApp({ worker: true, at: changed.handedOverAt });
    cast = await assemble(app, changed);
    const walked = await walkToSigned(app, cast, changed);
    await before?.(app, cast, walked.id);
    const letter = await issue(app, cast, walked, changed);
    expect(letter.documentNumber).toBe(changed.letter.documentNumber);
    return textOf(cast, letter.files.find(({ format }) => format === 'txt')?.href);
  };

  afterEach(async () => app.close());

  it('should issue the same text, in order, character for character', async () => {
    expect(normalized(await issueAnew(plan))).toBe(normalized(text));
  });

  it('should change exactly the composed places when a unit is renamed, co-handlers are swapped and the contact changes', async () => {
    const [first = '', second = '', ...rest] = plan.coHandlers;
    const changed: WalkPlan = { ...plan, contacts: [{ name: '新联系人', phone: '0760-87654321' }] };
    const issued = await issueAnew(changed, async (_app, people, id) => {
      const coordinator = await people.as('coordinator');
      const { assignments } = await caseOf(coordinator, id);
      const unitId = (name: string) => assignments.find(({ unit }) => unit === name)?.unitId;
      await coordinator.done(`/api/proposals/${id}/reorder-handlers`, {
        unitIds: [second, first, ...rest].map(unitId),
      });
      const system = await people.as('system');
      await system.done(`/api/units/${unitId(second)}/rename`, {
        name: '更名后的单位全称',
        shortName: '市更名局',
      });
    });
    const before = plan.coHandlers.join('、');
    const after = ['市更名局', first, ...rest].join('、');
    const annotation = plan.letter.annotation ?? '';
    const newAnnotation =
      source.annotation === eachContact
        ? '联系人及电话：新联系人，0760-87654321'
        : '联系人：新联系人，联系电话：0760-87654321';
    const expected = normalized(text)
      .replaceAll(normalized(before), normalized(after))
      .replace(normalized(annotation), newAnnotation);
    expect(normalized(issued)).toBe(expected);
  });
});
