import { FuhanError } from '@fuhan/kernel';
import { authorize, decide, whoMay } from './decide';
import { actionNames, actions } from './actions';
import { nextActions } from './next-actions';
import { assignmentOf, maySee, replyAssignmentOf } from './permissions';
import type { Actor, CaseSnapshot, StepFacts } from './snapshot';
import {
  actor,
  assignment,
  caseWith,
  coAssignment,
  delivery,
  draft,
  letter,
  namedDrafters,
  opinion,
  registeredCase,
  returnRequest,
  step,
  unitIds,
} from './testing/snapshots';

const leadDrafter = actor(['drafter'], { personId: namedDrafters.lead });
const offered = (snapshot: CaseSnapshot, who = leadDrafter): string[] =>
  nextActions(snapshot, who).map(({ action }) => action);
const submitted = caseWith({ opinions: [opinion({ state: 'submitted' })] });

describe('nextActions', () => {
  it('should put what the case waits for before what is merely possible', () => {
    const todos = nextActions(submitted, leadDrafter).map(({ todo }) => todo);
    expect(todos).toEqual([...todos].sort((a, b) => Number(b) - Number(a)));
  });

  it('should keep the order of the action table within each of the two', () => {
    const merely = nextActions(submitted, leadDrafter).filter(({ todo }) => !todo);
    const places = merely.map(({ action }) => actionNames.indexOf(action));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('should offer the drafter all ways to write while the draft is open', () => {
    expect(offered(caseWith())).toEqual([
      'draft.submit',
      'assignment.askSection',
      'draft.adopt',
      'draft.rejectItem',
      'draft.reconsiderItem',
      'draft.movePassage',
      'draft.splitPassage',
      'draft.joinPassages',
      'draft.saveSection',
      'draft.addSection',
      'draft.removeSection',
      'draft.saveFrame',
      'draft.askConfirmation',
      'draft.consultProposer',
      'assignment.recordContact',
    ]);
  });

  it('should offer one entry for each opinion that waits for a judgement', () => {
    const two = caseWith({
      opinions: [
        opinion({ state: 'submitted' }),
        opinion({ id: 'opinion-co-2', assignmentId: 'assignment-co-2', state: 'submitted' }),
      ],
    });
    const accept = nextActions(two, leadDrafter).filter(({ action }) => action === 'opinion.accept');
    expect(accept.map(({ targetId }) => targetId)).toEqual(['opinion-co', 'opinion-co-2']);
  });

  it('should say what has to happen first when an action is blocked', () => {
    const entry = nextActions(submitted, leadDrafter).find(({ action }) => action === 'draft.submit');
    expect(entry?.blockedBy).toBe('还有 1 家会办意见没有接受。');
  });

  it('should leave blockedBy empty when nothing is in the way', () => {
    expect(nextActions(caseWith(), leadDrafter)[0]?.blockedBy).toBeNull();
  });

  it('should show no button on the proposal when it would be blocked', () => {
    const one = caseWith({ assignments: [assignment(), coAssignment()] });
    expect(offered(one, actor(['coordinator']))).not.toContain('proposal.reorderHandlers');
  });

  it('should let the coordinator chase whoever owes something, and show no button for the others', () => {
    const snapshot = caseWith({
      opinions: [
        opinion({ state: 'awaited' }),
        opinion({ id: 'opinion-co-2', assignmentId: 'assignment-co-2', state: 'submitted' }),
      ],
    });
    const chase = nextActions(snapshot, actor(['coordinator'])).filter(
      ({ action }) => action === 'assignment.chase',
    );
    expect(chase.map(({ targetId, todo }) => [targetId, todo])).toEqual([
      ['assignment-lead', false],
      ['assignment-co', false],
    ]);
  });

  it('should let the lead’s 提案办 chase its co-handlers alone', () => {
    const snapshot = caseWith({ opinions: [opinion({ state: 'awaited' })] });
    const chasedBy = (unitId: string): string[] =>
      nextActions(snapshot, actor(['proposal_office'], { unitId }))
        .filter(({ action }) => action === 'assignment.chase')
        .map(({ targetId }) => targetId);
    expect([chasedBy(unitIds.lead), chasedBy(unitIds.co)]).toEqual([
      ['assignment-co', 'assignment-co-2'],
      [],
    ]);
  });

  it('should call the first division something to do', () => {
    const signed = caseWith({ assignments: [assignment({ state: 'signed', drafterId: null })], drafts: [] });
    const [divide] = nextActions(signed, actor(['proposal_office']));
    expect(divide).toMatchObject({ action: 'assignment.divide', todo: true });
  });

  it('should not call it something to do when the drafter is named already', () => {
    const divide = nextActions(caseWith(), actor(['proposal_office'])).find(
      ({ action }) => action === 'assignment.divide',
    );
    expect(divide).toMatchObject({ todo: false });
  });

  it('should offer the coordinator the hand-over when the proposal is registered, before what is merely possible', () => {
    expect(offered(registeredCase(), actor(['coordinator'], { unitId: 'elsewhere' }))).toEqual([
      ...['proposal.handOver', 'proposal.editSuggestions', 'proposal.nameSupervisor'],
      ...['proposal.withdraw', 'proposal.merge'],
      'proposal.recordConsent',
    ]);
  });

  it('should show no button where a guard is in the way and nobody waits for it', () => {
    const asker = actor(['coordinator'], { unitId: 'elsewhere' });
    const open = caseWith({ opinions: [opinion({ state: 'returned' })] });
    expect(
      [offered(open, asker), offered(submitted, asker)].map((each) => each.includes('opinion.inviteByLink')),
    ).toEqual([true, false]);
  });

  it('should offer the return beside the signature while its window is open, and no button after', () => {
    const office = actor(['proposal_office']);
    const on = (returnUntil: string): string[] =>
      offered(
        caseWith({ assignments: [assignment({ state: 'handed_over', returnUntil })], drafts: [] }),
        office,
      );
    const signing = ['assignment.sign', 'assignment.signAndAskFor'];
    expect([on('2026-03-10'), on('2026-03-09')]).toEqual([[...signing, 'assignment.requestReturn'], signing]);
  });

  it('should be something to do for the coordinator when a return is asked for', () => {
    const [first] = nextActions(caseWith({ returnRequests: [returnRequest()] }), actor(['coordinator']));
    expect(first).toMatchObject({ action: 'returnRequest.decide', targetId: 'request-1', todo: true });
  });

  it('should offer nothing when the case may not be known', () => {
    expect(offered(caseWith(), actor(['drafter'], { unitId: unitIds.stranger }))).toEqual([]);
  });

  it('should offer nothing when somebody holds no duty', () => {
    expect(offered(caseWith(), actor([], { personId: namedDrafters.lead }))).toEqual([]);
  });

  it('should offer exactly what decide allows or blocks', () => {
    const office = actor(['proposal_office']);
    const listed = new Set(
      nextActions(submitted, office).map(({ action, targetId }) => `${action} ${targetId}`),
    );
    const targets = [
      'assignment-lead',
      'assignment-co',
      'assignment-co-2',
      'opinion-co',
      'draft-1',
      'step-reviewer',
    ];
    const counts = { allowed: true, blocked: true } as Readonly<Record<string, boolean>>;
    const buttons = actionNames.filter((action) => !actions[action].onlyUndoes);
    const decided = buttons.flatMap((action) =>
      targets
        .filter((id) => counts[decide(submitted, office, action, id).verdict])
        .filter(
          (id) =>
            !(
              actions[action].onlyWhenPossible && decide(submitted, office, action, id).verdict === 'blocked'
            ),
        )
        .map((id) => `${action} ${id}`),
    );
    expect(listed).toEqual(new Set(decided));
  });
});

describe('a step of the route', () => {
  const duties = ['reviewer', 'leader', 'head'] as const;
  const trials = duties.flatMap((held) => duties.map((needed) => [held, needed] as const));

  it.each(trials)('should be open to its own duty alone: a %s at the step of the %s', (held, needed) => {
    const snapshot = caseWith({ drafts: [draft({ state: 'in_review' })], steps: [step(needed)] });
    const { verdict } = decide(snapshot, actor([held]), 'reviewStep.approve', `step-${needed}`);
    expect(verdict).toBe(held === needed ? 'allowed' : 'denied');
  });

  it('should not be open to the same duty of the co-handler', () => {
    const reviewer = actor(['reviewer'], { unitId: unitIds.co });
    expect(decide(caseWith(), reviewer, 'reviewStep.approve', 'step-reviewer').verdict).toBe('denied');
  });
});

describe('taking an approval back (撤回同意)', () => {
  const approved = step('reviewer', { state: 'approved', decidedBy: 'somebody', ordinal: 1 });
  const waits = (more: Partial<StepFacts> = {}) =>
    caseWith({
      drafts: [draft({ state: 'in_review' })],
      steps: [approved, step('leader', { ordinal: 2, ...more })],
    });
  const giver = actor(['reviewer'], { personId: 'somebody' });
  const verdict = (snapshot: CaseSnapshot, who: Actor) =>
    decide(snapshot, who, 'reviewStep.withdraw', 'step-reviewer').verdict;

  it('should be of who gave it, and of nobody else with the same duty', () => {
    expect([verdict(waits(), giver), verdict(waits(), actor(['reviewer']))]).toEqual(['allowed', 'denied']);
  });

  it('should be no button once the next one has opened the draft', () => {
    const read = waits({ read: true });
    expect(verdict(read, giver)).toBe('blocked');
    expect(offered(read, giver)).not.toContain('reviewStep.withdraw');
  });
});

describe('letting a finding stand (准予保留)', () => {
  const head = actor(['head']);
  const signing = (more: Partial<StepFacts> = {}) =>
    caseWith({
      drafts: [draft({ state: 'in_review' })],
      steps: [
        step('reviewer', { state: 'approved', ordinal: 1 }),
        step('head', { state: 'open', ordinal: 2, ...more }),
      ],
    });
  const verdict = (snapshot: CaseSnapshot, who: Actor, on = 'step-head') =>
    decide(snapshot, who, 'reviewStep.overrule', on).verdict;

  it('should be the signer’s', () => {
    expect(verdict(signing(), head)).toBe('allowed');
  });

  it('should still be the signer’s when the draft is signed and waits for its number', () => {
    expect(verdict(signing({ state: 'approved' }), head)).toBe('allowed');
  });

  it('should wait until the signer’s turn', () => {
    expect(verdict(signing({ state: 'waiting' }), head)).toBe('blocked');
  });

  it('should not be the reviewer’s on the way there', () => {
    expect(verdict(signing(), actor(['reviewer']), 'step-reviewer')).toBe('denied');
  });

  it('should not be the head’s of a round that is over', () => {
    const again = {
      ...signing(),
      steps: [...signing().steps, step('head', { id: 'later', round: 2, state: 'open' })],
    };
    expect(verdict(again, head)).toBe('denied');
  });

  it('should not be the head’s of another unit', () => {
    expect(verdict(signing(), actor(['head'], { unitId: unitIds.co }))).toBe('denied');
  });

  it('should end when the letter is out', () => {
    expect(verdict({ ...signing({ state: 'approved' }), letters: [letter()] }, head)).toBe('blocked');
  });
});

describe('units that answer apart (分办)', () => {
  const apart = caseWith({
    assignments: [
      assignment({ role: 'separate' }),
      assignment({ id: 'assignment-b', role: 'separate', unitId: 'unit-b', drafterId: 'person-b' }),
    ],
    opinions: [],
    drafts: [draft(), draft({ id: 'draft-b', assignmentId: 'assignment-b' })],
    letters: [letter({ id: 'letter-b', draftId: 'draft-b' })],
  });

  it('should each write their own draft', () => {
    const drafterB = actor(['drafter'], { personId: 'person-b', unitId: 'unit-b' });
    expect(decide(apart, drafterB, 'draft.saveSection', 'draft-b').verdict).toBe('allowed');
    expect(decide(apart, drafterB, 'draft.saveSection', 'draft-1').verdict).toBe('denied');
  });

  it('should each find the assignment of their own letter', () => {
    expect(replyAssignmentOf(apart, 'letter-b')?.id).toBe('assignment-b');
  });

  it('should not find an assignment for what is not in the case', () => {
    expect(assignmentOf(apart, 'nothing')).toBeUndefined();
  });
});

describe('what is asked about a thing that is not there', () => {
  it('should be unknown when the target is not in the case', () => {
    expect(decide(caseWith(), leadDrafter, 'draft.submit', 'draft-of-another-case').verdict).toBe('unknown');
  });

  it('should be unknown when the target is of another kind', () => {
    expect(decide(caseWith(), leadDrafter, 'draft.submit', 'opinion-co').verdict).toBe('unknown');
  });

  it('should be unknown when it is another proposal', () => {
    expect(decide(caseWith(), actor(['coordinator']), 'proposal.handOver', 'proposal-2').verdict).toBe(
      'unknown',
    );
  });

  it('should be unknown when the action has no case yet', () => {
    expect(decide(caseWith(), actor(['coordinator']), 'proposal.register', 'proposal-1').verdict).toBe(
      'unknown',
    );
  });

  it('should become known to a copy-to unit when its copy is sent', () => {
    const reader = actor(['proposal_office'], { unitId: unitIds.recipient });
    const before = maySee(caseWith(), reader);
    const after = maySee(caseWith({ letters: [letter()], deliveries: [delivery()] }), reader);
    expect([before, after]).toEqual([false, true]);
  });
});

describe('authorize', () => {
  const codeOf = (act: () => void): string => {
    try {
      act();
    } catch (error) {
      return error instanceof FuhanError ? `${error.status} ${error.code}: ${error.message}` : String(error);
    }
    return 'allowed';
  };

  it('should let pass what is allowed', () => {
    expect(codeOf(() => authorize(caseWith(), leadDrafter, 'draft.submit', 'draft-1'))).toBe('allowed');
  });

  it('should answer the unknown like a missing record', () => {
    const stranger = actor(['drafter'], { unitId: unitIds.stranger });
    expect(codeOf(() => authorize(caseWith(), stranger, 'draft.submit', 'draft-1'))).toMatch(
      /^404 request\.not-found/,
    );
  });

  it('should name who may when the actor may not', () => {
    expect(codeOf(() => authorize(caseWith(), actor(['clerk']), 'draft.submit', 'draft-1'))).toMatch(
      /^403 permission\.denied: .*“送核稿”.*承办人或提案办/,
    );
  });

  it('should name the state when the case has moved on', () => {
    const gone = caseWith({ drafts: [draft({ state: 'in_review' })] });
    expect(codeOf(() => authorize(gone, leadDrafter, 'draft.submit', 'draft-1'))).toMatch(
      /^409 state\.moved-on: .*审核中/,
    );
  });

  it('should give the guard’s sentence when it is blocked', () => {
    expect(codeOf(() => authorize(submitted, leadDrafter, 'draft.submit', 'draft-1'))).toBe(
      '409 guard.failed: 还有 1 家会办意见没有接受。',
    );
  });

  it('should say “系统” when only the system may', () => {
    expect(whoMay('draft.sign')).toBe('系统');
  });
});
