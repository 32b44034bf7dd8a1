import type { Duties } from "#ground/server";
import { tidyImportsRound } from "./intake/tidy-imports.action.ts";
import { forgetChangesRound } from "./search/change-log.store.ts";
import { twinsJob, twinsRound } from "./twins/detect-twins.action.ts";

export { gazetteer } from "./record/gazetteer.source.ts";
export { findService, findServices, type DirectoryReader } from "./record/service.store.ts";
export { searchServices } from "./search/search.store.ts";
export type { SearchAsked } from "./search/search.ts";
export { openServiceIndex, type ServiceIndex } from "./search/service-index.store.ts";
export { type ServiceSearch } from "./search/service-search.store.ts";
export { changesAfter, type Change, type ChangePlace, type ChangesAfter } from "./search/change-log.store.ts";
export { enterService, type ServiceEntered } from "./intake/enter-service.action.ts";
export { recordGap, type GapAsked, type GapRecorded } from "./gap/record-gap.action.ts";
export { importDirectory, type ImportAnswer, type ImportAsked } from "./intake/import-directory.action.ts";
export { readMapping, type Mapping } from "./intake/mapping.source.ts";
export { fetchPages } from "./intake/data-inclusion-api.source.ts";
export { builtInMapping } from "./intake/built-in-mappings.source.ts";
export { rulesOf, tryWholeFile } from "./intake/try-whole-file.action.ts";
export { remarksAsCsv } from "./intake/remarks-csv.store.ts";
export { openServices } from "./search/service.http.ts";
export { openDirectoryPages } from "./search/directory-page.http.ts";
export { openEmbedPage } from "./search/embed.http.ts";
export { openGapPages } from "./gap/gap-page.http.ts";
export { openGapRoutes } from "./gap/gap.http.ts";
export { openErrorReportRoutes } from "./report/error-report.http.ts";
export { openImports } from "./intake/import.http.ts";
export { placeAsked, type PlaceAsked } from "./search/place-asked.ts";
export { openEntries } from "./page/entry.http.ts";
export { openApprovals } from "./approval/approval.http.ts";
export { addApproval, approvalStandings } from "./approval/approval.store.ts";
export type { ApprovalStanding } from "./approval/approval.ts";
export { detectTwins, type TwinsDetected } from "./twins/detect-twins.action.ts";
export { othersAtPlace, type OtherAtPlace } from "./twins/others-at-place.store.ts";
export { sourcesOf, type SourcesOfService } from "./twins/sources.store.ts";
export { openDirectoryExports } from "./exchange/exchange.http.ts";
export { exchangedKinds, type ExchangedKind } from "./exchange/exchange.store.ts";
export { exportFormats, type ExportFormat } from "./exchange/exported-file.ts";
export { exportOf } from "./exchange/export.source.ts";
export { openTwins } from "./twins/twins.http.ts";

/** What the directory does by itself. */
export const directoryDuties: Duties = {
  jobs: [twinsJob],
  subscribers: [],
  rounds: [tidyImportsRound, forgetChangesRound, twinsRound],
};
