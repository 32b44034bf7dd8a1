import { z } from "zod";
import { dayOf, day } from "#engines/calendar";
import { looksLikeId } from "#ground";
import {
  HttpAnswer,
  idempotencyKey,
  keyReused,
  notFound,
  once,
  openDeed,
  openReading,
  staffOfCommissioner,
  workOn,
  NothingContract,
  type Web,
  type Work,
} from "#ground/server";
import { consentsOf, findPerson } from "#person/server";
import { holds as consentHolds, type PlaceNames } from "#person";
import type { Registers } from "./api-particulier.source.ts";
import { beginCheck, callRegister, type BegunCheck, type Step } from "./ask-register.action.ts";
import { countryName } from "./birth-country.ts";
import { isCountry, missingFor } from "./civil-identity.ts";
import { identityOf } from "./civil-identity.store.ts";
import { documentIsHere, documentsOf, noteDocument, usesOf, withdrawDocument } from "./document.store.ts";
import { proves } from "./document.ts";
import {
  AskRegisterContract,
  CheckContract,
  NewDocumentContract,
  RegistersContract,
  type CheckShown,
  type RegistersShown,
} from "./register.contract.ts";
import { checksOf, findCheck, holdsToday, type RegisterCheck } from "./register-check.store.ts";
import { registerRefusals as words } from "./register-refusals.words.ts";
import { questionOf } from "./register.ts";

const personIsHere = async (work: Work, id: string): Promise<boolean> => (await findPerson(work, id)) !== undefined;

/** Registres et justificatifs d'une personne. Without `registers`, none is plugged in: nothing leaves, and the screen says so. */
export const openRegisters = (web: Web, registers: Registers | undefined, places?: PlaceNames): void => {
  openReading(web, {
    path: "/api/persons/:id/registers",
    answer: RegistersContract,
    deed: "read-file",
    isHere: personIsHere,
    read: (work, id) => readRegisters(work, id, registers !== undefined, places),
  });
  openAsking(web, registers);
  openDeed(web, {
    path: "/api/persons/:id/documents",
    body: NewDocumentContract,
    answer: z.object({ id: z.string() }),
    deed: "listen",
    isHere: personIsHere,
    act: async (work, personId, body) => {
      if (body.seenOn > dayOf(work.now)) throw new HttpAnswer(422, words.seenOn, { fields: [{ field: "seenOn", sentence: words.seenOn }] });
      const { validUntil, ...seen } = body;
      const end = validUntil === null ? {} : { validUntil: day(validUntil) };
      return { id: await noteDocument(work, { ...seen, personId, seenOn: day(body.seenOn), ...end }) };
    },
  });
  openDeed(web, {
    path: "/api/documents/:id/withdraw",
    body: NothingContract,
    answer: NothingContract,
    deed: "listen",
    isHere: documentIsHere,
    act: async (work, id) => {
      if ((await withdrawDocument(work, id)) === undefined) throw notFound();
      return {};
    },
  });
};

/** Begun in one transaction, asked in none, kept in another: a register that is slow holds nothing of ours. */
const openAsking = (web: Web, registers: Registers | undefined): void => {
  const path = "/api/persons/:id/register-checks";
  web.app.post(
    path,
    { schema: { params: z.object({ id: z.string() }), body: AskRegisterContract, response: { 200: CheckContract } } },
    async (request) => {
      const { id } = request.params;
      const { register, atMost, identity, again } = request.body;
      if (!looksLikeId(id)) throw notFound();
      const key = idempotencyKey(request);
      const step: Step = (task) => workOn(web, request, "listen", (work) => personIsHere(work, id), task);
      const begun = await step(async (work) => {
        if (!registers) throw notPlugged();
        const content = { id, body: request.body };
        const done = await once(work, { key, route: path, content }, async () =>
          refuseUnbegun(await beginCheck(work, { personId: id, question: questionOf(register, atMost), identity, again })),
        );
        if (done.kind === "key-reused") throw keyReused();
        return done.answer;
      });
      if (registers && begun.kind === "begun" && (await callRegister(step, registers, begun.checkId)) === "under-way")
        throw new HttpAnswer(409, words.underWay);
      return step(async (work) => {
        const check = await findCheck(work, begun.checkId);
        if (!check) throw notFound();
        return showCheck(work, check, await staffNames(work));
      });
    },
  );
};

export const notPlugged = (): HttpAnswer => new HttpAnswer(409, words.notPlugged, { needs: "register" });

/** What keeps a question from being asked, said to whoever asks it; `needs` tells the screen what to show next. */
export const refuseUnbegun = (begun: BegunCheck): Extract<BegunCheck, { kind: "begun" | "known" }> => {
  if (begun.kind === "not-found") throw notFound();
  if (begun.kind === "no-name") throw new HttpAnswer(409, words.noName, { needs: "name" });
  if (begun.kind === "no-consent") throw new HttpAnswer(409, words.noConsent, { needs: "consent" });
  if (begun.kind === "identity-missing")
    throw new HttpAnswer(422, words.identityMissing, {
      needs: "identity",
      fields: begun.fields.map((field) => ({ field, sentence: words.fields[field] })),
    });
  return begun;
};

export const staffNames = async (work: Work): Promise<ReadonlyMap<string, string>> =>
  new Map((await staffOfCommissioner(work, work.commissionerId)).map((staff) => [staff.id as string, staff.name]));

const showCheck = (work: Work, check: RegisterCheck, names: ReadonlyMap<string, string>): CheckShown => ({
  id: check.id,
  register: check.question.register,
  atMost: check.question.register === "quotient_familial" ? check.question.atMost : null,
  askedAt: check.askedAt.toISOString(),
  askedBy: check.askedBy === undefined ? null : (names.get(check.askedBy) ?? null),
  answer: check.answer ?? null,
  because: check.because ?? null,
  validUntil: check.validUntil ?? null,
  holds: holdsToday(check, dayOf(work.now)),
  isForgotten: check.isForgotten,
});

const readRegisters = async (work: Work, personId: string, isPlugged: boolean, places: PlaceNames | undefined): Promise<RegistersShown> => {
  const person = await findPerson(work, personId);
  if (!person) throw notFound();
  const consent = (await consentsOf(work, personId)).find((each) => each.purpose === "register_check" && each.recipient === undefined);
  const names = await staffNames(work);
  const identity = await identityOf(work, personId);
  const birthPlace = identity.birthPlace ?? "";
  const uses = await usesOf(work, personId);
  const today = dayOf(work.now);
  work.audit({ action: "read file", objectKind: "person", objectId: personId, purpose: "register" });
  return {
    personId,
    isPlugged,
    isNamed: person.kind === "identified",
    consent: consent === undefined ? "to-ask" : consentHolds(consent) ? "yes" : "no",
    identity: {
      birthName: identity.birthName ?? person.lastName ?? "",
      firstNames: identity.firstNames?.join(" ") ?? person.firstName ?? "",
      birthDate: identity.birthDate ?? person.birthDate ?? "",
      sex: identity.sex ?? "",
      birthPlace,
      birthPlaceName: isCountry(birthPlace) ? (countryName(birthPlace) ?? "") : (places?.byCode(birthPlace)?.name ?? ""),
      jobSeekerNumber: identity.jobSeekerNumber ?? "",
      isWhole: missingFor("rsa", identity).length === 0,
    },
    checks: (await checksOf(work, personId)).map((check) => showCheck(work, check, names)),
    documents: (await documentsOf(work, personId)).map((document) => ({
      id: document.id,
      kind: document.kind,
      provenance: document.provenance,
      from: document.from ?? null,
      atMost: document.atMost ?? null,
      seenOn: document.seenOn,
      seenBy: document.seenBy === undefined ? null : (names.get(document.seenBy) ?? null),
      validUntil: document.validUntil ?? null,
      holds: proves(document, { kind: document.kind, on: today, atMost: document.atMost }),
      uses: uses.filter((use) => use.documentId === document.id).map((use) => ({ purpose: use.purpose, usedAt: use.usedAt.toISOString() })),
    })),
  };
};
