import { Readable } from "node:stream";
import { linkDays } from "#contact";
import { addWord, openContact, promiseCallback } from "#contact/server";
import { findQuiz } from "#content";
import { keepQuiz } from "#content/server";
import { recordGap } from "#directory/server";
import { dayOf } from "#engines/calendar";
import { maskingVersion } from "#engines/words";
import type { Id } from "#ground";
import { addTask, inCommissioner, makeLink, type Work } from "#ground/server";
import { outcomeUrl, recordGain, recordOutcome } from "#outcome/server";
import { addContactPoint, addPerson, beginList, importEntitlements, recordConsent } from "#person/server";
import { acceptOffer, addProvider, handOver } from "#referral/server";
import {
  addCardModel,
  issueEntitlement,
  keepLetter,
  noteDocument,
  noteGesture,
  requestEntitlement,
  startApplication,
} from "#rights/server";
import {
  addDemand,
  addNeed,
  flagUrgency,
  noteEmotion,
  openExchange,
  saveNotes,
  signDiagnosis,
  maskNotes,
  wordsMasker,
  type TextReader,
} from "#situation/server";
import { beginRenewal } from "../../src/04-rights/entitlement/renew-entitlement.action.ts";
import { beginCheck, endCheck } from "../../src/04-rights/register/ask-register.action.ts";
import { drawReview } from "../../src/03-situation/review.store.ts";
import { lastTokenFor, provider } from "./handover.ts";
import type { TestCommissioner, TestHouse } from "./index.ts";

/** What someone without an account holds in this life: the end of the links that were sent. */
export interface TokensOfALife {
  readonly followUp: string;
  readonly provider: string;
  readonly outcome: string;
}

/** Words that stand nowhere but in this life: an answer that holds one of them has read it. */
export const marksOfALife = [
  "Quentinel",
  "05 36 49 01 77",
  "+33536490177",
  "Un mot de la Creuse",
  "Aide Creusoise",
  "Ménage de la Creuse",
  "Carte de la Creuse",
];

/** A life at one commissioner: something of every kind that has an identifier, from the first call to a gain. */
export const liveALife = async (house: TestHouse, of: TestCommissioner): Promise<TokensOfALife> => {
  await entitle(house, of);
  return inCommissioner(house.ground, of.counsellor, async (work) => {
    const heard = await listen(work);
    await claim(work, heard);
    await recordGap(work, { need: "garde", communeCode: "23096", radiusMeters: 15_000, from: "search" });
    const mail = "aide-creusoise@prestataires.example";
    await addProvider(work, provider("Aide Creusoise", { mail, zone: ["23"] }));
    const offered = await handOver(work, { needId: heard.needId, consent: "oral-yes" });
    if (offered.kind !== "offered") throw new Error(`the life goes no further: ${offered.kind}`);
    const token = await lastTokenFor(work, mail);
    await acceptOffer(work, offered.offer.id);
    await recordOutcome(work, { referralId: offered.referralId, source: "person", delivered: "partly", satisfaction: 3 });
    await recordGain(work, { ...heard, referralId: offered.referralId, kind: "time", label: "Ménage de la Creuse", basis: "declared" });
    await holdCard(work, heard.personId);
    await addTask(work, { kind: "essai", subjectKind: "person", subjectId: heard.personId, personId: heard.personId, dueAt: work.now });
    return {
      provider: token,
      outcome: (await outcomeUrl(work, offered.referralId)).split("/").at(-1) ?? "",
      followUp: await makeLink(work, {
        kind: "follow-up",
        subjectId: heard.personId,
        expiresAt: new Date(work.now.getTime() + linkDays * 86_400_000),
      }),
    };
  });
};

/** A right is asked for, with its letter. */
const claim = async (work: Work, { situationId }: Heard): Promise<void> => {
  const started = await startApplication(work, { situationId, asked: { kind: "other", label: "Ménage de la Creuse" } });
  if (started.kind !== "started") throw new Error(`no application was started: ${started.kind}`);
  const on = dayOf(work.now);
  await noteGesture(work, started.applicationId, { kind: "ask", on, how: "letter", toWhom: "Aide Creusoise", note: "Un mot de la Creuse" });
  await keepLetter(work, {
    applicationId: started.applicationId,
    kind: "request",
    letter: {
      sender: "Paul Quentinel",
      addressee: "Aide Creusoise",
      place: "",
      on,
      subject: "Demande",
      text: "Un mot de la Creuse, et sa suite.",
    },
    afterVersion: 0,
  });
};

/** A card issued on a document seen, a register that answered, and a renewal that waits. */
const holdCard = async (work: Work, personId: Id<"Person">): Promise<void> => {
  const issuers = ["counsellor"] as const;
  const modelId = await addCardModel(work, {
    name: "Carte de la Creuse",
    printedName: "Carte Creuse",
    months: 1,
    question: { register: "rsa" },
    issuers,
    isCard: true,
  });
  await recordConsent(work, { personId, purpose: "register_check", answer: "yes", mode: "oral" });
  const identity = { birthName: "Quentinel", firstNames: ["Paul"], birthDate: "1946-02-10", sex: "M", birthPlace: "23096" } as const;
  const begun = await beginCheck(work, { personId, question: { register: "rsa" }, identity });
  if (begun.kind !== "begun") throw new Error(`no register is asked: ${begun.kind}`);
  await endCheck(work, begun.checkId, { kind: "yes" });
  await noteDocument(work, { personId, kind: "home", provenance: "person", from: "Un mot de la Creuse", seenOn: dayOf(work.now) });
  const asked = await requestEntitlement(work, { personId, modelId });
  if (asked.kind !== "requested") throw new Error(`no card is asked for: ${asked.kind}`);
  await issueEntitlement(work, { id: asked.id });
  await beginRenewal(work, { id: asked.id, situation: "changed" });
};

/** A list of entitled persons, in service. */
const entitle = async ({ ground }: TestHouse, { supervisor }: TestCommissioner): Promise<void> => {
  const listId = await inCommissioner(ground, supervisor, (work) => beginList(work, "ayants-droit.csv"));
  const file = Readable.from([Buffer.from("identifiant;population;debut;fin\nC1;retraite;2026-01-01;\n")]);
  const list = await importEntitlements(ground, supervisor, listId, file);
  if (list.kind !== "current") throw new Error(`the list is not in service: ${list.reason}`);
};

/** Masks, and reads nothing else: whatever model the house has. */
const maskOnly: TextReader = {
  analyse: (text, context) => ({
    masked: wordsMasker()(text, context),
    language: "french",
    urgency: 0,
    motives: [],
    needs: [],
    fragilities: [],
  }),
  maskingVersion,
};

interface Heard {
  readonly personId: Id<"Person">;
  readonly situationId: Id<"Situation">;
  readonly needId: Id<"Need">;
}

/** Somebody calls, and all that listening writes down. */
const listen = async (work: Work): Promise<Heard> => {
  const personId = await addPerson(work, { firstName: "Paul", lastName: "Quentinel", communeCode: "23096" });
  await addContactPoint(work, personId, { channel: "phone", value: "+33536490177" });
  await recordConsent(work, { personId, purpose: "share_referral", answer: "yes", mode: "oral" });
  const contactId = await openContact(work, { channel: "call", direction: "in", personId });
  const situationId = (await openExchange(work, contactId))?.situationId;
  if (situationId === undefined) throw new Error("the exchange did not open a situation");
  await saveNotes(work, { contactId, text: "Un mot de la Creuse", revision: 0 });
  await recordConsent(work, { personId, purpose: "verbatim_observatory", answer: "yes", mode: "oral" });
  await maskNotes(work, contactId, maskOnly);
  await drawReview(work);
  const demandId = await addDemand(work, { situationId, theme: "autonomie", words: "Ménage de la Creuse" });
  const need = { situationId, need: "aide_domicile", origin: "expressed", demandId, acknowledged: true } as const;
  const needId = await addNeed(work, need);
  await noteEmotion(work, { contactId, situationId, emotion: "honte", intensity: 2 });
  await flagUrgency(work, { situationId, level: 1, motives: ["coupure"] });
  await signDiagnosis(work, { situationId, answers: { logement: "hard" }, afterVersion: 0 });
  const promised = await promiseCallback(work, { personId, from: new Date("2026-11-23T09:00:00Z"), mayLeaveMessage: false });
  if (promised.kind !== "promised") throw new Error("no callback was promised");
  await addWord(work, personId, "Un mot de la Creuse");
  const quiz = findQuiz("budget");
  if (!quiz) throw new Error("the quiz on money is gone");
  const answers = { compte: "decouvert", mot: "Un mot de la Creuse" };
  await keepQuiz(work, { personId, callbackId: promised.callbackId, quiz, answers }, () => []);
  return { personId, situationId, needId };
};
