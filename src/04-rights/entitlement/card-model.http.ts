import { sql } from "kysely";
import { z } from "zod";
import { HttpAnswer, idempotencyKey, keyReused, notFound, once, openDeed, workFor, type Web, type Work } from "#ground/server";
import { questionOf } from "../register/register.ts";
import { addModel, editModel, modelsOf, setRetired } from "./card-model.store.ts";
import { entitlementRefusals as words } from "./entitlement-refusals.words.ts";
import { modelShown } from "./entitlement-shown.store.ts";
import { CardModelsContract, EditedModelContract, NewModelContract, RetireModelContract } from "./entitlement.contract.ts";

const nameTaken = (): HttpAnswer => new HttpAnswer(422, words.nameTaken, { fields: [{ field: "name", sentence: words.nameTaken }] });
const IdContract = z.object({ id: z.string() });

const isHere = async (work: Work, id: string): Promise<boolean> =>
  (await work.first(sql`select 1 from rights_card_model where commissioner_id = ${work.commissionerId} and id = ${id}`)) !== undefined;

const rule = <Given extends { readonly register: z.infer<typeof EditedModelContract>["register"]; readonly atMost: number | null }>({
  register,
  atMost,
  ...rest
}: Given) => ({ ...rest, question: register === null ? undefined : questionOf(register, atMost) });

/** Modèles de cartes et de droits, kept by supervisors. */
export const openCardModels = (web: Web): void => {
  web.app.get(
    "/api/card-models",
    { schema: { querystring: z.object({ commissionerId: z.string() }), response: { 200: CardModelsContract } } },
    (request) =>
      workFor(web, request, request.query.commissionerId, "keep-card-models", async (work) => ({
        models: (await modelsOf(work)).map(modelShown),
      })),
  );
  web.app.post("/api/card-models", { schema: { body: NewModelContract, response: { 200: IdContract } } }, (request) =>
    workFor(web, request, request.body.commissionerId, "keep-card-models", async (work) => {
      const { commissionerId: _, ...given } = request.body;
      const key = { key: idempotencyKey(request), route: "/api/card-models", content: given };
      const done = await once(work, key, async () => {
        const id = await addModel(work, rule(given));
        if (id === "name-taken") throw nameTaken();
        return { id };
      });
      if (done.kind === "key-reused") throw keyReused();
      return done.answer;
    }),
  );
  openDeed(web, {
    path: "/api/card-models/:id",
    body: EditedModelContract,
    answer: IdContract,
    deed: "keep-card-models",
    isHere,
    act: async (work, id, given) => {
      const edited = await editModel(work, id, rule(given));
      if (edited === "name-taken") throw nameTaken();
      if (edited === "not-found") throw notFound();
      return { id };
    },
  });
  openDeed(web, {
    path: "/api/card-models/:id/retire",
    body: RetireModelContract,
    answer: IdContract,
    deed: "keep-card-models",
    isHere,
    act: async (work, id, { isRetired }) => {
      const done = await setRetired(work, id, isRetired);
      if (done === "name-taken") throw nameTaken();
      if (done === "not-found") throw notFound();
      return { id };
    },
  });
};
