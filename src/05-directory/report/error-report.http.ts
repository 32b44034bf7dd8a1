import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { looksLikeId, mayDo } from "#ground";
import { HttpAnswer, idempotencyKey, inShared, notFound, signedIn, type Staff, type Web } from "#ground/server";
import { apiWords as words } from "../record/api.words.ts";
import { ErrorReportsContract, SettleContract } from "./error-report.contract.ts";
import { openErrorReports, settleErrorReport } from "./error-report.store.ts";

/** The directory is shared by all commissioners: who settles for one of them settles for all. */
const settler = async (web: Web, request: FastifyRequest): Promise<Staff> => {
  const staff = await signedIn(web, request);
  if (!staff.memberships.some(({ roles }) => mayDo(roles, "settle-error-report"))) throw new HttpAnswer(403, words.notSettler);
  return staff;
};

/** Signalements d'erreur : the list of those who keep the directory, and what they say of each. */
export const openErrorReportRoutes = (web: Web): void => {
  web.app.get("/api/error-reports", { schema: { response: { 200: ErrorReportsContract } } }, async (request) => {
    await settler(web, request);
    return inShared(web.ground, openErrorReports);
  });

  web.app.post(
    "/api/error-reports/:id/settle",
    { schema: { params: z.object({ id: z.string() }), body: SettleContract, response: { 200: z.object({ done: z.literal(true) }) } } },
    async (request) => {
      const staff = await settler(web, request);
      const { id } = request.params;
      // Settled twice, the first answer stays: the key is asked for as everywhere, and nothing more is needed.
      idempotencyKey(request);
      if (!looksLikeId(id) || !(await inShared(web.ground, (work) => settleErrorReport(work, id, staff.id, request.body.as))))
        throw notFound();
      return { done: true } as const;
    },
  );
};
