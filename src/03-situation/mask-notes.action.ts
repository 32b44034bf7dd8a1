import { findContact } from "#contact/server";
import { maskingVersion, type Analysis } from "#engines/words";
import { inCommissioner, type Job, type Work } from "#ground/server";
import { findPerson, householdOf } from "#person/server";
import { teachFrom } from "./example.store.ts";
import { keepNamed, namedInFile, printIn } from "./file-token.store.ts";
import { maskInFile, nameToken, type NamedPerson } from "./file-tokens.ts";
import { gravityOf } from "./gravity.ts";
import { humanWordOn } from "./human-word.store.ts";
import { holdLeaks, knownLeaks } from "./leak.store.ts";
import { forgetTextOf, keepMaskedText } from "./masked.store.ts";
import { namesOfFile } from "./names-of-file.store.ts";
import { notesOf, notesToMask, personOfNotes } from "./notes.store.ts";
import { findSegment } from "./segment.ts";
import { saidNoToTexts } from "./text-consent.store.ts";
import { words } from "./words.source.ts";

/** What reads a text: the engine of words. */
export interface TextReader {
  readonly analyse: (
    text: string,
    context: { readonly names: readonly string[] },
  ) => Pick<Analysis, "masked" | "language" | "urgency" | "motives" | "needs" | "fragilities">;
  readonly maskingVersion: string;
}

export const houseReader: TextReader = { analyse: (text, context) => words().analyse(text, context), maskingVersion };

/** "not-french": nothing is kept of a text in a language whose names we do not know how to hide. */
export type Masking = "masked" | "nothing-to-mask" | "she-said-no" | "not-french";

/**
 * Masquer les notes d'un échange : keeps what will outlive the raw words, and learns from the verdicts given on them. Done again, it
 * replaces the text; leaks that humans marked before stay hidden.
 */
export const maskNotes = async (work: Work, contactId: string, reader: TextReader = houseReader): Promise<Masking> => {
  const contact = await findContact(work, contactId);
  const personId = contact && (await personOfNotes(work, contactId));
  if (personId === undefined) return "nothing-to-mask";
  if (await saidNoToTexts(work, personId)) {
    await forgetTextOf(work, contactId);
    return "she-said-no";
  }
  await holdLeaks(work, "to-mask");
  const { text, revision, isPurged } = await notesOf(work, contactId);
  if (isPurged) return "nothing-to-mask";
  const read = reader.analyse(text, { names: await namesOfFile(work, personId) });
  // Of what is not kept a trace stays, empty: nobody reads it again for nothing.
  const found = [...read.masked.entities, ...(await leaksMarkedIn(work, text))];
  const inFile = maskInFile(text, found, await familyFirst(work, personId), printIn(work, personId));
  await keepNamed(work, personId, inFile.named);
  const gravity = gravityOf(text, read, await humanWordOn(work, contactId, personId));
  const isKept = text.trim() !== "" && read.language !== "other";
  await keepMaskedText(work, { contactId, text: isKept ? inFile.text : "", revision, maskingVersion: reader.maskingVersion, ...gravity });
  await teachFrom(work, contactId);
  if (isKept) return "masked";
  return text.trim() === "" ? "nothing-to-mask" : "not-french";
};

/** Who is named in the file, she and her household before all others: « Mme Diallo » is she, even in a text that names her husband first. */
const familyFirst = async (work: Work, personId: string): Promise<readonly NamedPerson[]> => {
  const person = await findPerson(work, personId);
  const family = person ? [person, ...(await householdOf(work, person))] : [];
  const names = family.map(({ firstName, lastName }) => [firstName, lastName].join(" ").trim()).filter((name) => name !== "");
  return names.reduce((named, name) => nameToken("NOM", name, named, printIn(work, personId)).named, await namedInFile(work, personId));
};

/** What humans marked as a leak in any text of the house: hidden here too, whatever the machine thinks. */
const leaksMarkedIn = async (work: Work, text: string) =>
  (await knownLeaks(work)).flatMap(({ segment, type }) => findSegment(text, segment).map((stretch) => ({ ...stretch, type })));

/** Asked for when an exchange closes: a reading that fails must hold nobody back, and is tried again. */
export const maskNotesJob: Job = {
  name: "mask-notes",
  run: async (ground, payload) => {
    const { contactId, commissionerId } = payload;
    if (typeof contactId !== "string") throw new Error("mask-notes: no exchange");
    await inCommissioner(ground, { kind: "system", commissionerId }, (work) => maskNotes(work, contactId));
  },
};

export const askForMasking = (work: Work, contactId: string): Promise<void> =>
  work.later("mask-notes", { contactId }, { key: `mask-notes ${contactId}` });

/** How many texts are asked for at a time: a new masking reads all that is still raw again, little by little. */
const atOnce = 200;

/** Exchanges that were never closed, notes changed since, a masking that was renewed: each has its job. */
export const askForMissingMasks = async (work: Work): Promise<void> => {
  for (const contactId of await notesToMask(work, maskingVersion, atOnce)) await askForMasking(work, contactId);
};
