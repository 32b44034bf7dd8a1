import { addTask, makeLink, type Work } from "#ground/server";
import { consentsOf } from "#person/server";
import { closeReferral, findReferral, offersOf, textPerson, tellProvider } from "#referral/server";
import type { Referral } from "#referral";
import { findSituation } from "#situation/server";
import { outcomeWords } from "./outcome.words.ts";
import { noteAsked, referralsToAsk } from "./question.store.ts";
import { stepsDue, type AskedOf } from "./question.ts";

/** Boucler : asks, each in turn, what came of what was handed over; then closes as unknown what nobody answered, which is a loss. */
export const askOutcomes = async (work: Work): Promise<void> => {
  for (const { id, ...known } of await referralsToAsk(work))
    for (const step of stepsDue(known, work.now)) {
      if (step.kind === "close-unknown") await closeReferral(work, id, "unknown");
      else await ask(work, id, step.of, known.since);
    }
};

const ask = async (work: Work, referralId: string, of: AskedOf, since: Date): Promise<void> => {
  const referral = await findReferral(work, referralId);
  if (!referral || !(await noteAsked(work, referralId, of, since))) return;
  if (of === "provider") await askProvider(work, referral);
  else if (of === "person") await askPerson(work, referral);
  else await addAskTask(work, referral, "outcome.ask-counsellor", 7);
};

const askProvider = async (work: Work, referral: Referral): Promise<void> => {
  const last = (await offersOf(work, referral.id)).at(-1);
  if (last) await tellProvider(work, "question", last, referral);
};

const linkDays = 60;

/** By SMS when she agreed to it; otherwise a human asks on the telephone. Who said no to being asked is not. */
const askPerson = async (work: Work, referral: Referral): Promise<void> => {
  const survey = (await consentsOf(work, referral.personId)).find((consent) => consent.purpose === "survey");
  if (survey?.answer === "no" || survey?.withdrawnAt !== undefined) return;
  const url = await outcomeUrl(work, referral.id);
  const wasTexted = await textPerson(work, referral.personId, "outcome question", (commissioner) =>
    outcomeWords.fr.smsQuestion({ commissioner, since: referral.createdAt, url }),
  );
  // Of a contact given in two minutes we do not make a call: there would be as many calls as contacts.
  if (!wasTexted && referral.mode === "handover") await addAskTask(work, referral, "outcome.ask-person", 3);
};

/** The address of the person's page for one referral, for an SMS or for her follow-up. Short, and without the name of the service. */
export const outcomeUrl = async (work: Work, referralId: string): Promise<string> => {
  const expiresAt = new Date(work.now.getTime() + linkDays * 86_400_000);
  return `${work.ground.baseUrl()}/reponse/${await makeLink(work, { kind: "person-outcome", subjectId: referralId, expiresAt })}`;
};

const addAskTask = async (work: Work, referral: Referral, kind: string, days: number): Promise<void> => {
  const situation = await findSituation(work, referral.situationId);
  await addTask(work, {
    kind,
    subjectKind: "referral",
    subjectId: referral.id,
    personId: referral.personId,
    dueAt: new Date(work.now.getTime() + days * 86_400_000),
    ...(situation ? { ownerId: situation.referentId } : {}),
  });
};
