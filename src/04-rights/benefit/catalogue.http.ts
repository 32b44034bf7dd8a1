import { z } from "zod";
import { dayOf } from "#engines/calendar";
import { HttpAnswer, notFound, type Web } from "#ground/server";
import { themeLabel } from "#situation";
import { benefitInWords, changesOf } from "./benefit-change.ts";
import { BenefitContentContract } from "./benefit.contract.ts";
import { benefitStates, stateOf } from "./benefit.ts";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";
import { eventsOf, findBenefit, versionsOf, type BenefitVersion } from "./benefit.store.ts";
import {
  CatalogueBenefitContract,
  CatalogueContract,
  TerritoriesContract,
  WrittenContract,
  type CatalogueBenefitShown,
  type VersionShown,
} from "./catalogue.contract.ts";
import { catalogueLines } from "./catalogue.store.ts";
import { asKeeper, done, DoneContract, idIn, IdParams, keeperGesture, refusedFields } from "./keeper.http.ts";
import {
  publishBenefit,
  restoreBenefit,
  returnToWriter,
  sendToReview,
  verifyBenefit,
  withdrawBenefit,
  type GestureAnswer,
} from "./review-benefit.action.ts";
import { levelsOf, readTerritoryKey, territoryKey, type Territory } from "./territory.ts";
import { territoriesOf, type NamedTerritory, type Places, type Territories } from "./territory.source.ts";
import { rewriteBenefit, writeBenefit, type WrittenBenefit } from "./write-benefit.action.ts";

const QueryContract = z.object({
  /** "departement:38": what this territory itself offers. */
  territoire: z.string().max(20).optional(),
  /** INSEE code: all that is offered there, from the commune to the region. */
  commune: z.string().max(5).optional(),
  theme: z.string().max(40).optional(),
  etat: z.enum(benefitStates).optional(),
  mots: z.string().max(100).optional(),
  depuis: z.coerce.number().int().min(0).max(10_000).optional(),
});
type Query = z.infer<typeof QueryContract>;

const pageLines = 50;
const SeenContract = z.object({ seen: z.iso.datetime() });
const ReasonContract = z.object({ reason: z.string().trim().min(3, words.reason).max(500, words.tooLong(500)) });

/** Catalogue des aides locales, for those who keep it: the list, one benefit with its history, and every gesture on it. */
export const openCatalogue = (web: Web, places: Places): void => {
  const territories = (): Territories => territoriesOf(places);

  web.app.get("/api/benefit-catalogue", { schema: { querystring: QueryContract, response: { 200: CatalogueContract } } }, (request) =>
    asKeeper(web, request, async (work, staff) => {
      const { theme, mots, etat, depuis = 0 } = request.query;
      const keys = keysAsked(places, request.query);
      const lines = await catalogueLines(work, {
        ...(keys === undefined ? {} : { keys }),
        ...(theme === undefined || theme === "" ? {} : { theme }),
        ...(mots === undefined || mots.trim() === "" ? {} : { words: mots.trim() }),
      });
      const chosen = lines.filter((line) => etat === undefined || line.state === etat || line.pending === etat);
      return {
        counts: Object.fromEntries(
          benefitStates.map((state) => [state, lines.filter((line) => line.state === state || line.pending === state).length]),
        ) as Record<(typeof benefitStates)[number], number>,
        total: chosen.length,
        benefits: chosen.slice(depuis, depuis + pageLines).map((line) => ({
          id: line.id,
          name: line.name,
          theme: line.theme,
          territory: named(territories(), line.territory),
          state: line.state,
          pending: line.pending ?? null,
          verifiedOn: line.verifiedOn,
          isKeptByMe: line.keeperId === staff.id,
          isDemonstration: line.isDemonstration,
        })),
      };
    }),
  );

  web.app.get("/api/benefit-catalogue/:id", { schema: { params: IdParams, response: { 200: CatalogueBenefitContract } } }, (request) => {
    const id = idIn(request);
    return asKeeper(web, request, async (work, staff) => {
      const benefit = await findBenefit(work, id);
      if (!benefit) throw notFound();
      const [versions, history] = [await versionsOf(work, id), await eventsOf(work, id)];
      return benefitFileShown(territories(), { benefit, versions, history, me: staff.id, today: dayOf(work.now) });
    });
  });

  web.app.post("/api/benefit-catalogue", { schema: { body: BenefitContentContract, response: { 200: WrittenContract } } }, (request) =>
    keeperGesture(web, request, { route: "POST /api/benefit-catalogue", content: request.body }, async (work) =>
      writtenShown(await writeBenefit(work, territories(), { content: request.body })),
    ),
  );

  web.app.post(
    "/api/benefit-catalogue/:id/write",
    {
      schema: {
        params: IdParams,
        body: z.object({ content: BenefitContentContract, seen: z.iso.datetime() }),
        response: { 200: WrittenContract },
      },
    },
    (request) => {
      const id = idIn(request);
      const { content, seen } = request.body;
      return keeperGesture(web, request, { route: `POST /api/benefit-catalogue/${id}/write`, content: request.body }, async (work) => {
        if (!(await findBenefit(work, id))) throw notFound();
        return writtenShown(await rewriteBenefit(work, territories(), { id, content, seen: new Date(seen) }));
      });
    },
  );

  const gesture = <Body>(
    name: string,
    body: z.ZodType<Body>,
    act: (work: Parameters<typeof sendToReview>[0], id: string, body: Body) => Promise<GestureAnswer>,
  ) => {
    web.app.post(
      `/api/benefit-catalogue/:id/${name}`,
      { schema: { params: IdParams, body, response: { 200: DoneContract } } },
      (request) => {
        const id = idIn(request);
        // The contract is generic here: the framework has checked it.
        const given = request.body as Body;
        return keeperGesture(web, request, { route: `POST /api/benefit-catalogue/${id}/${name}`, content: given }, async (work) => {
          const answer = await act(work, id, given);
          if (answer.kind === "not-found") throw notFound();
          if (answer.kind === "conflict") throw new HttpAnswer(409, answer.sentence);
          return done;
        });
      },
    );
  };
  gesture("send", z.object({}), (work, id) => sendToReview(work, id));
  gesture("return", ReasonContract, (work, id, { reason }) => returnToWriter(work, id, reason));
  gesture("publish", SeenContract, (work, id, { seen }) => publishBenefit(work, id, new Date(seen)));
  gesture("verify", z.object({}), (work, id) => verifyBenefit(work, id));
  gesture("withdraw", ReasonContract, (work, id, { reason }) => withdrawBenefit(work, id, reason));
  gesture("restore", ReasonContract, (work, id, { reason }) => restoreBenefit(work, id, reason));

  web.app.get(
    "/api/territories",
    { schema: { querystring: z.object({ q: z.string().max(120) }), response: { 200: TerritoriesContract } } },
    (request) => asKeeper(web, request, () => Promise.resolve([...territories().search(request.query.q)])),
  );
};

/** Which territories are asked for: one, or all those of a commune. */
const keysAsked = (places: Places, { territoire, commune }: Query): readonly string[] | undefined => {
  if (commune !== undefined && commune !== "") {
    const found = places.byCode(commune);
    if (!found) throw refusedFields([{ field: "commune", sentence: words.unknownCommune }]);
    return [...levelsOf(found).map(territoryKey), ...found.otherCodes.map((code) => territoryKey({ kind: "commune", code }))];
  }
  if (territoire === undefined || territoire === "") return undefined;
  const territory = readTerritoryKey(territoire);
  if (!territory) throw refusedFields([{ field: "territoire", sentence: words.unknownTerritory }]);
  return [territoryKey(territory)];
};

export const named = (territories: Territories, territory: Territory): NamedTerritory =>
  territories.find(territory) ?? { ...territory, name: territory.code, detail: "" };

const writtenShown = (written: WrittenBenefit): z.infer<typeof WrittenContract> => {
  if (written.kind === "refused") throw refusedFields(written.fields);
  if (written.kind === "conflict") throw new HttpAnswer(409, written.sentence);
  return { id: written.id, version: written.version, isUnchanged: written.kind === "unchanged" };
};

interface FileRead {
  readonly benefit: NonNullable<Awaited<ReturnType<typeof findBenefit>>>;
  readonly versions: readonly BenefitVersion[];
  readonly history: Awaited<ReturnType<typeof eventsOf>>;
  readonly me: string;
  readonly today: ReturnType<typeof dayOf>;
}

const benefitFileShown = (territories: Territories, { benefit, versions, history, me, today }: FileRead): CatalogueBenefitShown => {
  const shown = versions.map((version) => versionShown(territories, version, me));
  const published = versions.find(({ state }) => state === "published");
  const seen = published ?? versions[0];
  const [open, before] = [
    shown.find(({ state }) => state === "draft" || state === "to-review"),
    shown.find(({ state }) => state === "published"),
  ];
  if (!seen) throw new Error(`benefit ${benefit.id} has no version`);
  return {
    id: benefit.id,
    key: benefit.key,
    isDemonstration: benefit.isDemonstration,
    state: stateOf(
      {
        isWithdrawn: benefit.isWithdrawn,
        version: seen.state === "replaced" ? "draft" : seen.state,
        verifiedOn: (published && benefit.verified?.on) ?? seen.content.verifiedOn,
        endsOn: seen.content.endsOn,
      },
      today,
    ),
    verified: benefit.verified ?? null,
    versions: shown,
    changes: open && before ? [...changesOf(before.inWords, open.inWords)] : [],
    history: history.map((event) => ({ ...event, at: event.at.toISOString(), reason: event.reason ?? null })),
  };
};

const versionShown = (territories: Territories, version: BenefitVersion, me: string): VersionShown => ({
  version: version.version,
  state: version.state,
  content: version.content,
  territory: named(territories, version.content.territory),
  inWords: benefitInWords(version.content, {
    theme: themeLabel,
    territory: (territory) => {
      const { name, detail } = named(territories, territory);
      return detail === "" ? name : `${name}, ${detail}`;
    },
  }),
  writerNames: [...version.writerNames],
  writtenAt: version.writtenAt.toISOString(),
  isMine: version.writers.includes(me),
  publishedAt: version.publishedAt?.toISOString() ?? null,
  publisherName: version.publisherName ?? null,
});
