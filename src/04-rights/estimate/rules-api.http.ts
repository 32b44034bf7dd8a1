import type { FastifyRequest } from "fastify";
import { dayOf, isDay } from "#engines/calendar";
import { estimate, knownScales, nextQuestions, readHousehold, resultOf, staleScales, type PartialHousehold } from "#engines/rules";
import { HttpAnswer, signedIn, type Web } from "#ground/server";
import { estimateWords } from "./estimate.words.ts";
import {
  EstimateContract,
  HouseholdBodyContract,
  NextQuestionContract,
  ResultContract,
  ScalesContract,
  ScalesQueryContract,
} from "./rules-api.contract.ts";

const words = estimateWords.fr.refusals;
const euros = (cents: number): number => Math.round(cents) / 100;

/**
 * Le moteur pour d'autres systèmes : a household comes in, rights come out, nothing is kept and nobody is named. For whoever works here and
 * is signed in. These are questions, asked by POST because a household does not hold in an address: asked twice, they answer the same.
 */
export const openRulesApi = (web: Web): void => {
  web.app.post("/api/rights/evaluate", { schema: { body: HouseholdBodyContract, response: { 200: ResultContract } } }, async (request) => ({
    resultat: resultOf(await householdIn(web, request, request.body.menage)),
  }));
  web.app.post(
    "/api/rights/estimate",
    { schema: { body: HouseholdBodyContract, response: { 200: EstimateContract } } },
    async (request) => {
      const household = await householdIn(web, request, request.body.menage);
      const { nonTakeUp } = estimate(household);
      return {
        resultat: resultOf(household),
        non_recours: {
          minimum_mois: euros(nonTakeUp.lowMonthCents),
          maximum_mois: euros(nonTakeUp.highMonthCents),
          minimum_une_fois_par_an: euros(nonTakeUp.lowOnceAYearCents),
          maximum_une_fois_par_an: euros(nonTakeUp.highOnceAYearCents),
        },
      };
    },
  );
  web.app.post(
    "/api/rights/next-question",
    { schema: { body: HouseholdBodyContract, response: { 200: NextQuestionContract } } },
    async (request) => ({
      questions: nextQuestions(await householdIn(web, request, request.body.menage)).map(({ field, couldChangeCents }) => ({
        field,
        couldChange: euros(couldChangeCents),
      })),
    }),
  );
  openScales(web);
};

/** The household, or every field that is wrong with the sentence that says how to put it right. Nothing is computed on a guess. */
const householdIn = async (web: Web, request: FastifyRequest, menage: unknown): Promise<PartialHousehold> => {
  await signedIn(web, request);
  const read = readHousehold(menage);
  if (read.kind === "read") return read.household;
  throw new HttpAnswer(422, words.household, { fields: read.complaints.map(({ field, sentence }) => ({ field, sentence })) });
};

const openScales = (web: Web): void => {
  web.app.get(
    "/api/rights/scales",
    { schema: { querystring: ScalesQueryContract, response: { 200: ScalesContract } } },
    async (request) => {
      await signedIn(web, request);
      const on = request.query.on ?? dayOf(web.ground.clock());
      if (!isDay(on)) throw new HttpAnswer(422, words.day, { fields: [{ field: "on", sentence: words.day }] });
      return {
        on,
        old: staleScales(on).map(({ scale, label, lastDate, months }) => ({ scale, label, lastDate, months })),
        scales: Object.values(knownScales).map(({ name, label, lines, revaluedEachYear }) => ({
          scale: name,
          label,
          lastDate: lines.at(-1)?.from ?? null,
          revaluedEachYear,
        })),
      };
    },
  );
};
