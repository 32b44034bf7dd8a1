import { dayOf } from "#engines/calendar";
import { NothingContract, openPrint, ownCommissioner, type Web, type Work } from "#ground/server";
import { dayInWords } from "../estimate/day-in-words.ts";
import { staffNames } from "../register/register.http.ts";
import { printCard, type CardPaper } from "./card-paper.source.ts";
import { entitlementRefusals as words } from "./entitlement-refusals.words.ts";
import { showPage } from "./entitlement-shown.store.ts";
import { mayDo } from "./entitlement.ts";
import { entitlementIsHere, findEntitlement } from "./entitlement.store.ts";
import { refuse } from "./refused-gesture.http.ts";

/** The card to print, for whoever is with her: it tells nothing of why she holds it. */
export const openCardPrint = (web: Web): void => {
  openPrint(web, {
    path: "/api/entitlements/:id/card.pdf",
    fileName: "carte.pdf",
    deed: "listen",
    isHere: entitlementIsHere,
    asked: NothingContract,
    read: cardPaperOf,
    print: printCard,
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
