import { z } from "zod";
import { looksLikeId } from "#ground";
import { HttpAnswer, idempotencyKey, notFound, once, staffOfCommissioner, workOn, type Web, type Work } from "#ground/server";
import { ConsentsContract, GivenConsentContract, RecordedConsentContract, type ConsentLine } from "./consent.contract.ts";
import { consentsOf, consentText, isConsentText, personOfConsent, recordConsent, withdrawConsent } from "./consent.store.ts";
import { consentPurposes, type Consent } from "./consent.ts";
import { answerOf, done, Done, IdParams, personIsHere } from "./person.http.ts";
import { personWords } from "./person.words.ts";

/** Accords : what a person said yes or no to, one purpose at a time, with the text to read aloud. */
export const openConsents = (web: Web): void => {
  web.app.get("/api/persons/:id/consents", { schema: { params: IdParams, response: { 200: ConsentsContract } } }, (request) =>
    workOn(web, request, "read-file", personIsHere(request.params.id), async (work) => ({
      consents: await linesOf(work, request.params.id),
    })),
  );

  web.app.post(
    "/api/persons/:id/consents",
    { schema: { params: IdParams, body: GivenConsentContract, response: { 200: RecordedConsentContract } } },
    (request) =>
      workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
        const given = request.body;
        if (!(await isConsentText(work, given.purpose, given.textVersion))) throw new HttpAnswer(422, personWords.fr.textUnknown);
        const content = { key: idempotencyKey(request), route: `POST /api/persons/${request.params.id}/consents`, content: given };
        return answerOf(
          await once(work, content, async () => {
            const { recipient, fields, ...rest } = given;
            const id = await recordConsent(work, {
              personId: request.params.id,
              ...rest,
              ...(recipient === undefined ? {} : { recipient }),
              ...(fields === undefined ? {} : { fields }),
            });
            await work.tell("person.changed", { personId: request.params.id });
            return { id };
          }),
        );
      }),
  );

  const ConsentParams = z.object({ id: z.string(), consentId: z.string() });
  web.app.post("/api/persons/:id/consents/:consentId/withdraw", { schema: { params: ConsentParams, response: { 200: Done } } }, (request) =>
    workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
      idempotencyKey(request);
      const { id, consentId } = request.params;
      if (!looksLikeId(consentId) || (await personOfConsent(work, consentId)) !== id) throw notFound();
      // Withdrawn already: said again, nothing changes.
      await withdrawConsent(work, consentId);
      return done;
    }),
  );
};

const linesOf = async (work: Work, personId: string): Promise<ConsentLine[]> => {
  const given = await consentsOf(work, personId);
  const staff = await staffOfCommissioner(work, work.commissionerId);
  const lines: ConsentLine[] = [];
  for (const purpose of consentPurposes) {
    const { version, text } = await consentText(work, purpose);
    // A consent given to one named recipient is no general consent: it is shown with what was shared.
    lines.push({
      purpose,
      script: text,
      textVersion: version,
      ...stateOf(
        given.find((each) => each.purpose === purpose && each.recipient === undefined),
        staff,
      ),
    });
  }
  return lines;
};

const stateOf = (
  consent: Consent | undefined,
  staff: readonly { readonly id: string; readonly name: string }[],
): Omit<ConsentLine, "purpose" | "script" | "textVersion"> => {
  if (!consent) return { state: "to-ask", fields: [] };
  const state = consent.answer === "no" ? "no" : consent.withdrawnAt ? "withdrawn" : "yes";
  return {
    state,
    consentId: consent.id,
    mode: consent.mode,
    at: (consent.withdrawnAt ?? consent.givenAt).toISOString(),
    askedBy: staff.find((each) => each.id === consent.askedBy)?.name,
    givenVersion: consent.textVersion,
    fields: [...consent.fields],
  };
};
