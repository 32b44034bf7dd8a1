// What the chapters of rights show, one paragraph a chapter.

// estimate
export { RightsPanel } from "./estimate/RightsPanel.screen.tsx";
export { RightsSummary } from "./estimate/RightsSummary.screen.tsx";
export { RightsPage } from "./estimate/RightsPage.screen.tsx";
export type { RightShown, RightsShown } from "./estimate/rights.contract.ts";

// application
export { ApplicationPlace } from "./application/ApplicationPlace.screen.tsx";
export { Applications, ApplicationsOfPerson } from "./application/Applications.screen.tsx";
export { ApplicationsPage } from "./application/ApplicationsPage.screen.tsx";
export { ApplicationState } from "./application/ApplicationState.screen.tsx";
export { LetterPage } from "./application/LetterPage.screen.tsx";
export { RightApplication, useApplications } from "./application/RightApplication.screen.tsx";
export { StartApplication } from "./application/StartApplication.screen.tsx";

// benefit
export { LocalBenefits } from "./benefit/LocalBenefits.screen.tsx";
export { SituationBenefits } from "./benefit/SituationBenefits.screen.tsx";
export { BenefitsDesk } from "./benefit/BenefitsDesk.screen.tsx";

// register
export { RegisterPanel } from "./register/RegisterPanel.screen.tsx";

// entitlement
export { CardModels } from "./entitlement/CardModels.screen.tsx";
export { EntitlementList } from "./entitlement/EntitlementList.screen.tsx";
export { EntitlementPage } from "./entitlement/EntitlementPage.screen.tsx";
export { Entitlements } from "./entitlement/Entitlements.screen.tsx";
