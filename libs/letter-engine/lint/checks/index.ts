import type { LetterCheck } from '../check';
import { areaCode } from './area-code';
import { classAllowed } from './class-allowed';
import { classFits } from './class-fits';
import { classMissing } from './class-missing';
import { contactRecorded } from './contact-recorded';
import { copyToOrder } from './copy-to-order';
import { dateFacts } from './date-facts';
import { dateForm } from './date-form';
import { dateNumberYear } from './date-number-year';
import { leftOverMarks } from './left-over-marks';
import { linesOrder } from './lines-order';
import { nextStepMissing } from './next-step-missing';
import { proposalNumberAgree } from './proposal-number-agree';
import { proposalSession } from './proposal-session';
import { publicationFits } from './publication-fits';
import { requiredLines } from './required-lines';
import { signerUnit } from './signer-unit';
import { suggestionQuote } from './suggestion-quote';
import { suggestionUnanswered } from './suggestion-unanswered';
import { unitNotAsked } from './unit-not-asked';
import { unitTwoNames } from './unit-two-names';
import { unitUnknown } from './unit-unknown';
import { verdictMissing } from './verdict-missing';
import { verdictRunOn } from './verdict-run-on';

/** Every check, in the order they are listed to people. */
export const letterChecks: readonly LetterCheck[] = [
  requiredLines,
  linesOrder,
  dateNumberYear,
  dateFacts,
  dateForm,
  proposalSession,
  proposalNumberAgree,
  unitUnknown,
  unitTwoNames,
  unitNotAsked,
  copyToOrder,
  suggestionUnanswered,
  suggestionQuote,
  verdictMissing,
  verdictRunOn,
  nextStepMissing,
  classMissing,
  classAllowed,
  classFits,
  areaCode,
  signerUnit,
  contactRecorded,
  publicationFits,
  leftOverMarks,
];
