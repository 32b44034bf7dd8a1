import { HttpAnswer, notFound, NothingContract, openDeed, openReading, type Web, type Work } from "#ground/server";
import { findPerson } from "#person/server";
import { findSituation } from "#situation/server";
import { readApplications, readApplicationsOfPerson, type AroundApplications } from "./application-shown.store.ts";
import {
  ApplicationPlaceContract,
  ApplicationsContract,
  DoneContract,
  GestureContract,
  PersonApplicationsContract,
  StartBodyContract,
  StartedContract,
} from "./application.contract.ts";
import { applicationIsHere, findApplication } from "./application.store.ts";
import { applicationWords } from "./application.words.ts";
import { openLetters } from "./letter.http.ts";
import { noteGesture, type GestureNoted } from "./note-gesture.action.ts";
import { startApplication } from "./start-application.action.ts";
import { undoGesture } from "./undo-gesture.action.ts";

const words = applicationWords.fr.refusals;
const situationIsHere = async (work: Work, id: string): Promise<boolean> => (await findSituation(work, id)) !== undefined;

/** Démarches, at the desk: read with a situation or a person, begun, followed, taken back. */
export const openApplications = (web: Web, around: AroundApplications): void => {
  openReading(web, {
    path: "/api/situations/:id/applications",
    answer: ApplicationsContract,
    deed: "read-file",
    isHere: situationIsHere,
    read: async (work, id) => {
      const shown = await readApplications(work, id, around);
      if (!shown) throw notFound();
      return shown;
    },
  });
  openReading(web, {
    path: "/api/persons/:id/applications",
    answer: PersonApplicationsContract,
    deed: "read-file",
    isHere: async (work, id) => (await findPerson(work, id)) !== undefined,
    read: (work, id) => readApplicationsOfPerson(work, id, around),
  });
  openReading(web, {
    path: "/api/applications/:id",
    answer: ApplicationPlaceContract,
    deed: "read-file",
    isHere: applicationIsHere,
    read: async (work, id) => {
      const application = await findApplication(work, id);
      if (!application) throw notFound();
      return { id: application.id, situationId: application.situationId };
    },
  });
  openDeed(web, {
    path: "/api/situations/:id/applications",
    body: StartBodyContract,
    answer: StartedContract,
    deed: "listen",
    isHere: situationIsHere,
    act: async (work, situationId, { asked }) => {
      const started = await startApplication(work, { situationId, asked });
      if (started.kind === "not-found") throw notFound();
      if (started.kind === "closed") throw new HttpAnswer(409, words.closed);
      return { id: started.applicationId, isNew: started.kind === "started" };
    },
  });
  openGestures(web);
  openLetters(web, around.places);
};

const openGestures = (web: Web): void => {
  openDeed(web, {
    path: "/api/applications/:id/gestures",
    body: GestureContract,
    answer: DoneContract,
    deed: "listen",
    isHere: applicationIsHere,
    act: async (work, id, gesture) => {
      refuse(await noteGesture(work, id, gesture));
      return { done: true as const };
    },
  });
  openDeed(web, {
    path: "/api/applications/:id/undo",
    body: NothingContract,
    answer: DoneContract,
    deed: "listen",
    isHere: applicationIsHere,
    act: async (work, id) => {
      const undone = await undoGesture(work, id);
      if (undone.kind === "not-found") throw notFound();
      if (undone.kind === "too-late") throw new HttpAnswer(409, words.tooLate);
      return { done: true as const };
    },
  });
};

const refuse = (noted: GestureNoted): void => {
  const wrong = (field: string, sentence: string): HttpAnswer => new HttpAnswer(422, sentence, { fields: [{ field, sentence }] });
  switch (noted.kind) {
    case "noted":
      return;
    case "not-found":
      throw notFound();
    case "not-from-here":
      throw new HttpAnswer(409, words.notFromHere(applicationWords.fr.states[noted.state].toLowerCase()));
    case "future":
      throw wrong("on", words.future);
    case "before":
      throw wrong("on", words.before(noted.previous));
    case "amount-missing":
      throw wrong("amount", words.amount);
  }
};
