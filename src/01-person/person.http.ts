import { z } from "zod";
import { looksLikeId } from "#ground";
import {
  HttpAnswer,
  idempotencyKey,
  keyReused,
  notFound,
  once,
  workFor,
  workOn,
  type OnceAnswer,
  type Web,
  type Work,
} from "#ground/server";
import { editContactPoint, endContactPoint } from "./contact-point.store.ts";
import { createPerson } from "./create-person.action.ts";
import { editPerson } from "./edit-person.action.ts";
import { giveReturnCode } from "./give-return-code.action.ts";
import { householdOf, joinHousehold, leaveHousehold, proposeHousehold } from "./household.store.ts";
import {
  ContactPointEditContract,
  CreatedPersonContract,
  NewContactPointContract,
  NewPersonContract,
  PersonContract,
  PersonEditContract,
  PersonSearchContract,
  ReadingsContract,
  readPurposes,
  ReturnCodeContract,
  type PersonFile,
  type PersonSummary,
} from "./person.contract.ts";
import { ageOn, displayName, phoneOf, type Person } from "./person.ts";
import { addContactPoint, findPerson, searchPersons } from "./person.store.ts";
import { personWords } from "./person.words.ts";
import { phoneMasked, readPhone } from "./phone.ts";
import type { PlaceNames } from "./place-names.ts";
import { readingsOf } from "./reading.store.ts";

const words = personWords.fr;
export const Done = z.object({ done: z.literal(true) });
export const done = { done: true } as const;
export const IdParams = z.object({ id: z.string() });

/** Whether this person is among those of the work's commissioner. */
export const personIsHere =
  (id: string) =>
  async (work: Work): Promise<boolean> =>
    looksLikeId(id) && (await findPerson(work, id)) !== undefined;

/** The answer of a write, first or repeated. */
export const answerOf = <Answer>(given: OnceAnswer<Answer>): Answer => {
  if (given.kind === "key-reused") throw keyReused();
  return given.answer;
};

/** Personnes : search, file, corrections, household, and who has read. */
export const openPersons = (web: Web, places: PlaceNames = { byCode: () => undefined }): void => {
  openSearch(web, places);
  openFile(web, places);
  openContactPoints(web);
  openHousehold(web);
};

const openSearch = (web: Web, places: PlaceNames): void => {
  web.app.get(
    "/api/persons",
    {
      schema: {
        querystring: z.object({ q: z.string().max(200).default(""), commissionerId: z.string() }),
        response: { 200: PersonSearchContract },
      },
    },
    (request) =>
      workFor(web, request, request.query.commissionerId, "read-file", async (work) => {
        const asked = request.query.q.trim();
        const found = asked === "" ? [] : await searchPersons(work, asked);
        return { persons: found.map((person) => summaryOf(person, asked, work.now, places)) };
      }),
  );

  web.app.post("/api/persons", { schema: { body: NewPersonContract, response: { 200: CreatedPersonContract } } }, (request) =>
    workFor(web, request, request.body.commissionerId, "listen", async (work) => {
      if (request.body.birthDate !== undefined && request.body.birthDate > dayIn(work)) throw wrongField("birthDate", words.wrongBirthDate);
      const key = idempotencyKey(request);
      return answerOf(await once(work, { key, route: "POST /api/persons", content: request.body }, () => createPerson(work, request.body)));
    }),
  );
};

const dayIn = (work: Work): string => work.now.toISOString().slice(0, 10);
const wrongField = (field: string, sentence: string): HttpAnswer => new HttpAnswer(422, sentence, { fields: [{ field, sentence }] });

const summaryOf = (person: Person, asked: string, now: Date, places: PlaceNames): PersonSummary => {
  const phone = readPhone(asked)?.value;
  const shown = person.contactPoints.find((point) => point.channel === "phone" && point.value === phone) ?? phoneOf(person);
  return {
    id: person.id,
    number: person.number,
    name: displayName(person),
    kind: person.kind,
    phoneMasked: shown && phoneMasked(shown.value),
    ...placeAndAge(person, now, places),
    isProtected: person.isProtected,
    hasAskedPhone: phone !== undefined && shown?.value === phone,
    lastContactAt: person.lastContactAt.toISOString(),
  };
};

const placeAndAge = (person: Person, now: Date, places: PlaceNames) => ({
  communeCode: person.communeCode,
  communeName: person.communeCode === undefined ? undefined : places.byCode(person.communeCode)?.name,
  age: person.birthDate === undefined ? undefined : ageOn(person.birthDate, now.toISOString().slice(0, 10)),
});

const openFile = (web: Web, places: PlaceNames): void => {
  web.app.get(
    "/api/persons/:id",
    {
      schema: {
        params: IdParams,
        querystring: z.object({ purpose: z.enum(readPurposes).default("listening") }),
        response: { 200: PersonContract },
      },
    },
    (request) =>
      workOn(web, request, "read-file", personIsHere(request.params.id), async (work) => {
        const person = await findPerson(work, request.params.id);
        if (!person) throw notFound();
        work.audit({ action: "read file", objectKind: "person", objectId: person.id, purpose: request.query.purpose });
        return fileOf(work, person, places);
      }),
  );

  web.app.post("/api/persons/:id", { schema: { params: IdParams, body: PersonEditContract, response: { 200: Done } } }, (request) =>
    workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
      if ((request.body.birthDate ?? "") > dayIn(work)) throw wrongField("birthDate", words.wrongBirthDate);
      const key = idempotencyKey(request);
      return answerOf(
        await once(work, { key, route: `POST /api/persons/${request.params.id}`, content: request.body }, async () => {
          const edited = await editPerson(work, request.params.id, request.body);
          if (edited.kind === "not-found") throw notFound();
          if (edited.kind === "name-needed") throw wrongField("firstName", words.nameNeeded);
          return done;
        }),
      );
    }),
  );

  web.app.post("/api/persons/:id/return-code", { schema: { params: IdParams, response: { 200: ReturnCodeContract } } }, (request, reply) =>
    workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
      // Said again, another one is drawn: an answer kept to be repeated would keep the code itself.
      idempotencyKey(request);
      const given = await giveReturnCode(work, request.params.id);
      if (given.kind === "not-found") throw notFound();
      if (given.kind === "identified") throw new HttpAnswer(409, words.alreadyNamed);
      void reply.header("cache-control", "no-store");
      return { code: given.code };
    }),
  );

  web.app.get("/api/persons/:id/readers", { schema: { params: IdParams, response: { 200: ReadingsContract } } }, (request) =>
    workOn(web, request, "read-file", personIsHere(request.params.id), async (work) => ({
      readings: (await readingsOf(work, request.params.id)).map((reading) => ({ ...reading, at: reading.at.toISOString() })),
    })),
  );
};

const fileOf = async (work: Work, person: Person, places: PlaceNames): Promise<PersonFile> => {
  const named = (other: Person) => ({ id: other.id, name: displayName(other), number: other.number });
  return {
    id: person.id,
    commissionerId: work.commissionerId,
    number: person.number,
    kind: person.kind,
    name: displayName(person),
    firstName: person.firstName,
    lastName: person.lastName,
    birthDate: person.birthDate,
    ...placeAndAge(person, work.now, places),
    ageBand: person.ageBand,
    returnCodeAt: person.returnCodeAt?.toISOString(),
    population: person.population,
    populationFrom: person.populationFrom,
    language: person.language,
    accessNeeds: [...person.accessNeeds],
    isProtected: person.isProtected,
    lastContactAt: person.lastContactAt.toISOString(),
    contactPoints: [...person.contactPoints],
    household: (await householdOf(work, person)).map(named),
    householdProposals: (await proposeHousehold(work, person.id)).map(named),
  };
};

const openContactPoints = (web: Web): void => {
  const PointParams = z.object({ id: z.string(), pointId: z.string() });
  const pointOf = async (work: Work, id: string, pointId: string) => {
    const point = (await findPerson(work, id))?.contactPoints.find((each) => each.id === pointId);
    if (!point) throw notFound();
    return point;
  };

  web.app.post(
    "/api/persons/:id/contact-points",
    { schema: { params: IdParams, body: NewContactPointContract, response: { 200: CreatedPersonContract } } },
    (request) =>
      workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
        const content = {
          key: idempotencyKey(request),
          route: `POST /api/persons/${request.params.id}/contact-points`,
          content: request.body,
        };
        return answerOf(
          await once(work, content, async () => {
            const id = await addContactPoint(work, request.params.id, request.body);
            work.audit({ action: "add contact point", objectKind: "person", objectId: request.params.id });
            await work.tell("person.changed", { personId: request.params.id });
            return { id };
          }),
        );
      }),
  );

  web.app.post(
    "/api/persons/:id/contact-points/:pointId",
    { schema: { params: PointParams, body: ContactPointEditContract, response: { 200: Done } } },
    (request) =>
      workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
        idempotencyKey(request);
        await editContactPoint(work, request.params.id, await pointOf(work, request.params.id, request.params.pointId), request.body);
        return done;
      }),
  );

  web.app.post("/api/persons/:id/contact-points/:pointId/end", { schema: { params: PointParams, response: { 200: Done } } }, (request) =>
    workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
      idempotencyKey(request);
      // Ended already: said again, nothing changes.
      if (looksLikeId(request.params.pointId)) await endContactPoint(work, request.params.id, request.params.pointId);
      return done;
    }),
  );
};

const openHousehold = (web: Web): void => {
  web.app.post(
    "/api/persons/:id/household",
    { schema: { params: IdParams, body: z.object({ withPersonId: z.string() }), response: { 200: Done } } },
    (request) =>
      workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
        idempotencyKey(request);
        const { withPersonId } = request.body;
        if (withPersonId === request.params.id || !(await personIsHere(withPersonId)(work))) throw notFound();
        await joinHousehold(work, request.params.id, withPersonId);
        return done;
      }),
  );

  web.app.post("/api/persons/:id/household/leave", { schema: { params: IdParams, response: { 200: Done } } }, (request) =>
    workOn(web, request, "listen", personIsHere(request.params.id), async (work) => {
      idempotencyKey(request);
      await leaveHousehold(work, request.params.id);
      return done;
    }),
  );
};
