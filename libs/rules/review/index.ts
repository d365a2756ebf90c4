export { chooseRoute, type RouteChoice, type RouteFacts, speaksOf } from './choose-route';
export { mayHold } from './may-hold';
export { FRAME, type PartDigests, touchedParts } from './parts';
export {
  type PlannedStep,
  planRound,
  planSteps,
  type PriorStep,
  type RoundStep,
  type SentBack,
} from './plan-round';
export { isReviewer, type ReviewDuty, reviewDuties } from './review-duties';
export { comesAfter, inLastStage, isComplete, type RouteStep, settle, type Settlement } from './route-engine';
