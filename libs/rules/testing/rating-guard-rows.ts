import type { GuardRow } from './hand-over-guard-rows';
import { caseWith, draft, letter, redo } from './snapshots';

const correction = draft({ id: 'draft-x', correctsId: 'letter-1', state: 'correcting' });
const secondRound = draft({ id: 'draft-2', round: 2 });
const first = draft({ state: 'issued' });

/** What follows from a rating. */
export const ratingRows: readonly GuardRow[] = [
  {
    guard: 'roundsLeft',
    on: 'redo-1',
    holds: caseWith({ redos: [redo()] }),
    fails: [['the last round is over', caseWith({ redos: [redo({ exhausted: true })] }), '已经重新办理过']],
  },
  {
    guard: 'roundsSpent',
    on: 'redo-1',
    holds: caseWith({ redos: [redo({ exhausted: true })] }),
    fails: [['a round is left', caseWith({ redos: [redo()] }), '还可以重新办理']],
  },
  {
    guard: 'lettersSettled',
    on: 'redo-1',
    holds: caseWith({ redos: [redo()], letters: [letter({ state: 'delivered' })] }),
    fails: [
      [
        'a correction is in the works',
        caseWith({ redos: [redo()], drafts: [first, correction] }),
        '更正函在办',
      ],
      [
        'its withdrawal was asked for',
        caseWith({ redos: [redo()], letters: [letter({ withdrawalAsked: true })] }),
        '申请撤回',
      ],
    ],
  },
  {
    guard: 'notRedone',
    on: 'letter-1',
    holds: caseWith({ letters: [letter()] }),
    fails: [
      [
        'a second round was ordered',
        caseWith({ letters: [letter()], drafts: [first, secondRound] }),
        '已交办重新办理',
      ],
    ],
  },
];
