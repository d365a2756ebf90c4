import { type GuardName, guards } from './index';
import { commitmentRows } from '../testing/commitment-guard-rows';
import { confirmationRows } from '../testing/confirmation-guard-rows';
import { closingRows, publicationRows } from '../testing/publication-guard-rows';
import { ratingRows } from '../testing/rating-guard-rows';
import { mergingRows } from '../testing/merging-guard-rows';
import { type GuardRow, handOverRows, returnRows } from '../testing/hand-over-guard-rows';
import type { CaseSnapshot, DraftFacts } from '../snapshot';
import {
  assignment,
  caseWith,
  contact,
  coAssignment,
  deadline,
  draft,
  extension,
  letter,
  opinion,
  step,
} from '../testing/snapshots';

const withDraft = (more: Partial<DraftFacts>): CaseSnapshot => caseWith({ drafts: [draft(more)] });
const inReview = (more: Partial<CaseSnapshot>): CaseSnapshot =>
  caseWith({ drafts: [draft({ state: 'in_review' })], ...more });
const approved = step('reviewer', { state: 'approved' });
const [first, second, own] = draft().sections;

const rows: readonly GuardRow[] = [
  ...handOverRows,
  ...returnRows,
  ...mergingRows,
  ...confirmationRows,
  ...commitmentRows,
  ...ratingRows,
  ...publicationRows,
  ...closingRows,
  {
    guard: 'owesSomething',
    on: 'assignment-co',
    holds: caseWith({ opinions: [opinion({ state: 'returned' })] }),
    fails: [
      ['the opinion was given', caseWith({ opinions: [opinion({ state: 'submitted' })] }), '已经提交'],
      ['the opinion was accepted', caseWith(), '已经提交'],
      ['the unit has finished', caseWith({ assignments: [coAssignment({ state: 'finished' })] }), '已经办结'],
      ['the unit was taken off', caseWith({ assignments: [coAssignment({ state: 'removed' })] }), '不再承办'],
      ['the unit only takes note', caseWith({ assignments: [coAssignment({ role: 'reference' })] }), '参阅'],
    ],
  },
  {
    guard: 'stepReached',
    on: 'step-head',
    holds: caseWith({ steps: [step('head', { state: 'open' })] }),
    fails: [
      ['others come first', caseWith({ steps: [step('head', { state: 'waiting' })] }), '没有轮到'],
      ['the step fell away', caseWith({ steps: [step('head', { state: 'cancelled' })] }), '没有轮到'],
    ],
  },
  {
    guard: 'nobodyReadOn',
    on: 'step-reviewer',
    holds: inReview({ steps: [approved, step('leader', { ordinal: 2 })] }),
    fails: [
      [
        'the next has opened it',
        inReview({ steps: [approved, step('leader', { ordinal: 2, read: true })] }),
        '已经打开',
      ],
      [
        'the next has approved',
        inReview({ steps: [approved, step('leader', { ordinal: 2, state: 'approved' })] }),
        '已经打开',
      ],
      ['it stands from an earlier round', caseWith({ steps: [{ ...approved, kept: true }] }), '上一轮'],
      [
        'another round has begun',
        caseWith({ steps: [approved, step('leader', { id: 'again', round: 2 })] }),
        '上一轮',
      ],
      [
        'the draft went back',
        caseWith({ steps: [approved, step('leader', { ordinal: 2, state: 'sent_back' })] }),
        '已经退回',
      ],
      [
        'the draft is being written again, after its letter was withdrawn',
        caseWith({ drafts: [draft({ state: 'writing' })], steps: [approved] }),
        '不在审核中',
      ],
      [
        'the letter is out',
        caseWith({ drafts: [draft({ state: 'issued' })], steps: [approved] }),
        '已经发文',
      ],
    ],
  },
  {
    guard: 'nobodyReadYet',
    on: 'draft-1',
    holds: caseWith({
      steps: [
        step('reviewer', { state: 'approved', kept: true, read: true }),
        step('leader', { ordinal: 2 }),
      ],
    }),
    fails: [
      ['somebody has opened it', caseWith({ steps: [step('reviewer', { read: true })] }), '已经打开'],
      ['somebody has approved', caseWith({ steps: [approved] }), '已经打开'],
      ['a step sent it on its way', withDraft({ roundBegunBy: 'step' }), '不能撤回'],
    ],
  },
  {
    guard: 'noLetterYet',
    on: 'proposal-1',
    holds: caseWith(),
    fails: [['a letter is out', caseWith({ letters: [letter()] }), '已经发文']],
  },
  {
    guard: 'assignmentSigned',
    on: 'opinion-co',
    holds: caseWith(),
    fails: [
      [
        'the unit has not signed',
        caseWith({ assignments: [assignment(), coAssignment({ state: 'handed_over' })] }),
        '没有签收',
      ],
    ],
  },
  {
    guard: 'opinionOpen',
    on: 'opinion-co',
    holds: caseWith({ opinions: [opinion({ state: 'returned' })] }),
    fails: [
      ['it is given', caseWith({ opinions: [opinion({ state: 'submitted' })] }), '已经提交'],
      ['it is accepted', caseWith(), '已经提交'],
    ],
  },
  {
    guard: 'opinionsToAdopt',
    on: 'draft-1',
    holds: caseWith(),
    fails: [
      ['none was submitted', caseWith({ opinions: [opinion({ state: 'awaited', version: 0 })] }), '没有收到'],
      ['nobody was asked', caseWith({ opinions: [] }), '没有收到'],
    ],
  },
  {
    guard: 'itemRejected',
    on: 'draft-1',
    holds: caseWith(),
    fails: [['nothing was set aside', withDraft({ rejections: 0 }), '不采用']],
  },
  {
    guard: 'passageWritten',
    on: 'draft-1',
    holds: caseWith(),
    fails: [
      ['no section has a passage', withDraft({ sections: [{ ...first!, passages: 0 }] }), '还没有段落'],
    ],
  },
  {
    guard: 'twoPassagesWritten',
    on: 'draft-1',
    holds: caseWith(),
    fails: [['no section has two', withDraft({ sections: [{ ...first!, passages: 1 }] }), '两段以上']],
  },
  {
    guard: 'freeSectionExists',
    on: 'draft-1',
    holds: caseWith(),
    fails: [
      ['every section answers a suggestion', withDraft({ sections: [first!, second!] }), '自己加的部分'],
    ],
  },
  {
    guard: 'everySuggestionAnswered',
    on: 'draft-1',
    holds: caseWith(),
    fails: [
      ['a section has no text', withDraft({ sections: [first!, { ...second!, passages: 0 }] }), '第 2 条'],
      [
        'a section has no verdict',
        withDraft({ sections: [{ ...first!, verdict: null }, second!] }),
        '第 1 条',
      ],
      ['sections are missing', withDraft({ sections: [own!] }), '第 1、2 条'],
    ],
  },
  {
    guard: 'classChosen',
    on: 'draft-1',
    holds: caseWith(),
    fails: [['no class is chosen', withDraft({ outcomeClass: null }), '办理结果']],
  },
  {
    guard: 'contactNamed',
    on: 'draft-1',
    holds: caseWith(),
    fails: [['nobody is named', withDraft({ contacts: 0 }), '联系人']],
  },
  {
    guard: 'contactOnRecord',
    on: 'draft-1',
    holds: caseWith({ drafts: [draft({ contactRequired: true })], contacts: [contact()] }),
    fails: [
      ['there is none', withDraft({ contactRequired: true }), '沟通'],
      [
        'the proposer denied it',
        caseWith({
          drafts: [draft({ contactRequired: true })],
          contacts: [contact({ state: 'denied' }), contact({ id: 'contact-2', state: 'struck' })],
        }),
        '沟通',
      ],
      [
        'another unit spoke with the proposer',
        caseWith({
          drafts: [draft({ contactRequired: true })],
          contacts: [contact({ assignmentId: 'assignment-co' })],
        }),
        '沟通',
      ],
    ],
  },
  {
    guard: 'letterStands',
    on: 'letter-1',
    holds: caseWith({ letters: [letter()] }),
    fails: [['it was withdrawn', caseWith({ letters: [letter({ state: 'withdrawn' })] }), '撤回']],
  },
  {
    guard: 'letterIsOut',
    on: 'letter-1',
    holds: caseWith({ letters: [letter({ state: 'delivered' })] }),
    fails: (['issued', 'withdrawn'] as const).map((state) => [
      `it is ${state}`,
      caseWith({ letters: [letter({ state })] }),
      '送达',
    ]),
  },
  {
    guard: 'withdrawalAsked',
    on: 'letter-1',
    holds: caseWith({ letters: [letter({ withdrawalAsked: true })] }),
    fails: [['nobody asked', caseWith({ letters: [letter()] }), '没有人申请']],
  },
  {
    guard: 'noWithdrawalAsked',
    on: 'letter-1',
    holds: caseWith({ letters: [letter()] }),
    fails: [['somebody asked', caseWith({ letters: [letter({ withdrawalAsked: true })] }), '已有人申请']],
  },
  {
    guard: 'sealedWhereRequired',
    on: 'letter-1',
    holds: caseWith({ letters: [letter({ sealRequired: true, seals: 1 })] }),
    fails: [['it was not sealed', caseWith({ letters: [letter({ sealRequired: true })] }), '用印']],
  },
  {
    guard: 'noOpenCorrection',
    on: 'letter-1',
    holds: caseWith({ drafts: [draft(), draft({ id: 'draft-2', correctsId: 'letter-1', state: 'issued' })] }),
    fails: (['correcting', 'in_review', 'signed'] as const).map((state) => [
      `one is ${state}`,
      caseWith({ drafts: [draft(), draft({ id: 'draft-2', correctsId: 'letter-1', state })] }),
      '更正函在办',
    ]),
  },
  {
    guard: 'takenOn',
    on: 'assignment-lead',
    holds: caseWith(),
    fails: [
      ['nobody signed for it', caseWith({ assignments: [assignment({ state: 'handed_over' })] }), '签收'],
      ['its duty has ended', caseWith({ assignments: [assignment({ state: 'returned' })] }), '已不承办'],
    ],
  },
  {
    guard: 'opinionsSettled',
    on: 'draft-1',
    holds: caseWith(),
    fails: (['awaited', 'submitted', 'returned'] as const).map((state) => [
      `one is ${state}`,
      caseWith({ opinions: [opinion(), opinion({ id: 'opinion-2', state })] }),
      '还有 1 家',
    ]),
  },
  {
    guard: 'filesReady',
    on: 'letter-1',
    holds: caseWith({ letters: [letter()] }),
    fails: [
      ['they are still being made', caseWith({ letters: [letter({ filesReady: false })] }), '还在生成'],
    ],
  },
  {
    guard: 'clockIsDuty',
    on: 'deadline-reply',
    holds: caseWith({ deadlines: [deadline()] }),
    fails: [['it is a right', caseWith({ deadlines: [deadline({ isWindow: true })] }), '不能暂停']],
  },
  {
    guard: 'clockHasPause',
    on: 'deadline-reply',
    holds: caseWith({ deadlines: [deadline()] }),
    fails: [['it never stood still', caseWith({ deadlines: [deadline({ pauses: 0 })] }), '没有暂停']],
  },
  {
    guard: 'clockMayBeExtended',
    on: 'deadline-reply',
    holds: caseWith({ deadlines: [deadline()] }),
    fails: [
      ['the place knows no cap', caseWith({ deadlines: [deadline({ extendable: false })] }), '没有规定'],
    ],
  },
  {
    guard: 'noExtensionYet',
    on: 'deadline-reply',
    holds: caseWith({
      extensions: [extension({ state: 'refused' }), extension({ state: 'requested', deadlineId: 'another' })],
    }),
    fails: [
      ['one waits', caseWith({ extensions: [extension()] }), '等待批复'],
      ['one was granted', caseWith({ extensions: [extension({ state: 'granted' })] }), '延期过一次'],
      ['the proposer knows of one', caseWith({ extensions: [extension({ state: 'told' })] }), '延期过一次'],
    ],
  },
  {
    guard: 'clockStillRuns',
    on: 'extension-1',
    holds: caseWith({ deadlines: [deadline()], extensions: [extension()] }),
    fails: [
      [
        'the duty is done',
        caseWith({ deadlines: [deadline({ state: 'met' })], extensions: [extension()] }),
        '不再计时',
      ],
    ],
  },
];

describe('guards', () => {
  it('should each be tested here', () => {
    const tested = [...new Set(rows.map(({ guard }) => guard))];
    expect(tested.sort()).toEqual((Object.keys(guards) as GuardName[]).sort());
  });

  it.each(rows.map((row) => [row.guard, row] as const))(
    'should hold when all is in order: %s',
    (name, row) => {
      expect(guards[name](row.holds, row.on)).toBeNull();
    },
  );

  it.each(rows.flatMap(({ guard, on, fails }) => fails.map((fail) => [guard, fail[0], on, fail] as const)))(
    'should say what is missing: %s, when %s',
    (name, _when, on, [, snapshot, word]) => {
      expect(guards[name](snapshot, on)).toContain(word);
    },
  );

  it('should not wait for the opinion of a co-handler that was taken off', () => {
    const opinions = [opinion(), opinion({ id: 'opinion-2', state: 'cancelled' })];
    expect(guards.opinionsSettled(caseWith({ opinions }), 'draft-1')).toBeNull();
  });

  it('should hold for the draft asked about, whatever another one lacks', () => {
    const two = caseWith({ drafts: [draft({ id: 'draft-2', outcomeClass: null }), draft()] });
    expect(guards.classChosen(two, 'draft-1')).toBeNull();
  });
});
