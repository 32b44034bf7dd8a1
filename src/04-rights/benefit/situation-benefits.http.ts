import { monthOf } from "#engines/calendar";
import { notFound, openReading, type Web } from "#ground/server";
import { findSituation } from "#situation/server";
import { valuesOf } from "../estimate/kept-fact.ts";
import { factsOfSituation } from "../estimate/situation-facts.store.ts";
import { textIn } from "../facts/fact.ts";
import { factsForBenefits } from "./facts-for-benefits.ts";
import { SituationBenefitsContract } from "./local-benefits.contract.ts";
import { localBenefitsShown } from "./local-benefits-shown.ts";
import { benefitsFor } from "./local-benefits.store.ts";
import type { Places } from "./territory.source.ts";

/** Aides locales d'une situation : those of her commune, set against what she said. `found` is null while her commune is not known. */
export const openSituationBenefits = (web: Web, places: Places): void => {
  openReading(web, {
    path: "/api/situations/:id/benefits",
    answer: SituationBenefitsContract,
    deed: "read-file",
    isHere: async (work, id) => (await findSituation(work, id)) !== undefined,
    read: async (work, id) => {
      const situation = await findSituation(work, id);
      if (!situation) throw notFound();
      work.audit({ action: "read rights", objectKind: "person", objectId: situation.personId, purpose: "rights" });
      const facts = valuesOf(await factsOfSituation(work, situation));
      const communeCode = textIn(facts, "commune");
      if (communeCode === undefined) return { found: null };
      const found = await benefitsFor(work, places, { communeCode, facts: factsForBenefits(facts, monthOf(work.now)) });
      return { found: found.kind === "found" ? localBenefitsShown(found) : null };
    },
  });
};
