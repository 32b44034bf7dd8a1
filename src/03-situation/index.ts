export {
  isNeedId,
  isThemeId,
  needIds,
  needLabel,
  taxonomyVersion,
  thematiquesOf,
  themeIds,
  themeLabel,
  themeOf,
  themes,
  type NeedId,
  type NeedLabel,
  type Theme,
  type ThemeId,
} from "./taxonomy.ts";
export { fragilities, type Fragility } from "./fragility.ts";
export type { SummaryLine } from "./summary.ts";
export { afterPress, emotionLabel, emotions, type Emotion, type Intensity } from "./emotion.ts";
export {
  isOpenNeed,
  mayBeHandedOver,
  needCounts,
  needOrigins,
  needStatuses,
  toldOf,
  type Need,
  type NeedOrigin,
  type NeedStatus,
  type Severity,
  type Told,
} from "./need.ts";
export type { Demand } from "./demand.ts";
export { closedReasons, nextActionHolds, type ClosedReason, type NextAction, type Situation } from "./situation.ts";
export {
  emergencyNumbers,
  urgencyLevels,
  urgencyMotives,
  type EmergencyNumber,
  type Urgency,
  type UrgencyLevel,
  type UrgencyMotive,
} from "./urgency.ts";
export { missingForClosing, type ClosingObjection, type Missing } from "./closing.ts";
export { maskTokens } from "./segment.ts";
export { stillLeaks, type Leak } from "./leak.ts";
export { situationWords } from "./situation.words.ts";
export { currentGrid, domainStates, grids, type DomainState, type Grid } from "./grid.ts";
export { changesBetween, inItsWords, isExpired, progressOf, validUntil, type AnswerInWords, type Diagnosis } from "./diagnosis.ts";
export { NextActionsContract, type NextActionDue } from "./next-actions.contract.ts";
export { timelineMarks, type TimelineEntry, type TimelineMark } from "./timeline.ts";
