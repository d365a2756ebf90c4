import { type FormOf, plain } from './form';

/** Reviewing and signing. */
export const reviewForms = {
  'reviewStep.approve': plain,
  'reviewStep.sendBack': plain,
  // Without a finding there is nothing to let stand, and no button.
  'reviewStep.overrule': ({ overrulable }, targetId) => {
    const findings = (overrulable?.get(targetId) ?? []).map(({ key, label }) => ({ value: key, label }));
    return findings.length > 0 ? { choices: { findings } } : [];
  },
} satisfies Record<string, FormOf>;
