import { z } from "zod";
import { idOf, looksLikeId } from "#ground";
import {
  findCommissioner,
  HttpAnswer,
  idempotencyKey,
  inCommissioner,
  inShared,
  notFound,
  once,
  signedIn,
  workOn,
  type Actor,
  type Web,
  type Work,
} from "#ground/server";
import type { FastifyRequest } from "fastify";
import { editPerson } from "./edit-person.action.ts";
import {
  EntitlementAnswerContract,
  EntitlementCheckContract,
  EntitlementListsContract,
  ImportedListContract,
} from "./entitlement.contract.ts";
import { listsOf, populationOf } from "./entitlement.store.ts";
import { entitlementWords } from "./entitlement.words.ts";
import { beginList, importEntitlements, type ImportedList } from "./import-entitlements.action.ts";
import { answerOf, IdParams, personIsHere } from "./person.http.ts";

const Query = z.object({ commissionerId: z.string() });

/** Listes d'ayants droit : received by a supervisor or an administrator, asked about by whoever listens. */
export const openEntitlements = (web: Web): void => {
  web.app.get(
    "/api/entitlement-lists",
    { schema: { querystring: Query, response: { 200: EntitlementListsContract } } },
    async (request) => {
      const actor = await listKeeper(web, request, request.query.commissionerId);
      const lists = await inCommissioner(web.ground, actor, listsOf);
      return { lists: lists.map((list) => ({ ...list, refusals: [...list.refusals], importedAt: list.importedAt.toISOString() })) };
    },
  );

  web.app.post("/api/entitlement-lists", { schema: { querystring: Query, response: { 200: ImportedListContract } } }, async (request) => {
    const key = idempotencyKey(request);
    const actor = await listKeeper(web, request, request.query.commissionerId);
    // A form that was cut or badly made holds no file.
    const file = request.isMultipart() ? await request.file().catch(() => undefined) : undefined;
    if (!file)
      throw new HttpAnswer(422, entitlementWords.fr.fileMissing, {
        fields: [{ field: "fichier", sentence: entitlementWords.fr.fileMissing }],
      });
    const fileName = nameOf(file.filename);
    const begun = await inCommissioner(web.ground, actor, (work) =>
      once(work, { key, route: "POST /api/entitlement-lists", content: { fileName } }, () => beginList(work, fileName)),
    );
    const listId = answerOf(begun);
    if (begun.kind === "done") return importEntitlements(web.ground, actor, listId, file.file);
    file.file.resume();
    return inCommissioner(web.ground, actor, (work) => knownList(work, listId));
  });

  web.app.post(
    "/api/persons/:id/entitlement",
    { schema: { params: IdParams, body: EntitlementCheckContract, response: { 200: EntitlementAnswerContract } } },
    (request) =>
      workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
        idempotencyKey(request);
        const answer = await populationOf(work, request.body.identifier);
        work.audit({ action: `check entitlement: ${answer.kind}`, objectKind: "person", objectId: request.params.id });
        if (answer.kind === "entitled")
          await editPerson(work, request.params.id, { population: answer.population, populationFrom: "entitlement" });
        return answer;
      }),
  );
};

/** Whoever may give a list: a supervisor of this service, or an administrator, who serves all of them. */
const listKeeper = async (web: Web, request: FastifyRequest, commissionerId: string): Promise<Actor> => {
  const staff = await signedIn(web, request);
  const membership = staff.memberships.find((each) => each.commissionerId === commissionerId);
  const isKnown =
    looksLikeId(commissionerId) && (await inShared(web.ground, (work) => findCommissioner(work, { id: commissionerId }))) !== undefined;
  if (!isKnown || (!membership && !staff.isAdministrator)) throw notFound();
  if (!staff.isAdministrator && membership?.roles.includes("supervisor") !== true)
    throw new HttpAnswer(403, "Votre rôle ne permet pas cette action.");
  return { kind: "staff", staffId: staff.id, commissionerId: idOf<"Commissioner">(commissionerId), roles: membership?.roles ?? [] };
};

// What the database cannot keep never gets into a name of file.
const nameOf = (given: string): string => {
  const cleaned = given
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, "")
    .slice(0, 200);
  return cleaned === "" ? "liste.csv" : cleaned;
};

const knownList = async (work: Work, listId: string): Promise<ImportedList | { readonly kind: "running"; readonly listId: string }> => {
  const list = (await listsOf(work)).find((each) => each.id === listId);
  if (list?.state === "failed") return { kind: "failed", listId, reason: list.failure ?? entitlementWords.fr.cut };
  if (!list || list.state === "running") return { kind: "running", listId };
  return { kind: "current", listId, kept: list.kept, refused: list.refused };
};
