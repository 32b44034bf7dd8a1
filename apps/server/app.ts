import { openContactRoom, type DangerReader } from "#contact/server";
import { openContentRoom, quizEnclosures, sheetSummary } from "#content/server";
import {
  gazetteer,
  openApprovals,
  openEntries,
  openDirectoryPages,
  openEmbedPage,
  openDirectoryExports,
  openErrorReportRoutes,
  openGapPages,
  openGapRoutes,
  openImports,
  openServiceIndex,
  openServices,
  openTwins,
} from "#directory/server";
import {
  buildWeb,
  databaseCheck,
  jobsCheck,
  openAdministration,
  openHealth,
  openLive,
  openPublicPages,
  openSignIn,
  type Ground,
  type Web,
  type Work,
} from "#ground/server";
import { openObservatory } from "#observatory/server";
import { openAnswerPages, openOutcomes, openProviderOutcome, outcomeObjections, outcomeTimeline } from "#outcome/server";
import { openPersonRoom } from "#person/server";
import {
  applicationFollowUpSteps,
  applicationObjections,
  applicationSummary,
  applicationTimeline,
  entitlementTimeline,
  heldPapers,
  openApplications,
  openBenefits,
  openCardModels,
  openEntitlements,
  openRegisters,
  openRights,
  openRulesApi,
  openSimulator,
  renewalObjections,
  rightsEnclosures,
  rightsFound,
  type Registers,
} from "#rights/server";
import {
  openDueOffers,
  openProviderPages,
  openProviders,
  openReferrals,
  referralFollowUpSteps,
  referralObjections,
  referralSummary,
  referralTimeline,
} from "#referral/server";
import {
  type LanguageModel,
  dangersToldIn,
  followUpSummaries,
  openDiagnoses,
  openExchanges,
  openFragilities,
  openNeeds,
  openNextActions,
  openReviews,
  openSituations,
  openSuggestions,
  openSummaries,
  openTimelines,
  words,
} from "#situation/server";
import { openDesk } from "./desk.http.ts";
import { allEnclosures } from "./enclosures.ts";

export interface AppOptions {
  /** Where the built desk lies. */
  readonly deskFolder: string;
  /** Where the heads of the logs are anchored, outside the database. */
  readonly auditHeadsFile: string;
  /** For tests that call often. */
  readonly requestsPerMinute?: number;
  /** Who reads a danger in what citizens write; the words of the house when nothing is said. */
  readonly dangerIn?: DangerReader;
  /** A model outside the house that reads masked notes after it. */
  readonly plugIn?: LanguageModel;
  /** The State's registers; none is asked without them. */
  readonly registers?: Registers;
}

/** Builds the whole site: each room opens its pages and its interface, in the order of the story. Nothing is listened to yet. */
export const buildApp = async (ground: Ground, options: AppOptions): Promise<Web> => {
  const web = await buildWeb(ground, options.requestsPerMinute === undefined ? {} : { requestsPerMinute: options.requestsPerMinute });
  openPublicPages(web, { doors: ["callback", "rights", "quiz", "directory", "sheets"] });
  openSignIn(web);
  openAdministration(web, { auditHeadsFile: options.auditHeadsFile });
  const services = openServiceIndex(ground);
  web.app.addHook("onClose", () => services.close());
  openHealth(web, [databaseCheck(ground), jobsCheck(ground)], () => ({ words: words().versions.model, directory: services.told() }));
  const closeLive = await openLive(web);

  // What an earlier room needs of a later one is given here: rooms import downhill only.
  const allSteps = async (work: Work, personId: string) => [
    ...(await referralFollowUpSteps(work, personId)),
    ...(await applicationFollowUpSteps(work, personId)),
  ];
  const objectors = [applicationObjections, renewalObjections, referralObjections, outcomeObjections];
  openPersonRoom(web, gazetteer());
  const dangerIn: DangerReader = options.dangerIn ?? dangersToldIn;
  const enclosures = allEnclosures([quizEnclosures(ground, dangerIn), rightsEnclosures(ground)]);
  openContactRoom(web, { communes: gazetteer(), followUpSteps: allSteps, enclosures, summaries: followUpSummaries, dangerIn });
  openExchanges(web, objectors);
  openNeeds(web);
  openSuggestions(web, options.plugIn);
  openSituations(web, objectors);
  openDiagnoses(web);
  openFragilities(web);
  openSummaries(web, [applicationSummary, referralSummary, sheetSummary]);
  openReviews(web);
  openNextActions(web);
  openTimelines(web, [applicationTimeline, entitlementTimeline, referralTimeline, outcomeTimeline]);
  openRights(web, gazetteer());
  openRulesApi(web);
  openApplications(web, { rightsFound, heldPapers, places: gazetteer() });
  openRegisters(web, options.registers, gazetteer());
  openEntitlements(web, options.registers);
  openCardModels(web);
  openBenefits(web, { places: gazetteer(), dangerIn });
  openServices(web, services);
  openDirectoryPages(web, services);
  openEmbedPage(web);
  openGapPages(web);
  openGapRoutes(web);
  openErrorReportRoutes(web);
  openImports(web);
  openTwins(web);
  openApprovals(web);
  openEntries(web);
  openDirectoryExports(web);
  openSimulator(web, { communes: gazetteer() });
  openContentRoom(web, { dangerIn });
  openReferrals(web);
  openDueOffers(web);
  openProviders(web);
  openProviderPages(web);
  openOutcomes(web);
  openProviderOutcome(web);
  openAnswerPages(web);
  openObservatory(web);

  openDesk(web, options.deskFolder);
  web.app.get("/api/openapi.json", { schema: { hide: true } }, () => web.app.swagger());
  web.app.addHook("onClose", () => closeLive());
  await web.app.ready();
  return web;
};
