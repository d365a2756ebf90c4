import { DraftSection, Draft, OpinionItem, OpinionVersion, Passage } from '@fuhan/casework';
import type { Actor, AssignmentFacts, CaseSnapshot, OpinionFacts } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { DemoPassage, DemoStep, DemoStory } from './demo-files';
import { named, type Stage } from './demo-people';

type CommandStep = Exclude<DemoStep, { do: 'link.open' }>;
type StepOf<N extends CommandStep['do']> = Extract<CommandStep, { do: N }>;

/** One case being played, as it stands before a step. */
export interface Scene {
  readonly em: EntityManager;
  readonly stage: Stage;
  readonly story: DemoStory;
  /** Null before the proposal is registered. */
  readonly snapshot: CaseSnapshot | null;
}

/** What a step asks of the command door. */
export interface Call {
  readonly targetId: string | null;
  readonly input: object;
}

type CallOf<N extends CommandStep['do']> = (
  scene: Scene,
  step: StepOf<N>,
  actor: Actor,
) => Call | Promise<Call>;

/** What a demo file refers to must be there: a slip in the file stops the load with the step's name. */
function there<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`seeds/demo: there is no ${what} at this step`);
  return found;
}

const facts = ({ snapshot }: Scene): CaseSnapshot => there(snapshot, 'registered proposal');

const assignmentOf = (scene: Scene, unitId: string): AssignmentFacts =>
  there(
    facts(scene).assignments.find((each) => each.unitId === unitId),
    'assignment of the unit',
  );

const opinionOf = (scene: Scene, unitId: string): OpinionFacts => {
  const { id } = assignmentOf(scene, unitId);
  return there(
    facts(scene).opinions.find(({ assignmentId }) => assignmentId === id),
    'opinion of the unit',
  );
};

const suggestionId = (scene: Scene, ordinal: number): string =>
  there(facts(scene).suggestions[ordinal - 1], `suggestion ${ordinal}`).id;

const draftOf = (scene: Scene) => there(facts(scene).drafts[0], 'draft');

const sectionId = (scene: Scene, ordinal: number): string =>
  there(draftOf(scene).sections[ordinal - 1], `section ${ordinal}`).id;

const openStep = (scene: Scene): string =>
  there(
    facts(scene).steps.find(({ state }) => state === 'open'),
    'open review step',
  ).id;

/** The newest words a unit gave on a suggestion. */
async function itemOf(scene: Scene, unitId: string, ordinal: number): Promise<string> {
  const { id: opinionId, version } = opinionOf(scene, unitId);
  const { id: opinionVersionId } = await scene.em.findOneByOrFail(OpinionVersion, { opinionId, version });
  const wanted = { opinionVersionId, suggestionId: suggestionId(scene, ordinal) };
  return (await scene.em.findOneByOrFail(OpinionItem, wanted)).id;
}

const kindOf = (words: string): Passage['kind'] =>
  /^（[一二三四五六七八九十]+）[^。；：]+$/.test(words) ? 'heading2' : 'paragraph';

function passageInput(passage: DemoPassage, before: readonly Passage[]): object {
  if (typeof passage === 'string') return { kind: kindOf(passage), body: passage };
  const { id, kind, body } = there(before[passage.keep - 1], `passage ${passage.keep}`);
  return { id, kind, body: passage.edited ?? body };
}

const saveSection: CallOf<'draft.saveSection'> = async (scene, { section, verdict, text }) => {
  const id = sectionId(scene, section);
  const { version } = await scene.em.findOneByOrFail(DraftSection, { id });
  const before = await scene.em.find(Passage, { where: { sectionId: id }, order: { ordinal: 'ASC' } });
  const passages = text.map((passage) => passageInput(passage, before));
  return { targetId: draftOf(scene).id, input: { sectionId: id, version, verdict, passages } };
};

const nothing = (targetId: string): Call => ({ targetId, input: {} });

/** What each step of a demo file means to the command door: names become the ids of this case. */
const calls: { readonly [N in CommandStep['do']]: CallOf<N> } = {
  'proposal.register': ({ story }) => ({ targetId: null, input: story.proposal }),
  'proposal.handOver': (scene, { lead, co }) => {
    const { units } = scene.stage;
    const coHandlers = co.map(({ unit, question }) => ({ unitId: named(units, unit), question }));
    return { targetId: facts(scene).proposal.id, input: { leadUnitId: named(units, lead), coHandlers } };
  },
  'assignment.sign': (scene, _step, { unitId }) => nothing(assignmentOf(scene, unitId).id),
  'assignment.divide': (scene, { office, drafter }, { unitId }) => ({
    targetId: assignmentOf(scene, unitId).id,
    input: {
      officeId: named(scene.stage.offices, `${unitId}/${office}`),
      drafterId: named(scene.stage.actors, drafter).personId,
    },
  }),
  'opinion.submit': (scene, { contactName, contactPhone, items: given }, { unitId }) => {
    const items = given.map(({ suggestion, ...item }) => ({
      ...item,
      suggestionId: suggestionId(scene, suggestion),
    }));
    return { targetId: opinionOf(scene, unitId).id, input: { contactName, contactPhone, items } };
  },
  'opinion.accept': (scene, { unit }) => nothing(opinionOf(scene, named(scene.stage.units, unit)).id),
  'opinion.sendBack': (scene, { unit, reason }) => ({
    targetId: opinionOf(scene, named(scene.stage.units, unit)).id,
    input: { reason },
  }),
  'draft.addSection': (scene, { heading, position }) => ({
    targetId: draftOf(scene).id,
    input: { heading, position },
  }),
  'draft.adopt': async (scene, { section, from, suggestion }) => {
    const opinionItemId = await itemOf(scene, named(scene.stage.units, from), suggestion);
    return { targetId: draftOf(scene).id, input: { sectionId: sectionId(scene, section), opinionItemId } };
  },
  'draft.saveSection': saveSection,
  'draft.saveFrame': async (scene, { outcomeClass, printClass, publication, contacts, prose }) => {
    const { id, version } = await scene.em.findOneByOrFail(Draft, { id: draftOf(scene).id });
    return { targetId: id, input: { version, outcomeClass, printClass, publication, contacts, prose } };
  },
  'draft.submit': (scene) => nothing(draftOf(scene).id),
  'reviewStep.approve': (scene, { comment }) => ({ targetId: openStep(scene), input: { comment } }),
  'reviewStep.sendBack': (scene, { comment }) => ({ targetId: openStep(scene), input: { comment } }),
  'draft.issue': (scene, { date }) => ({ targetId: draftOf(scene).id, input: { date } }),
  'letter.deliver': (scene) => nothing(there(facts(scene).letters[0], 'letter').id),
  'letter.preparePublication': (scene) => nothing(there(facts(scene).letters[0], 'letter').id),
  'publication.approve': (scene) => ({
    targetId: there(facts(scene).publications[0], 'publication').id,
    input: { secrets: true, privacy: true, trade: true, copy: true },
  }),
  'delivery.receive': (scene, _step, { unitId }) => {
    const mine = facts(scene).deliveries.find((each) => each.unitId === unitId);
    return nothing(there(mine, 'delivery to the unit').id);
  },
};

/** The command behind a step of a demo file. */
export const callOf = async (scene: Scene, step: CommandStep, actor: Actor): Promise<Call> =>
  (calls[step.do] as CallOf<typeof step.do>)(scene, step as never, actor);
