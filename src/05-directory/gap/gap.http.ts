import { z } from "zod";
import { looksLikeId } from "#ground";
import { HttpAnswer, idempotencyKey, keyReused, notFound, once, workFor, workForEach, workOn, type Web } from "#ground/server";
import { isNeedId } from "#situation";
import { apiWords as words } from "../record/api.words.ts";
import { gapIsHere, markGapReported, openGaps, resolveGap } from "./gap.store.ts";
import { gazetteer } from "../record/gazetteer.source.ts";
import { recordGap } from "./record-gap.action.ts";
import { GapRecordedContract, GapsContract } from "./gap.contract.ts";

const AskContract = z.object({
  commissionerId: z.string(),
  need: z.string().refine(isNeedId, words["unknown-need"]),
  communeCode: z.string().max(5),
  radiusMeters: z.number(words.gapRadius).int(words.gapRadius).min(1_000, words.gapRadius).max(200_000, words.gapRadius),
  nearestMeters: z.number().int().min(0).max(2_000_000).optional(),
});
const DoneContract = z.object({ done: z.literal(true) });
const IdContract = z.object({ id: z.string() });
const done = { done: true } as const;

/** Manques : what counsellors asked for in vain, and what became of it. */
export const openGapRoutes = (web: Web): void => {
  web.app.get("/api/gaps", { schema: { response: { 200: GapsContract } } }, async (request) => {
    const each = await workForEach(web, request, "search", async (work, commissionerId) =>
      (await openGaps(work)).map((gap) => ({ ...gap, commissionerId })),
    );
    return each.flat().map((gap) => ({
      id: gap.id,
      commissionerId: gap.commissionerId,
      need: gap.need,
      communeCode: gap.communeCode,
      communeName: gazetteer().byCode(gap.communeCode)?.name ?? gap.communeCode,
      radiusMeters: gap.radiusMeters,
      status: gap.status,
      openedAt: gap.openedAt.toISOString(),
      ...(gap.reportedAt ? { reportedAt: gap.reportedAt.toISOString() } : {}),
      ...(gap.reportedTo === undefined ? {} : { reportedTo: gap.reportedTo }),
      timesIn30Days: gap.timesIn30Days,
      timesInAll: gap.timesInAll,
      ...(gap.nearestMeters === undefined ? {} : { nearestMeters: gap.nearestMeters }),
    }));
  });

  web.app.post("/api/gaps", { schema: { body: AskContract, response: { 200: GapRecordedContract } } }, async (request) => {
    const { commissionerId, communeCode, ...asked } = request.body;
    const commune = gazetteer().byCode(communeCode);
    if (!commune)
      throw new HttpAnswer(422, words["unknown-commune"], { fields: [{ field: "communeCode", sentence: words["unknown-commune"] }] });
    const key = idempotencyKey(request);
    const { nearestMeters, need, radiusMeters } = asked;
    const given = {
      need,
      radiusMeters,
      communeCode: commune.code,
      from: "search",
      ...(nearestMeters === undefined ? {} : { nearestMeters }),
    } as const;
    return workFor(web, request, commissionerId, "search", async (work) => {
      const answer = await once(work, { key, route: "POST /api/gaps", content: given }, () => recordGap(work, given));
      if (answer.kind === "key-reused") throw keyReused();
      return answer.answer;
    });
  });

  web.app.post(
    "/api/gaps/:id/report",
    {
      schema: {
        params: IdContract,
        body: z.object({ reportedTo: z.string().trim().min(2, words.reportedTo).max(200, words.reportedTo) }),
        response: { 200: DoneContract },
      },
    },
    async (request) => {
      const { id } = request.params;
      if (!looksLikeId(id)) throw notFound();
      const key = idempotencyKey(request);
      const { reportedTo } = request.body;
      return workOn(
        web,
        request,
        "import-directory",
        (work) => gapIsHere(work, id),
        async (work) => {
          const answer = await once(work, { key, route: `POST /api/gaps/${id}/report`, content: request.body }, () =>
            markGapReported(work, id, reportedTo),
          );
          if (answer.kind === "key-reused") throw keyReused();
          if (answer.answer === "resolved") throw new HttpAnswer(409, words.gapResolved);
          return done;
        },
      );
    },
  );

  web.app.post("/api/gaps/:id/resolve", { schema: { params: IdContract, response: { 200: DoneContract } } }, async (request) => {
    const { id } = request.params;
    if (!looksLikeId(id)) throw notFound();
    const key = idempotencyKey(request);
    return workOn(
      web,
      request,
      "import-directory",
      (work) => gapIsHere(work, id),
      async (work) => {
        const answer = await once(work, { key, route: `POST /api/gaps/${id}/resolve`, content: {} }, () =>
          resolveGap(work, id).then(() => "resolved"),
        );
        if (answer.kind === "key-reused") throw keyReused();
        return done;
      },
    );
  });
};
