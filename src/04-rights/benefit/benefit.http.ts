import { z } from "zod";
import { HttpAnswer, idempotencyKey, inShared, notFound, signedIn, type Web } from "#ground/server";
import { dayOf } from "#engines/calendar";
import { looksLikeId, mayDo } from "#ground";
import { isThemeId } from "#situation";
import { isOffered, isToVerifyAgain } from "./benefit.ts";
import { publishedBenefits } from "./benefit.store.ts";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";
import { BenefitSignalsContract } from "./catalogue.contract.ts";
import { named } from "./catalogue.http.ts";
import { asKeeper, done, DoneContract, idIn, IdParams, refusedFields } from "./keeper.http.ts";
import { LocalBenefitContract, LocalBenefitsContract } from "./local-benefits.contract.ts";
import { benefitShown, localBenefitsShown } from "./local-benefits-shown.ts";
import { benefitsFor } from "./local-benefits.store.ts";
import { addSignal, openSignals, settleSignal } from "./signal.store.ts";
import { territoriesOf, type Places } from "./territory.source.ts";

const readRate = { rateLimit: { max: 600, timeWindow: "1 minute" } };
const QueryContract = z.object({
  /** INSEE code; the code of a former commune gives today's. */
  commune: z.string().max(5),
  theme: z.string().max(40).optional(),
});

/** Interface publique des aides locales : what is published, and nothing else. Nothing is asked of the household, so nothing of it travels. */
export const openLocalBenefits = (web: Web, places: Places): void => {
  web.app.get(
    "/api/benefits",
    { config: readRate, schema: { querystring: QueryContract, response: { 200: LocalBenefitsContract } } },
    async (request) => {
      const { commune, theme = "" } = request.query;
      if (theme !== "" && !isThemeId(theme)) throw refusedFields([{ field: "theme", sentence: words.theme }]);
      const found = await inShared(web.ground, (work) =>
        benefitsFor(work, places, { communeCode: commune, ...(theme === "" ? {} : { theme }) }),
      );
      if (found.kind === "unknown-commune") throw refusedFields([{ field: "commune", sentence: words.unknownCommune }]);
      return localBenefitsShown(found);
    },
  );

  web.app.get(
    "/api/benefits/:id",
    { config: readRate, schema: { params: IdParams, response: { 200: LocalBenefitContract } } },
    async (request) => {
      const id = idIn(request);
      return inShared(web.ground, async (work) => {
        const [benefit] = await publishedBenefits(work, { id });
        const today = dayOf(work.now);
        if (!benefit || !isOffered(benefit.content, today)) throw notFound();
        return benefitShown({
          ...benefit,
          territory: named(territoriesOf(places), benefit.content.territory),
          isToVerifyAgain: isToVerifyAgain(benefit.verifiedOn, today),
          answer: undefined,
        });
      });
    },
  );

  openSignalRoutes(web, places);
};

export const SignalContract = z.object({
  communeCode: z.string().max(5),
  details: z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .refine((text) => text !== "", words.signalEmpty)
    .refine((text) => text.length <= 500, words.tooLong(500)),
});

/** Aides signalées : a counsellor says that she knows of one; those who keep the catalogue settle it. */
const openSignalRoutes = (web: Web, places: Places): void => {
  web.app.post("/api/benefit-signals", { schema: { body: SignalContract, response: { 200: DoneContract } } }, async (request) => {
    const staff = await signedIn(web, request);
    if (!staff.memberships.some(({ roles }) => mayDo(roles, "search"))) throw new HttpAnswer(403, words.notKeeper);
    const commune = places.byCode(request.body.communeCode);
    if (!commune) throw refusedFields([{ field: "communeCode", sentence: words.unknownCommune }]);
    const key = idempotencyKey(request);
    await inShared(web.ground, (work) =>
      addSignal(work, { key: looksLikeId(key) ? key : undefined, communeCode: commune.code, details: request.body.details, from: "staff" }),
    );
    return done;
  });

  web.app.get("/api/benefit-signals", { schema: { response: { 200: BenefitSignalsContract } } }, (request) =>
    asKeeper(web, request, async (work) =>
      (await openSignals(work)).map(({ communeCode, reportedAt, ...signal }) => ({
        ...signal,
        commune: named(territoriesOf(places), { kind: "commune", code: communeCode }),
        reportedAt: reportedAt.toISOString(),
      })),
    ),
  );

  web.app.post(
    "/api/benefit-signals/:id/settle",
    { schema: { params: IdParams, body: z.object({ as: z.enum(["catalogued", "unfounded"]) }), response: { 200: DoneContract } } },
    (request) => {
      const id = idIn(request);
      // Settled twice, the first answer stays: the key is asked for as everywhere, and nothing more is needed.
      idempotencyKey(request);
      return asKeeper(web, request, async (work, staff) => {
        if (!(await settleSignal(work, id, staff.id, request.body.as))) throw notFound();
        return done;
      });
    },
  );
};
