import { sealNameOf } from '../issuing/seal-name';
import { type FormOf, plain } from './form';

/** Numbering, sealing and sending; withdrawing and correcting. */
export const issuingForms = {
  'draft.issue': ({ today }) => ({ defaults: { date: today } }),
  'letter.deliver': plain,
  'letter.seal': ({ material }, targetId) => {
    const letter = material.letters.find(({ id }) => id === targetId);
    const copies = material.deliveries.filter(({ letterId }) => letterId === targetId).length;
    return { defaults: { seal: sealNameOf(letter?.model.issuer ?? ''), copies: Math.max(1, copies) } };
  },
  'letter.askWithdrawal': plain,
  'letter.withdraw': plain,
  'letter.keep': plain,
  'letter.correct': () => ({ defaults: { corrections: [{ place: '', wrong: '', right: '' }] } }),
  'draft.saveCorrection': ({ material }, targetId) => {
    const draft = material.drafts.find(({ id }) => id === targetId);
    return { defaults: { version: draft?.version ?? 1, ...draft?.correction } };
  },
  'delivery.record': plain,
  'delivery.confirm': ({ material, today }, targetId) => {
    const delivery = material.deliveries.find(({ id }) => id === targetId);
    return { defaults: { receivedOn: today, receivedBy: delivery?.recipientName ?? '' } };
  },
  'delivery.receive': plain,
} satisfies Record<string, FormOf>;
