import type { DangerReader } from "#contact/server";
import type { Web } from "#ground/server";
import { openBenefitFile } from "./benefit-file.http.ts";
import { openLocalBenefits } from "./benefit.http.ts";
import { openCatalogue } from "./catalogue.http.ts";
import { openCoverage } from "./coverage.http.ts";
import { openLocalBenefitsPages } from "./local-benefits-page.http.ts";
import { openSituationBenefits } from "./situation-benefits.http.ts";
import type { Places } from "./territory.source.ts";

/** Ouvrir le chapitre des aides locales. @param given the list of communes, and who reads a danger in what somebody writes */
export const openBenefits = (web: Web, given: { readonly places: Places; readonly dangerIn: DangerReader }): void => {
  openCatalogue(web, given.places);
  openBenefitFile(web, given.places);
  openCoverage(web, given.places);
  openLocalBenefits(web, given.places);
  openSituationBenefits(web, given.places);
  openLocalBenefitsPages(web, given.places, given.dangerIn);
};
