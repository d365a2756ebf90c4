import { type ActionName, actionNames, actions } from './actions';
import { decide, membersOf } from './decide';
import { type Duty, dutyNames } from './duties';
import { type AggregateName, states } from './machines';
import type { Actor, CaseSnapshot } from './snapshot';
import {
  actor,
  caseWith,
  contact,
  deadline,
  delivery,
  extension,
  letter,
  namedDrafters,
  opinion,
  outsideLink,
  registeredCase,
  returnRequest,
  unitIds,
} from './testing/snapshots';

/**
 * Role × action × state, against a rule book written out by hand. It shares no function with the code it judges: who may is a
 * literal list of "duty as which kind of person", when is a literal list of states.
 */

/** How a person can stand to the case whose lead, co-handler and recipient are three units. */
const standings = {
  'named drafter of the lead': {
    unitId: unitIds.lead,
    personId: namedDrafters.lead,
    officeId: 'office-lead',
  },
  'other section of the lead': { unitId: unitIds.lead, officeId: 'office-other' },
  'named drafter of the co-handler': {
    unitId: unitIds.co,
    personId: namedDrafters.co,
    officeId: 'office-co',
  },
  'other section of the co-handler': { unitId: unitIds.co, officeId: 'office-other' },
  'unit that gets a copy': { unitId: unitIds.recipient },
  'unit without part in it': { unitId: unitIds.stranger },
} as const satisfies Record<string, Partial<Actor>>;
type Standing = keyof typeof standings;

const inLead = ['named drafter of the lead', 'other section of the lead'] as const;
const inCo = ['named drafter of the co-handler', 'other section of the co-handler'] as const;
const anyone = Object.keys(standings) as Standing[];

type Who = Partial<Record<Duty, readonly Standing[]>>;
const nobody: Who = {};
/** The one named, or anybody of the unit's 提案办. */
const writer: Who = { drafter: ['named drafter of the lead'], proposal_office: inLead };
const coWriter: Who = { drafter: ['named drafter of the co-handler'], proposal_office: inCo };
const leadClerk: Who = { clerk: inLead };
/** The coordinator, whoever else they are; the 提案办 of the unit that answers. */
const asker: Who = { coordinator: anyone, proposal_office: inLead };

interface Rule {
  readonly on: AggregateName;
  readonly who: Who;
  readonly when: readonly string[];
  /** What it is in other states: most have moved on, an action without a state table is blocked. */
  readonly otherwise?: 'blocked';
  /** States in which only a guard stands in the way. */
  readonly asked?: readonly string[];
  /** Another target than the usual one, or other facts about it. */
  readonly at?: string;
  readonly facts?: object;
}

/** Targets: the lead's assignment, the co-handler's opinion, the draft, its step of 核稿, the letter, the copy-to unit's copy. */
const ruleBook: Record<Exclude<ActionName, `proposal.${string}`>, Rule> = {
  'assignment.sign': { on: 'assignment', who: { proposal_office: inLead }, when: ['handed_over'] },
  'assignment.divide': { on: 'assignment', who: { proposal_office: inLead }, when: ['signed', 'divided'] },
  'assignment.passOn': { on: 'assignment', who: nobody, when: [] },
  'assignment.takeBack': { on: 'assignment', who: nobody, when: [] },
  'assignment.place': { on: 'assignment', who: nobody, when: [] },
  'assignment.signAndAskFor': { on: 'assignment', who: { proposal_office: inLead }, when: ['handed_over'] },
  'assignment.requestReturn': {
    on: 'assignment',
    who: { proposal_office: inLead },
    when: ['handed_over', 'signed', 'divided'],
    otherwise: 'blocked',
  },
  'assignment.reopenReturn': {
    on: 'assignment',
    who: { coordinator: anyone },
    when: ['handed_over', 'signed', 'divided'],
    otherwise: 'blocked',
    facts: { returnUntil: '2026-03-09' },
  },
  'assignment.remove': {
    on: 'assignment',
    at: 'assignment-co',
    who: { coordinator: anyone },
    when: ['handed_over', 'signed', 'divided', 'finished'],
  },
  'assignment.finish': { on: 'assignment', who: nobody, when: [] },
  // The lead's own part is chased by the coordinator alone; its 提案办 chases co-handlers.
  'assignment.chase': {
    on: 'assignment',
    who: { coordinator: anyone },
    when: ['handed_over', 'signed', 'divided'],
    otherwise: 'blocked',
  },
  'assignment.return': { on: 'assignment', who: nobody, when: [] },
  'assignment.recall': { on: 'assignment', who: nobody, when: [] },
  'assignment.withdraw': { on: 'assignment', who: nobody, when: [] },
  'returnRequest.decide': { on: 'return_request', who: { coordinator: anyone }, when: ['asked'] },
  'returnRequest.dispute': {
    on: 'return_request',
    who: { proposal_office: inCo },
    when: ['decided'],
    facts: { decision: 'keep' },
  },
  'returnRequest.settle': {
    on: 'return_request',
    who: { coordinator: anyone, supervisor: anyone },
    when: ['disputed'],
  },
  'returnRequest.lapse': { on: 'return_request', who: nobody, when: [] },
  'opinion.cancel': { on: 'opinion', who: nobody, when: [] },
  'opinion.await': { on: 'opinion', who: nobody, when: [] },
  'opinion.submit': { on: 'opinion', who: coWriter, when: ['awaited', 'returned'] },
  'opinion.submitByLink': { on: 'opinion', who: nobody, when: [] },
  'opinion.inviteByLink': {
    on: 'opinion',
    who: asker,
    when: ['awaited', 'returned'],
    otherwise: 'blocked',
  },
  'opinion.enterOnBehalf': { on: 'opinion', who: asker, when: ['awaited', 'returned'] },
  'outsideLink.revoke': { on: 'outside_link', who: asker, when: ['live'] },
  'outsideLink.replace': { on: 'outside_link', who: nobody, when: [] },
  'opinion.accept': { on: 'opinion', who: writer, when: ['submitted'] },
  'opinion.sendBack': { on: 'opinion', who: writer, when: ['submitted'] },
  'draft.open': { on: 'draft', who: nobody, when: [] },
  'draft.adopt': { on: 'draft', who: writer, when: ['writing'] },
  'draft.saveSection': { on: 'draft', who: writer, when: ['writing'] },
  'draft.addSection': { on: 'draft', who: writer, when: ['writing'] },
  'draft.removeSection': { on: 'draft', who: writer, when: ['writing'] },
  'draft.saveFrame': { on: 'draft', who: writer, when: ['writing'] },
  'draft.submit': { on: 'draft', who: writer, when: ['writing', 'correcting'] },
  'draft.sendBack': { on: 'draft', who: nobody, when: [] },
  'draft.drop': { on: 'draft', who: nobody, when: [] },
  'draft.sign': { on: 'draft', who: nobody, when: [] },
  'draft.issue': { on: 'draft', who: leadClerk, when: ['signed'] },
  'reviewStep.plan': { on: 'review_step', who: nobody, when: [] },
  'reviewStep.open': { on: 'review_step', who: nobody, when: [] },
  'reviewStep.approve': { on: 'review_step', who: { reviewer: inLead }, when: ['open'] },
  'reviewStep.sendBack': { on: 'review_step', who: { reviewer: inLead }, when: ['open'] },
  // The case of the rule book has this one step, so its holder is the signer.
  'reviewStep.overrule': {
    on: 'review_step',
    who: { reviewer: inLead },
    when: ['open', 'approved'],
    otherwise: 'blocked',
  },
  'reviewStep.cancel': { on: 'review_step', who: nobody, when: [] },
  'letter.deliver': { on: 'letter', who: leadClerk, when: ['issued'] },
  'letter.seal': { on: 'letter', who: leadClerk, when: ['issued', 'delivered'], otherwise: 'blocked' },
  'letter.askWithdrawal': {
    on: 'letter',
    who: { clerk: inLead, drafter: inLead, proposal_office: inLead },
    when: ['issued', 'delivered'],
    otherwise: 'blocked',
  },
  // Nobody has asked for a withdrawal in the case of the rule book.
  'letter.withdraw': { on: 'letter', who: { head: inLead }, when: [], asked: ['issued', 'delivered'] },
  'letter.keep': { on: 'letter', who: { head: inLead }, when: [], otherwise: 'blocked' },
  'letter.correct': { on: 'letter', who: writer, when: ['delivered'], otherwise: 'blocked' },
  'draft.saveCorrection': { on: 'draft', who: writer, when: ['correcting'] },
  'draft.sendBackCorrection': { on: 'draft', who: nobody, when: [] },
  'draft.reopen': { on: 'draft', who: nobody, when: [] },
  'assignment.resume': { on: 'assignment', who: nobody, when: [] },
  'delivery.record': { on: 'delivery', who: leadClerk, when: ['sent'] },
  'delivery.confirm': { on: 'delivery', who: leadClerk, when: ['sent'] },
  'delivery.receive': {
    on: 'delivery',
    who: { proposal_office: ['unit that gets a copy'] },
    when: ['sent'],
  },
  'delivery.open': { on: 'delivery', who: nobody, when: [] },
  'assignment.recordContact': {
    on: 'assignment',
    who: writer,
    when: ['signed', 'divided', 'finished'],
    otherwise: 'blocked',
  },
  'contactRecord.strike': { on: 'contact_record', who: writer, when: ['recorded'] },
  'contactRecord.confirm': { on: 'contact_record', who: nobody, when: [] },
  'contactRecord.deny': { on: 'contact_record', who: nobody, when: [] },
  'clock.start': { on: 'deadline', who: nobody, when: [] },
  'clock.meet': { on: 'deadline', who: nobody, when: [] },
  'clock.reopen': { on: 'deadline', who: nobody, when: [] },
  'clock.recompute': { on: 'deadline', who: nobody, when: [] },
  'clock.cancel': { on: 'deadline', who: nobody, when: [] },
  // The clock is the lead's: its reply is the coordinator's to stop.
  'clock.pause': { on: 'deadline', who: { coordinator: anyone }, when: ['running'] },
  'clock.resume': { on: 'deadline', who: { coordinator: anyone }, when: ['running'] },
  'clock.requestExtension': { on: 'deadline', who: { proposal_office: inLead }, when: ['running'] },
  'extension.grant': { on: 'extension', who: { coordinator: anyone }, when: ['requested'] },
  'extension.refuse': { on: 'extension', who: { coordinator: anyone }, when: ['requested'] },
  'extension.withdraw': { on: 'extension', who: { proposal_office: inLead }, when: ['requested'] },
  'extension.tellProposer': { on: 'extension', who: { proposal_office: inLead }, when: ['granted'] },
};

const people: readonly (Duty | 'no duty')[] = [...dutyNames, 'no duty'];

const personOf = (duty: Duty | 'no duty', standing: Standing): Actor =>
  actor(duty === 'no duty' ? [] : [duty], standings[standing]);

/** These oversee every case; the copy-to unit knows of a case only once its copy has gone out. */
const knows = (duty: Duty | 'no duty', standing: Standing, copySent: boolean): boolean =>
  duty === 'coordinator' ||
  duty === 'supervisor' ||
  standing.includes('lead') ||
  standing.includes('co-handler') ||
  (standing === 'unit that gets a copy' && copySent);

const targetIds: Record<AggregateName, string> = {
  assignment: 'assignment-lead',
  return_request: 'request-1',
  opinion: 'opinion-co',
  draft: 'draft-1',
  review_step: 'step-reviewer',
  letter: 'letter-1',
  delivery: 'delivery-1',
  outside_link: 'link-1',
  contact_record: 'contact-1',
  deadline: 'deadline-reply',
  extension: 'extension-1',
};

const collectionOf = {
  assignment: 'assignments',
  return_request: 'returnRequests',
  opinion: 'opinions',
  draft: 'drafts',
  review_step: 'steps',
  letter: 'letters',
  delivery: 'deliveries',
  outside_link: 'outsideLinks',
  contact_record: 'contacts',
  deadline: 'deadlines',
  extension: 'extensions',
} as const;

/** The story with one aggregate in one state; every guard holds, so that only permission and state decide. */
function caseIn(
  aggregate: AggregateName,
  state: string,
  at = targetIds[aggregate],
  facts = {},
): CaseSnapshot {
  const sent = aggregate === 'letter' || aggregate === 'delivery';
  const base = caseWith({
    ...(sent && { letters: [letter()], deliveries: [delivery()] }),
    outsideLinks: [outsideLink()],
    contacts: [contact()],
    deadlines: [deadline()],
    ...(aggregate === 'extension' && { extensions: [extension()] }),
    ...(aggregate === 'return_request' ? { returnRequests: [returnRequest()] } : {}),
  });
  const key = collectionOf[aggregate];
  const members = membersOf(base, aggregate).map((each) =>
    each.id === at ? { ...each, ...facts, state } : each,
  );
  return { ...base, [key]: members };
}

interface Trial {
  readonly who: string;
  readonly expected: string;
  readonly found: string;
}

function trialsOf(action: keyof typeof ruleBook): Trial[] {
  const { on, who, when, otherwise = 'moved on', asked = [], at = targetIds[on], facts } = ruleBook[action];
  const copySent = on === 'letter' || on === 'delivery';
  return Object.keys(states[on]).flatMap((state) =>
    people.flatMap((duty) =>
      anyone.map((standing): Trial => {
        const may = duty !== 'no duty' && (who[duty] ?? []).includes(standing);
        const now = when.includes(state) ? 'allowed' : asked.includes(state) ? 'blocked' : otherwise;
        const permitted = may ? now : 'denied';
        return {
          who: `${duty}, ${standing}, ${on} ${state}`,
          expected: knows(duty, standing, copySent) ? permitted : 'unknown',
          found: decide(caseIn(on, state, at, facts), personOf(duty, standing), action, at).verdict,
        };
      }),
    ),
  );
}

const tried = Object.keys(ruleBook) as (keyof typeof ruleBook)[];
const wrong = (trials: readonly Trial[]): Trial[] =>
  trials.filter(({ expected, found }) => expected !== found);
const count = (trials: readonly Trial[], verdict: string): number =>
  trials.filter(({ expected }) => expected === verdict).length;

describe('who may do what in which state', () => {
  it.each(tried)('should be as the rule book says when the action is %s', (action) => {
    expect(wrong(trialsOf(action))).toEqual([]);
  });

  it('should have been asked of every action that is done to an aggregate', () => {
    const ofAggregates = actionNames.filter(
      (name) => actions[name].target && actions[name].target !== 'proposal',
    );
    expect([...tried].sort()).toEqual(ofAggregates.sort());
  });

  it('should try each other verdict too', () => {
    const all = tried.flatMap(trialsOf);
    expect(['denied', 'moved on', 'unknown'].filter((verdict) => count(all, verdict) < 50)).toEqual([]);
  });

  it.each(tried.filter((action) => ruleBook[action].who === nobody))(
    'should let nobody do what only the system does: %s',
    (action) => {
      const everything = actor(dutyNames, { personId: namedDrafters.lead });
      const { on } = ruleBook[action];
      const verdicts = Object.keys(states[on]).map(
        (state) => decide(caseIn(on, state), everything, action, targetIds[on]).verdict,
      );
      expect(new Set(verdicts)).toEqual(new Set(['denied']));
    },
  );
});

describe('what is done to the proposal itself', () => {
  const ready = caseWith();
  const answered = caseWith({ letters: [letter()] });
  const oneCo = caseWith({ assignments: ready.assignments.slice(0, 2), opinions: [opinion()] });
  const everyone = people.flatMap((duty) => anyone.map((standing) => ({ duty, standing })));
  const whoMay = (snapshot: CaseSnapshot, action: ActionName, verdict: string): Set<string> =>
    new Set(
      everyone
        .filter(({ duty, standing }) => {
          return decide(snapshot, personOf(duty, standing), action, 'proposal-1').verdict === verdict;
        })
        .map(({ duty }) => duty),
    );

  const ofProposals = actionNames.filter((name) => actions[name].target === 'proposal');
  const withdrawn: CaseSnapshot = {
    ...registeredCase(),
    proposal: { ...registeredCase().proposal, withdrawnOn: '2026-03-09' },
  };

  it.each(ofProposals)(
    'should be denied to the supervisor and open to the coordinator alone: %s',
    (action) => {
      const snapshot = action === 'proposal.handOver' ? registeredCase() : ready;
      expect(whoMay(snapshot, action, 'allowed')).toEqual(new Set(['coordinator']));
      expect(whoMay(snapshot, action, 'denied')).toContain('supervisor');
    },
  );

  it('should be unknown to everybody else before the hand-over', () => {
    const others = people.filter((duty) => duty !== 'coordinator' && duty !== 'supervisor');
    expect(whoMay(registeredCase(), 'proposal.handOver', 'unknown')).toEqual(new Set(others));
  });

  it('should not be handed over a second time', () => {
    expect(whoMay(ready, 'proposal.handOver', 'blocked')).toEqual(new Set(['coordinator']));
  });

  it.each(ofProposals)('should not be done any more once the proposer has withdrawn it: %s', (action) => {
    expect(whoMay(withdrawn, action, 'blocked')).toEqual(new Set(['coordinator']));
  });

  it.each(['proposal.addHandler', 'proposal.recall', 'proposal.reorderHandlers'] as const)(
    'should not be done before it was handed over: %s',
    (action) => {
      expect(whoMay(registeredCase(), action, 'blocked')).toEqual(new Set(['coordinator']));
    },
  );

  it.each(['proposal.recall', 'proposal.withdraw'] as const)(
    'should not be undone once a letter is out: %s',
    (action) => {
      expect(whoMay(answered, action, 'blocked')).toEqual(new Set(['coordinator']));
    },
  );

  it('should keep its order of co-handlers when a letter is out', () => {
    expect(whoMay(answered, 'proposal.reorderHandlers', 'blocked')).toEqual(new Set(['coordinator']));
  });

  it('should have no order to change when there is one co-handler', () => {
    expect(whoMay(oneCo, 'proposal.reorderHandlers', 'blocked')).toEqual(new Set(['coordinator']));
  });
});
