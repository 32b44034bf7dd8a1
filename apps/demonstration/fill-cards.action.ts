import { dayOf } from "#engines/calendar";
import { inCommissioner, type Ground } from "#ground/server";
import { addContactPoint, addPerson, recordConsent } from "#person/server";
import { addCardModel, issueEntitlement, noteDocument, requestEntitlement } from "#rights/server";
import type { CommissionerSlug } from "./commissioners.ts";
import type { House } from "./open-house.action.ts";
import { groundAt } from "./play-story.action.ts";

const dayMs = 86_400_000;

/** One invented card a service, and who holds it; the first ends soon, so that its renewal is open. */
const plannedCards = [
  {
    slug: "mutuelle-des-alpes",
    issuer: "ines@trait-dunion.example",
    name: "Carte trois mois",
    printedName: "Carte Alpes",
    question: { register: "rsa" },
    holder: { firstName: "Solange", lastName: "Vasseur", birthDate: "1978-04-12", communeCode: "38185", phone: "+33465712041" },
    issuedDaysAgo: 74,
  },
  {
    slug: "caisse-retraite-ouest",
    issuer: "yann@trait-dunion.example",
    name: "Carte trois mois",
    printedName: "Carte Ouest",
    question: { register: "quotient_familial", atMost: 800 },
    holder: { firstName: "Marcel", lastName: "Guillou", birthDate: "1949-09-03", communeCode: "44109", phone: "+33261914052" },
    issuedDaysAgo: 32,
  },
] as const satisfies readonly { readonly slug: CommissionerSlug; readonly [other: string]: unknown }[];

/**
 * Délivrer une carte par service, each model marked as a demonstration: no register is plugged in, so that a document seen opens it, as in any
 * service that has none.
 */
export const fillCards = async (ground: Ground, house: House, now: Date): Promise<void> => {
  for (const planned of plannedCards) {
    const { holder, question } = planned;
    const at = new Date(now.getTime() - planned.issuedDaysAgo * dayMs);
    await inCommissioner(groundAt(ground, at, now), house.actor(planned.slug, planned.issuer), async (work) => {
      const modelId = await addCardModel(work, {
        name: planned.name,
        printedName: planned.printedName,
        months: 3,
        question,
        issuers: ["counsellor", "referent", "supervisor"],
        isCard: true,
        isDemonstration: true,
      });
      const { phone, ...named } = holder;
      const personId = await addPerson(work, named);
      await addContactPoint(work, personId, { channel: "phone", value: phone });
      await recordConsent(work, { personId, purpose: "keep_file", answer: "yes", mode: "oral" });
      await noteDocument(work, {
        personId,
        kind: question.register,
        ...("atMost" in question ? { atMost: question.atMost } : {}),
        provenance: "person",
        from: "Attestation de la Caf",
        seenOn: dayOf(at),
      });
      const asked = await requestEntitlement(work, { personId, modelId });
      const issued = asked.kind === "requested" ? await issueEntitlement(work, { id: asked.id }) : asked;
      if (issued.kind !== "issued") throw new Error(`the card of ${planned.slug} could not be issued: ${issued.kind}`);
    });
  }
};
