import { z } from "zod";
import { findContact } from "#contact/server";
import { HttpAnswer, openDeed, openPrint, openReading, ownCommissioner, staffOfCommissioner, type Web, type Work } from "#ground/server";
import { displayName } from "#person";
import { DoneContract } from "./exchange.contract.ts";
import { draftOf, isKeptTwice, keepSummary, shareSummary, subjectOfSummary, type SummarySource } from "./keep-summary.action.ts";
import { KeepSummaryContract, ShareSummaryContract, SummaryContract, SummaryKeptContract, summaryPurposes } from "./summary.contract.ts";
import { holdsOnOnePage, printSummary, type SummaryPaper } from "./summary-paper.source.ts";
import { summaryOf } from "./summary.store.ts";
import { summaryWords } from "./summary.words.ts";

const words = summaryWords.fr;
const isHere = async (work: Work, id: string): Promise<boolean> => (await findContact(work, id)) !== undefined;
const newer = (): HttpAnswer => new HttpAnswer(409, words.newer);

/** Résumé pour la personne : drafted from what is noted, kept by version, printed, and shown online when she says so. */
export const openSummaries = (web: Web, sources: readonly SummarySource[]): void => {
  openReading(web, {
    path: "/api/exchanges/:id/summary",
    answer: SummaryContract,
    deed: "listen",
    isHere,
    read: async (work, contactId) => {
      const subject = await subjectOfSummary(work, contactId);
      if (!subject) throw new HttpAnswer(409, words.noPerson);
      const kept = await summaryOf(work, contactId);
      const draft = await draftOf(work, subject.situationId, sources);
      const staff = await staffOfCommissioner(work, work.commissionerId);
      work.audit({ action: "read file", objectKind: "person", objectId: subject.person.id });
      return {
        contactId,
        personName: displayName(subject.person),
        isProtected: subject.person.isProtected,
        version: kept?.version ?? 0,
        ...(kept
          ? { writtenAt: kept.writtenAt.toISOString(), writtenBy: staff.find((each) => each.id === kept.writtenBy)?.name ?? "…" }
          : {}),
        ...(kept?.sharedAt ? { sharedAt: kept.sharedAt.toISOString() } : {}),
        text: asShown(kept?.text ?? draft),
        draft: asShown(draft),
      };
    },
  });
  openDeed(web, {
    path: "/api/exchanges/:id/summary",
    body: KeepSummaryContract,
    answer: SummaryKeptContract,
    deed: "listen",
    isHere,
    act: async (work, contactId, given) => {
      if (!holdsOnOnePage(given.text)) throw new HttpAnswer(422, words.tooLong);
      const kept = await keepSummary(work, { contactId, ...given }).catch((error: unknown) => {
        throw isKeptTwice(error) ? newer() : error;
      });
      if (kept.kind === "newer") throw newer();
      if (kept.kind === "no-person") throw new HttpAnswer(409, words.noPerson);
      return { version: kept.version };
    },
  });
  openDeed(web, {
    path: "/api/exchanges/:id/summary/share",
    body: ShareSummaryContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, contactId, { answer }) => {
      const shared = await shareSummary(work, contactId, answer === "yes");
      if (shared.kind === "nothing-kept") throw new HttpAnswer(409, words.nothingKept);
      if (shared.kind === "protected") throw new HttpAnswer(409, words.isProtected);
      return { done: true } as const;
    },
  });
  openPaper(web);
};

const asShown = (text: Awaited<ReturnType<typeof draftOf>>) => ({
  lines: { asked: [...text.lines.asked], agreed: [...text.lines.agreed], steps: [...text.lines.steps], people: [...text.lines.people] },
  word: text.word,
});

/** The page to print: what is kept and nothing else; whoever opens it is written in the log of readings, with the reason. */
const openPaper = (web: Web): void => {
  openPrint(web, {
    path: "/api/exchanges/:id/summary.pdf",
    fileName: "resume.pdf",
    deed: "listen",
    isHere,
    asked: z.object({ motif: z.enum(summaryPurposes).default("handed") }),
    read: (work, id, { motif }) => paperOf(work, id, motif),
    print: printSummary,
  });
};

const paperOf = async (work: Work, contactId: string, purpose: (typeof summaryPurposes)[number]): Promise<SummaryPaper> => {
  const subject = await subjectOfSummary(work, contactId);
  const kept = subject && (await summaryOf(work, contactId));
  if (!kept) throw new HttpAnswer(409, words.nothingKept);
  if (work.actor.kind !== "staff") throw new Error("a summary is printed by a member of staff");
  const { staffId } = work.actor;
  const staff = await staffOfCommissioner(work, work.commissionerId);
  work.audit({ action: "print summary", objectKind: "person", objectId: subject.person.id, purpose: `summary: ${purpose}` });
  const name = [subject.person.firstName, subject.person.lastName].filter((part) => part !== undefined).join(" ");
  return {
    summary: kept.text,
    personName: name === "" ? undefined : name,
    heldOn: subject.contact.startedAt,
    service: (await ownCommissioner(work)).name,
    printedBy: staff.find((each) => each.id === staffId)?.name ?? "…",
    printedAt: work.now,
    purpose,
  };
};
