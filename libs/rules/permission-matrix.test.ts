import { type ActionName, actionNames, actions } from './actions';
import { decide, membersOf } from './decide';
import { type Duty, dutyNames } from './duties';
import { type AggregateName, states } from './machines';
import type { Actor, CaseSnapshot } from './snapshot';
import {
  actor,
  caseWith,
  commitment,
  confirmation,
  contribution,
  contact,
  deadline,
  delivery,
  extension,
  letter,
  namedDrafters,
  opinion,
  outsideLink,
  publication,
  rating,
  redo,
  registeredCase,
  returnRequest,
} from './testing/snapshots';
import { standings, type Standing, anyone, nobody, ruleBook } from './testing/rule-book';

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
  contribution: 'contribution-1',
  confirmation: 'confirmation-1',
  commitment: 'commitment-1',
  publication: 'publication-1',
  rating: 'rating-1',
  redo: 'redo-1',
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
  contribution: 'contributions',
  confirmation: 'confirmations',
  commitment: 'commitments',
  publication: 'publications',
  rating: 'ratings',
  redo: 'redos',
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
    ...(aggregate === 'contribution' && { contributions: [contribution()] }),
    ...(aggregate === 'confirmation' && { confirmations: [confirmation()] }),
    ...(aggregate === 'publication' && {
      letters: [letter({ state: 'delivered' })],
      publications: [publication()],
    }),
    ...(aggregate === 'rating' && { ratings: [rating()] }),
    ...(aggregate === 'redo' && { redos: [redo()] }),
    ...(aggregate === 'commitment' && { commitments: [commitment()] }),
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

  const into = { id: 'proposal-2', number: '135002', settled: false };
  const merged: CaseSnapshot = {
    ...registeredCase(),
    proposal: { ...registeredCase().proposal, mergedInto: into },
  };

  const sent = caseWith({ letters: [letter({ state: 'delivered' })] });
  /** The case as it must be for the action; where nothing is said, one that is being answered. */
  const ripeFor: Partial<Record<ActionName, CaseSnapshot>> = {
    'proposal.handOver': registeredCase(),
    'proposal.editSuggestions': registeredCase(),
    'proposal.unmerge': merged,
    'proposal.close': sent,
    'proposal.reopen': { ...sent, proposal: { ...sent.proposal, closedOn: '2026-09-01' } },
  };

  it.each(ofProposals)(
    'should be denied to the supervisor and open to the coordinator alone: %s',
    (action) => {
      const snapshot = ripeFor[action] ?? ready;
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

  // Its proposers are answered too: whether they agree to be published is their own to say.
  const stillTheirs: readonly ActionName[] = ['proposal.unmerge', 'proposal.recordConsent'];
  it.each(ofProposals.filter((action) => !stillTheirs.includes(action)))(
    'should not be done to a proposal that is merged into another: %s',
    (action) => {
      expect(whoMay(merged, action, 'blocked')).toEqual(new Set(['coordinator']));
    },
  );

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
