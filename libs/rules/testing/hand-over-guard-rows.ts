import type { GuardName } from '../guards';
import type { AssignmentFacts, CaseSnapshot, DraftFacts, ReturnRequestFacts } from '../snapshot';
import {
  assignment,
  caseWith,
  coAssignment,
  draft,
  opinion,
  registeredCase,
  returnRequest,
  unitIds,
} from './snapshots';

/** When a guard holds, and when not: each failure with a word its sentence must have. */
export interface GuardRow {
  readonly guard: GuardName;
  readonly on: string;
  readonly holds: CaseSnapshot;
  readonly fails: readonly (readonly [string, CaseSnapshot, string])[];
}

const ended = ['returned', 'removed', 'recalled', 'withdrawn'] as const;
const withdrawn: CaseSnapshot = {
  ...registeredCase(),
  proposal: { ...registeredCase().proposal, withdrawnOn: '2026-03-09' },
};
const recalled = caseWith({
  assignments: ended.map((state) => assignment({ id: state, state })),
  drafts: [],
});
const withDraft = (state: DraftFacts['state']): CaseSnapshot => caseWith({ drafts: [draft({ state })] });
const lead = (more: Partial<AssignmentFacts>): CaseSnapshot => caseWith({ assignments: [assignment(more)] });
const asked = (...requests: Partial<ReturnRequestFacts>[]): CaseSnapshot =>
  caseWith({ returnRequests: requests.map((more, i) => returnRequest({ id: `request-${i + 1}`, ...more })) });

/** Two units that answer apart, the first of them with a draft. */
const apart = (state: DraftFacts['state'], second: AssignmentFacts['state'] = 'divided'): CaseSnapshot =>
  caseWith({
    assignments: [
      assignment({ role: 'separate' }),
      assignment({ id: 'assignment-2', role: 'separate', unitId: unitIds.co, state: second }),
    ],
    drafts: [draft({ state })],
  });

export const handOverRows: readonly GuardRow[] = [
  {
    guard: 'nothingSinceSigning',
    on: 'assignment-co',
    holds: caseWith({ opinions: [opinion({ state: 'awaited' })] }),
    fails: [
      ['an opinion was given', caseWith({ opinions: [opinion({ state: 'submitted' })] }), '不能再撤回签收'],
      ['a return was asked for', asked({ assignmentId: 'assignment-co' }), '不能再撤回签收'],
    ],
  },
  {
    guard: 'notWithdrawn',
    on: 'proposal-1',
    holds: registeredCase(),
    fails: [['the proposer took it back', withdrawn, '已经撤案']],
  },
  {
    guard: 'suggestionsUnused',
    on: 'proposal-1',
    holds: registeredCase(),
    fails: [
      ['a draft has its sections by them', caseWith({ opinions: [] }), '不能再调整分条'],
      [
        'an opinion was given',
        caseWith({ drafts: [], opinions: [opinion({ state: 'submitted' })] }),
        '不能再调整分条',
      ],
      [
        'another proposal was merged into it',
        {
          ...registeredCase(),
          proposal: { ...registeredCase().proposal, merges: [{ id: 'proposal-2', number: '135002' }] },
        },
        '请先解除并案',
      ],
    ],
  },
  {
    guard: 'notHandedOverYet',
    on: 'proposal-1',
    holds: recalled,
    fails: [['it was handed over', caseWith(), '已经交办']],
  },
  {
    guard: 'handedOver',
    on: 'proposal-1',
    holds: caseWith(),
    fails: [
      ['nobody has it', registeredCase(), '还没有交办'],
      ['everybody who had it has not any more', recalled, '还没有交办'],
    ],
  },
  {
    guard: 'severalCoHandlers',
    on: 'proposal-1',
    holds: caseWith(),
    fails: [
      ['there is one', caseWith({ assignments: [assignment(), coAssignment()] }), '不足两家'],
      [
        'the others only take note',
        caseWith({ assignments: [assignment(), coAssignment(), assignment({ role: 'reference' })] }),
        '不足两家',
      ],
      [
        'the others were taken off',
        caseWith({
          assignments: [assignment(), coAssignment(), coAssignment({ id: 'x', state: 'removed' })],
        }),
        '不足两家',
      ],
    ],
  },
  {
    guard: 'jointReplyOpen',
    on: 'proposal-1',
    holds: caseWith(),
    fails: (['in_review', 'signed', 'issued'] as const).map((state) => [
      `the reply is ${state}`,
      withDraft(state),
      '正在审核',
    ]),
  },
  {
    guard: 'jointReplyOpen',
    on: 'proposal-1',
    holds: apart('issued'),
    fails: [],
  },
  {
    guard: 'removable',
    on: 'assignment-lead',
    holds: apart('writing'),
    fails: [
      ['it is the lead', caseWith(), '答复提案者的单位'],
      ['it handles alone', lead({ role: 'sole' }), '答复提案者的单位'],
      ['its own letter is out', apart('issued'), '已经发文'],
      ['it is the last that answers', apart('writing', 'removed'), '只剩这一家'],
    ],
  },
  { guard: 'removable', on: 'assignment-co', holds: caseWith(), fails: [] },
];

export const returnRows: readonly GuardRow[] = [
  {
    guard: 'stillOwed',
    on: 'assignment-lead',
    holds: lead({ state: 'handed_over' }),
    fails: [
      ['it only takes note', lead({ role: 'reference' }), '参阅'],
      ...(['finished', ...ended] as const).map(
        (state) => [`the duty is ${state}`, lead({ state }), '已经结束'] as const,
      ),
    ],
  },
  {
    guard: 'noOpenRequest',
    on: 'assignment-co',
    holds: asked({ state: 'decided' }, { state: 'settled' }, { state: 'lapsed' }, { assignmentId: 'other' }),
    fails: (['asked', 'disputed'] as const).map((state) => [`one is ${state}`, asked({ state }), '在等答复']),
  },
  {
    guard: 'notAnsweredYet',
    on: 'assignment-lead',
    holds: lead({}),
    fails: [['one was answered', lead({ returnAnswered: true }), '提出异议']],
  },
  {
    guard: 'inReturnWindow',
    on: 'assignment-lead',
    holds: lead({ returnUntil: '2026-03-10' }),
    fails: [['its last day has passed', lead({ returnUntil: '2026-03-09' }), '2026年3月9日']],
  },
  {
    guard: 'inReturnWindow',
    on: 'assignment-lead',
    holds: lead({ returnUntil: null }),
    fails: [],
  },
  {
    guard: 'returnClosed',
    on: 'assignment-lead',
    holds: lead({ returnUntil: '2026-03-09' }),
    fails: [
      ['the window is open', lead({ returnUntil: '2026-03-10' }), '还没有过'],
      ['the place sets none', lead({ returnUntil: null }), '还没有过'],
    ],
  },
  { guard: 'returnClosed', on: 'assignment-lead', holds: lead({ returnAnswered: true }), fails: [] },
  {
    guard: 'mayHaveCoHandlers',
    on: 'assignment-lead',
    holds: caseWith(),
    fails: (['separate', 'reference'] as const).map((role) => [`it is ${role}`, lead({ role }), '没有会办']),
  },
  {
    guard: 'wasKept',
    on: 'request-1',
    holds: asked({ state: 'decided', decision: 'keep' }),
    fails: [
      ...(['move', 'add', null] as const).map(
        (decision) => [`the answer was ${decision}`, asked({ decision }), '维持原交办'] as const,
      ),
      ['it asked for one more', asked({ wish: 'one_more', decision: 'keep' }), '维持原交办'],
    ],
  },
  {
    guard: 'stillHandling',
    on: 'request-1',
    holds: asked({ state: 'decided', decision: 'keep' }),
    fails: [
      ['it has asked anew', asked({ state: 'decided' }, { state: 'asked' }), '另行申请'],
      ['the unit is done', { ...asked({}), assignments: [coAssignment({ state: 'finished' })] }, '已经结束'],
      [
        'the unit was taken off',
        { ...asked({}), assignments: [coAssignment({ state: 'removed' })] },
        '已经结束',
      ],
    ],
  },
];
