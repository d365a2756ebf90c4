import type { CaseSnapshot, DraftFacts } from '../snapshot';
import type { GuardRow } from './hand-over-guard-rows';
import { caseWith, confirmation, draft } from './snapshots';

const withDraft = (more: Partial<DraftFacts>): CaseSnapshot => caseWith({ drafts: [draft(more)] });

/** Asking about the draft. */
export const confirmationRows: readonly GuardRow[] = [
  {
    guard: 'beingWritten',
    on: 'draft-1',
    holds: caseWith(),
    fails: [['it is under review', withDraft({ state: 'in_review' }), '不在拟稿中']],
  },
  {
    guard: 'wordsToConfirm',
    on: 'draft-1',
    holds: caseWith({ confirmations: [confirmation({ state: 'confirmed', current: false })] }),
    fails: [
      ['nothing of a co-handler stands in it', withDraft({ adoptedFrom: [] }), '没有还须'],
      ['it was asked', caseWith({ confirmations: [confirmation()] }), '没有还须'],
      ['it has confirmed', caseWith({ confirmations: [confirmation({ state: 'confirmed' })] }), '没有还须'],
    ],
  },
  {
    guard: 'askedOfUnit',
    on: 'confirmation-1',
    holds: caseWith({ confirmations: [confirmation()] }),
    fails: [
      ['a proposer was asked', caseWith({ confirmations: [confirmation({ assignmentId: null })] }), '提案者'],
    ],
  },
  {
    guard: 'confirmationsSettled',
    on: 'draft-1',
    holds: caseWith({
      drafts: [draft({ confirmationRequired: true })],
      confirmations: [confirmation({ state: 'silent' }), confirmation({ id: 'p', assignmentId: null })],
    }),
    fails: [
      ['an answer is awaited', caseWith({ confirmations: [confirmation()] }), '没有答复'],
      [
        'an objection is open',
        caseWith({ confirmations: [confirmation({ state: 'objected' })] }),
        '维持原文',
      ],
      ['the place asks for it and nobody was asked', withDraft({ confirmationRequired: true }), '有 1 家'],
      [
        'the words were changed after they were confirmed',
        caseWith({
          drafts: [draft({ confirmationRequired: true })],
          confirmations: [confirmation({ state: 'confirmed', current: false })],
        }),
        '又有改动',
      ],
    ],
  },
];
