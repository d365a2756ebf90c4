/** What follows a transition by itself. Casework has exactly one handler for each name. */
export const effectNames = [
  'awaitOpinions',
  'startClocks',
  'tellHandlers',
  'finishReference',
  'openDraft',
  'tellDrafter',
  'meetOpinionClock',
  'reopenOpinionClock',
  'tellLeadDrafter',
  'tellCoHandler',
  'finishCoHandler',
  'openReviewRoute',
  'advanceRoute',
  'returnDraft',
  'tellStepHolders',
  'tellClerks',
  'produceFiles',
  'meetReplyClock',
  'finishWriter',
  'tellRecipients',
  'meetContactClock',
] as const;

export type EffectName = (typeof effectNames)[number];
