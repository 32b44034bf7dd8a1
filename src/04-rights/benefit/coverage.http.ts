import { z } from "zod";
import { dayOf, isDay } from "#engines/calendar";
import { themeIds } from "#situation";
import type { Web } from "#ground/server";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";
import { CoverageTableContract, TerritoryCoverageContract } from "./catalogue.contract.ts";
import { coverageOf, isStillBelieved } from "./coverage.ts";
import { countsByTerritory, statementsFor } from "./coverage.store.ts";
import { asKeeper, done, DoneContract, keeperGesture, refusedFields } from "./keeper.http.ts";
import { publishedBenefits } from "./benefit.store.ts";
import { isOffered } from "./benefit.ts";
import { stateCoverage } from "./state-coverage.action.ts";
import { levelsOf, readTerritoryKey, territoryKey, territoryKinds } from "./territory.ts";
import { territoriesOf, type NamedTerritory, type Places } from "./territory.source.ts";

const StatementContract = z.object({
  territory: z.object({ kind: z.enum(territoryKinds), code: z.string().max(9) }),
  theme: z.enum(themeIds, words.theme),
  said: z.enum(["complete", "nothing", "taken-back"]),
  withInside: z.boolean(),
  lookedOn: z.string().refine(isDay, words.day),
});

/** Couverture : what was looked at, by département and theme, and one territory at a time. */
export const openCoverage = (web: Web, places: Places): void => {
  web.app.get(
    "/api/benefit-coverage",
    {
      schema: {
        querystring: z.object({
          /** None: the whole country. Absent: the region where the catalogue has most. */
          region: z.string().max(3).optional(),
        }),
        response: { 200: CoverageTableContract },
      },
    },
    (request) =>
      asKeeper(web, request, async (work) => {
        const { departements, regions } = territoriesOf(places);
        const today = dayOf(work.now);
        const counts = await countsByTerritory(work, today, { kind: "departement" });
        const asked = request.query.region ?? busiestRegion(departements, counts);
        const chosen = departements.filter(({ region }) => asked === "" || region === asked);
        const statements = (await statementsFor(work, chosen.map(territoryKey))).filter((each) => isStillBelieved(each, today));
        return {
          region: asked,
          regions: regions.filter(({ code }) => departements.some(({ region }) => region === code)),
          rows: chosen.map(({ region: _, ...territory }) => ({
            territory,
            cells: themeIds.map((theme) => {
              const count = counts.find((each) => each.code === territory.code && each.theme === theme)?.count ?? 0;
              const statement = statements.find((each) => each.territory.code === territory.code && each.theme === theme);
              return {
                theme,
                count,
                state: count > 0 ? ("catalogued" as const) : statement ? ("not-offered" as const) : ("not-looked" as const),
                lookedOn: statement?.lookedOn ?? null,
              };
            }),
          })),
        };
      }),
  );

  web.app.get(
    "/api/benefit-coverage/territory",
    { schema: { querystring: z.object({ territoire: z.string().max(20) }), response: { 200: TerritoryCoverageContract } } },
    (request) =>
      asKeeper(web, request, async (work) => {
        const territory = knownTerritory(places, request.query.territoire);
        const today = dayOf(work.now);
        const commune = territory.kind === "commune" ? places.byCode(territory.code) : undefined;
        const levels = commune ? levelsOf(commune) : [territory];
        const keys = levels.map(territoryKey);
        const statements = await statementsFor(work, keys);
        const offered = (await publishedBenefits(work, { keys })).filter(({ content }) => isOffered(content, today));
        return {
          territory,
          themes: themeIds.map((theme) => {
            const ofTheme = offered.filter(({ content }) => content.theme === theme);
            const own = statements.find((each) => territoryKey(each.territory) === territoryKey(territory) && each.theme === theme);
            return {
              theme,
              count: ofTheme.filter(({ content }) => territoryKey(content.territory) === territoryKey(territory)).length,
              statement: own
                ? {
                    said: own.said,
                    withInside: own.withInside,
                    lookedOn: own.lookedOn,
                    byName: own.byName,
                    isBelieved: isStillBelieved(own, today),
                  }
                : null,
              told: commune ? toldOf(coverageOf({ levels, theme, statements, found: ofTheme.length, today })) : null,
            };
          }),
        };
      }),
  );

  web.app.post("/api/benefit-coverage", { schema: { body: StatementContract, response: { 200: DoneContract } } }, (request) =>
    keeperGesture(web, request, { route: "POST /api/benefit-coverage", content: request.body }, async (work) => {
      const answer = await stateCoverage(work, territoriesOf(places), request.body);
      if (answer.kind === "refused") throw refusedFields([answer]);
      return done;
    }),
  );
};

/** Where the catalogue has most to show: the whole country at once is a long table. */
const busiestRegion = (
  departements: readonly { readonly code: string; readonly region: string }[],
  counts: readonly { readonly code: string; readonly count: number }[],
): string => {
  const all = new Map<string, number>();
  for (const { code, count } of counts) {
    const region = departements.find((each) => each.code === code)?.region ?? "";
    all.set(region, (all.get(region) ?? 0) + count);
  }
  return [...all].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? departements[0]?.region ?? "";
};

const knownTerritory = (places: Places, key: string): NamedTerritory => {
  const asked = readTerritoryKey(key);
  const found = asked && territoriesOf(places).find(asked);
  if (!found) throw refusedFields([{ field: "territoire", sentence: words.unknownTerritory }]);
  return found;
};

const toldOf = (coverage: ReturnType<typeof coverageOf>) =>
  coverage.kind === "not-catalogued"
    ? { kind: coverage.kind, levels: coverage.levels.map(({ kind, code }) => ({ kind, code })) }
    : coverage;
