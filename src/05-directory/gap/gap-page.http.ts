import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { looksLikeId } from "#ground";
import { drawKey, formFields, frameOf, inCommissioner, notFound, once, sendPage, type Web } from "#ground/server";
import { isNeedId } from "#situation";
import { gazetteer } from "../record/gazetteer.source.ts";
import { placeShown } from "../record/place-shown.ts";
import { gapRadiusNear } from "./gap.ts";
import { gapWords } from "./gap.words.ts";
import { GapPage, GapThanksPage } from "./GapPage.screen.tsx";
import { recordGap, type GapAsked } from "./record-gap.action.ts";

const text = z.string().max(60).catch("");
const TypedContract = z.object({ besoin: text, commune: text, rayon: z.coerce.number().min(0).max(200).catch(15) }).catch({
  besoin: "",
  commune: "",
  rayon: 15,
});
type Typed = z.infer<typeof TypedContract>;

/** Several persons may share the computer of a town hall; nobody fills the count of a gap alone by hurrying. */
const writeRate = { rateLimit: { max: 10, timeWindow: "10 minutes" } };
const readRate = { rateLimit: { max: 120, timeWindow: "1 minute" } };

/** « Signaler un manque » for everybody: a gap belongs to a service, so that there is no such page outside its portal. */
export const openGapPages = (web: Web): void => {
  const pageOf = (request: FastifyRequest, typed: Typed) => {
    const commune = gazetteer().byCode(typed.commune);
    if (!request.portal || !commune) throw notFound();
    return {
      ...frameOf(request),
      place: placeShown(commune),
      typed: { need: typed.besoin, kilometers: gapRadiusNear(typed.rayon) },
      errors: [],
      formKey: drawKey(web.ground),
    };
  };

  web.app.get("/annuaire/manque", { schema: { hide: true }, config: readRate }, (request, reply) =>
    sendPage(reply, GapPage, pageOf(request, TypedContract.parse(request.query))),
  );

  web.app.get("/annuaire/manque/merci", { schema: { hide: true }, config: readRate }, (request, reply) => {
    if (!request.portal) throw notFound();
    return sendPage(reply, GapThanksPage, frameOf(request));
  });

  web.app.post("/annuaire/manque", { schema: { hide: true }, config: writeRate }, async (request, reply) => {
    const fields = formFields(request);
    const page = pageOf(
      request,
      TypedContract.parse({ besoin: fields.one("besoin"), commune: fields.one("commune"), rayon: fields.one("rayon") }),
    );
    const { need, kilometers } = page.typed;
    if (!request.portal || !isNeedId(need))
      return sendPage(reply, GapPage, { ...page, errors: [{ field: "besoin", message: gapWords.fr.missing }] }, 422);
    const given: GapAsked = { need, communeCode: page.place.code, radiusMeters: kilometers * 1000, from: "citizen" };
    // The key holds for one gap: the same form, gone back to and changed, tells another one.
    const route = `POST /annuaire/manque ${need} ${given.communeCode} ${kilometers}`;
    const key = looksLikeId(fields.one("cle")) ? fields.one("cle") : page.formKey;
    await inCommissioner(web.ground, { kind: "person", commissionerId: request.portal.commissioner.id }, (work) =>
      once(work, { key, route, content: given }, () => recordGap(work, given)),
    );
    return reply.redirect(`${page.prefix}/annuaire/manque/merci`, 303);
  });
};
