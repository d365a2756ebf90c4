import { type FormOf, plain } from './form';

/** Nothing is confirmed beforehand: whoever reviews says each of them. */
const unconfirmed: FormOf = () => ({
  defaults: { secrets: false, privacy: false, trade: false, copy: false },
});

export const publicationForms = {
  'letter.preparePublication': plain,
  'publication.approve': unconfirmed,
  'publication.refuse': plain,
  'publication.bar': plain,
  'publication.withdraw': plain,
  'proposal.recordConsent': ({ material: { proposal }, today }) => ({
    defaults: { consent: proposal.consentToPublish, names: proposal.consentTold?.names ?? false, on: today },
  }),
  'proposal.close': plain,
  'proposal.reopen': plain,
} satisfies Record<string, FormOf>;
