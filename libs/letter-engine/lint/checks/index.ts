import type { LetterCheck } from '../check';
import { addressMixed } from './address-mixed';
import { areaCode } from './area-code';
import { blankLeft } from './blank-left';
import { boilerplate } from './boilerplate';
import { bracketsBalance } from './brackets-balance';
import { classAllowed } from './class-allowed';
import { classFits } from './class-fits';
import { classMissing } from './class-missing';
import { closingFormula } from './closing-formula';
import { contactRecorded } from './contact-recorded';
import { copyToOrder } from './copy-to-order';
import { dateFacts } from './date-facts';
import { dateForm } from './date-form';
import { dateNumberYear } from './date-number-year';
import { doubledStops } from './doubled-stops';
import { figuresDisagree } from './figures-disagree';
import { figuresStale } from './figures-stale';
import { halfWidth } from './half-width';
import { headingSequence } from './heading-sequence';
import { leftOverMarks } from './left-over-marks';
import { linesOrder } from './lines-order';
import { nextStepMissing } from './next-step-missing';
import { numberForm } from './number-form';
import { numerals } from './numerals';
import { openingTwice } from './opening-twice';
import { pronounMixed } from './pronoun-mixed';
import { proposalNumberAgree } from './proposal-number-agree';
import { proposalSession } from './proposal-session';
import { publicationFits } from './publication-fits';
import { repeatedWords } from './repeated-words';
import { requiredLines } from './required-lines';
import { signerUnit } from './signer-unit';
import { suggestionQuote } from './suggestion-quote';
import { suggestionUnanswered } from './suggestion-unanswered';
import { titleMarks } from './title-marks';
import { typos } from './typos';
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
  addressMixed,
  pronounMixed,
  numberForm,
  titleMarks,
  closingFormula,
  openingTwice,
  headingSequence,
  blankLeft,
  halfWidth,
  doubledStops,
  bracketsBalance,
  numerals,
  figuresDisagree,
  figuresStale,
  boilerplate,
  repeatedWords,
  typos,
];
