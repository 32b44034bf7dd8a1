import { z } from "zod";
import { dayOf } from "#engines/calendar";
import {
  HttpAnswer,
  notFound,
  openDeed,
  openPrint,
  openReading,
  ownCommissioner,
  staffOfCommissioner,
  type Web,
  type Work,
} from "#ground/server";
import { displayName, type Person, type PlaceNames } from "#person";
import { findPerson } from "#person/server";
import { findSituation } from "#situation/server";
import { applicationIsHere, findApplication, type KeptApplication } from "./application.store.ts";
import { applicationWords } from "./application.words.ts";
import { keepLetter } from "./keep-letter.action.ts";
import { draftLetter, isUnfinished, lettersFor, type LetterSender } from "./letter-draft.ts";
import { printLetter, type LetterPaper } from "./letter-paper.source.ts";
import { KeepLetterContract, LetterKeptContract, LettersContract, type LettersShown } from "./letter.contract.ts";
import { lettersOf } from "./letter.store.ts";
import { letterKinds, type LetterKind } from "./letter.ts";

const words = applicationWords.fr.refusals;

/** Courriers d'une démarche : drafted from the file, changed, kept by version, printed. */
export const openLetters = (web: Web, places: PlaceNames): void => {
  openReading(web, {
    path: "/api/applications/:id/letters",
    answer: LettersContract,
    deed: "read-file",
    isHere: applicationIsHere,
    read: (work, id) => readLetters(work, id, places),
  });
  openDeed(web, {
    path: "/api/applications/:id/letters",
    body: KeepLetterContract,
    answer: LetterKeptContract,
    deed: "listen",
    isHere: applicationIsHere,
    act: async (work, applicationId, given) => {
      const kept = await keepLetter(work, { applicationId, ...given });
      if (kept.kind === "not-found") throw notFound();
      if (kept.kind === "newer") throw new HttpAnswer(409, words.newerLetter);
      return { version: kept.version };
    },
  });
  openPaper(web);
};

const readLetters = async (work: Work, id: string, places: PlaceNames): Promise<LettersShown> => {
  const application = await findApplication(work, id);
  const person = application && (await personOf(work, application));
  if (!application || !person) throw notFound();
  const kept = await lettersOf(work, id);
  const names = new Map((await staffOfCommissioner(work, work.commissionerId)).map((staff) => [staff.id as string, staff.name]));
  const kinds = letterKinds.filter((kind) => lettersFor(application.state).includes(kind) || kept.some((each) => each.kind === kind));
  const sender = senderOf(person, places);
  work.audit({ action: "read file", objectKind: "person", objectId: person.id, purpose: "letters" });
  return {
    applicationId: id,
    situationId: application.situationId,
    personName: displayName(person),
    right: application.asked.kind === "computed" ? application.asked.right : null,
    label: application.asked.kind === "computed" ? null : application.asked.label,
    letters: kinds.map((kind) => {
      const last = kept.find((each) => each.kind === kind);
      const draft = draftLetter(kind, application, sender, dayOf(work.now));
      return {
        kind,
        version: last?.version ?? 0,
        writtenAt: last?.writtenAt.toISOString() ?? null,
        writtenBy: last ? (names.get(last.writtenBy) ?? "…") : null,
        letter: last?.letter ?? draft,
        draft,
      };
    }),
  };
};

const personOf = async (work: Work, application: KeptApplication): Promise<Person | undefined> => {
  const situation = await findSituation(work, application.situationId);
  return situation && findPerson(work, situation.personId);
};

/** Only what she said. Of somebody protected, no address: she says herself which one may be written. */
const senderOf = (person: Person, places: PlaceNames): LetterSender => {
  const name = [person.firstName, person.lastName].filter((part) => part !== undefined && part !== "").join(" ");
  const address = person.contactPoints.find((point) => point.channel === "address")?.value;
  return {
    name: name === "" ? undefined : name,
    address: person.isProtected ? undefined : address,
    commune: person.isProtected || person.communeCode === undefined ? undefined : places.byCode(person.communeCode)?.name,
  };
};

/** What is kept and nothing else, once no passage is left to write. Printing is written in the log of readings. */
const openPaper = (web: Web): void => {
  openPrint(web, {
    path: "/api/applications/:id/letter.pdf",
    fileName: "courrier.pdf",
    deed: "listen",
    isHere: applicationIsHere,
    asked: z.object({ courrier: z.enum(letterKinds) }),
    read: (work, id, { courrier }) => paperOf(work, id, courrier),
    print: printLetter,
  });
};

const paperOf = async (work: Work, id: string, kind: LetterKind): Promise<LetterPaper> => {
  const kept = (await lettersOf(work, id)).find((each) => each.kind === kind);
  if (!kept) throw new HttpAnswer(409, words.letterNotKept);
  if (isUnfinished(kept.letter)) throw new HttpAnswer(409, words.letterUnfinished);
  work.audit({ action: "print letter", objectKind: "application", objectId: id, purpose: kind });
  return { letter: kept.letter, service: (await ownCommissioner(work)).name, printedAt: work.now };
};
