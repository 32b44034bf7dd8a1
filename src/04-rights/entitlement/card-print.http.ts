import { z } from "zod";
import { dayOf } from "#engines/calendar";
import { looksLikeId } from "#ground";
import { notFound, ownCommissioner, workOn, type Web, type Work } from "#ground/server";
import { dayInWords } from "../estimate/day-in-words.ts";
import { staffNames } from "../register/register.http.ts";
import { printCard, type CardPaper } from "./card-paper.source.ts";
import { entitlementRefusals as words } from "./entitlement-refusals.words.ts";
import { showPage } from "./entitlement-shown.store.ts";
import { mayDo } from "./entitlement.ts";
import { entitlementIsHere, findEntitlement } from "./entitlement.store.ts";
import { refuse } from "./refused-gesture.http.ts";

/** The card to print, for whoever is with her: it tells nothing of why she holds it. */
export const openPrint = (web: Web): void => {
  web.app.get("/api/entitlements/:id/card.pdf", { schema: { params: z.object({ id: z.string() }) } }, async (request, reply) => {
    const { id } = request.params;
    if (!looksLikeId(id)) throw notFound();
    const paper = await workOn(
      web,
      request,
      "listen",
      (work) => entitlementIsHere(work, id),
      (work) => cardPaperOf(work, id),
    );
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", 'inline; filename="carte.pdf"')
      .type("application/pdf")
      .send(await printCard(paper));
  });
};

const cardPaperOf = async (work: Work, id: string): Promise<CardPaper> => {
  const entitlement = await findEntitlement(work, id);
  const page = entitlement && (await showPage(work, entitlement, false));
  if (!page?.to || page.number === null || page.renewalOpensOn === null || !mayDo(page.state, "print")) throw refuse(words.noCard);
  const service = await ownCommissioner(work);
  const reader = work.actor.kind === "staff" ? work.actor.staffId : undefined;
  work.audit({ action: "print card", objectKind: "person", objectId: page.personId });
  return {
    printedName: page.printedName,
    personName: page.personName,
    number: page.number,
    until: dayInWords(page.to, "fr"),
    renewFrom: dayInWords(page.renewalOpensOn, "fr"),
    service: service.name,
    phone: service.phone,
    color: service.color,
    isDemonstration: page.isDemonstration,
    printedBy: reader === undefined ? "" : ((await staffNames(work)).get(reader) ?? ""),
    printedOn: dayInWords(dayOf(work.now), "fr"),
    printedAt: work.now,
  };
};
