import { endContact, openContact } from "#contact/server";
import type { Ground, Work } from "#ground/server";
import { outcomeObjections, recordGain } from "#outcome/server";
import { readPhone } from "#person";
import { addContactPoint, addPerson, recordConsent } from "#person/server";
import { handOver, informPerson, referralObjections } from "#referral/server";
import {
  acknowledgeNeed,
  addDemand,
  addNeed,
  answerDemand,
  chooseNextAction,
  closeSituation,
  declineNeed,
  flagUrgency,
  noteEmotion,
  openNeedsOf,
  openSituation,
  saveNotes,
  setNeedStatus,
  signDiagnosis,
} from "#situation/server";
import type { Moment } from "./moment.ts";
import { dayAfter } from "./open-hours.ts";
import type { House } from "./open-house.action.ts";
import type { PlannedPerson } from "./people.ts";
import { courseMoments } from "./play-course.action.ts";
import { plannedStaff } from "./staff.ts";
import type { Story } from "./story.ts";

/** What the plan's people and stories have become in the house. */
export interface Played {
  /** By their place in the plan: someone who calls again is found again. */
  readonly personIds: Map<number, string>;
  readonly situationIds: Map<Story, string>;
  /** Services of the directory, by their key. */
  readonly serviceIds: ReadonlyMap<string, string>;
}

const auditorMail = plannedStaff.find(({ role }) => role === "quality-auditor")?.mail ?? "";

/** Jouer une histoire, through the doors that counsellors use: opened, listened to, handed over, followed, closed. */
export const momentsOf = (
  story: Story,
  who: PlannedPerson,
  given: { readonly house: House; readonly played: Played; readonly now: Date },
): readonly Moment[] => {
  const { house, played } = given;
  const listener = house.actor(who.commissioner, story.listener);
  const told: { contactId: string; situationId: string; needIds: Map<string, string>; demandId: string; referralId: string | undefined } = {
    contactId: "",
    situationId: "",
    needIds: new Map(),
    demandId: "",
    referralId: undefined,
  };

  const listen = async (work: Work): Promise<void> => {
    const personId = played.personIds.get(story.person) ?? (await meet(work, who));
    played.personIds.set(story.person, personId);
    told.contactId = await openContact(work, { channel: story.channel, direction: "in", personId });
    told.situationId = await openSituation(work, { personId, contactId: told.contactId });
    played.situationIds.set(story, told.situationId);
    const { contactId, situationId } = told;
    told.demandId = await addDemand(work, { situationId, ...story.demand });
    for (const { emotion, intensity } of story.emotions) await noteEmotion(work, { contactId, situationId, emotion, intensity });
    for (const { need, origin, severity, isDeclined } of story.needs) {
      const isFirst = told.needIds.size === 0;
      const id = await addNeed(work, { situationId, need, origin, severity, ...(isFirst ? { demandId: told.demandId } : {}) });
      told.needIds.set(need, id);
      if (origin !== "expressed") await (isDeclined ? declineNeed(work, id) : acknowledgeNeed(work, id));
    }
    if (story.urgency) await flagUrgency(work, { situationId, ...story.urgency });
    if (story.diagnosis) await signDiagnosis(work, { situationId, answers: story.diagnosis, afterVersion: 0 });
    if (story.notes !== undefined) await saveNotes(work, { contactId, text: story.notes, revision: 0 });
  };

  const endExchange = async (work: Work): Promise<void> => {
    const [first] = told.needIds.values();
    if (story.referral && first !== undefined) {
      const answer = await handOver(work, { needId: first, consent: "oral-yes", availability: story.referral.availability });
      if (answer.kind === "offered" || answer.kind === "searching") told.referralId = answer.referralId;
    }
    const serviceId = played.serviceIds.get(story.service ?? "");
    if (serviceId !== undefined && first !== undefined) await informPerson(work, { needId: first, serviceId });
    if (story.closing?.reason === "answered") await answerDemand(work, told.demandId, "yes");
    await chooseNextAction(work, { situationId: told.situationId, ...story.nextAction, ownerId: listener.staffId });
    await endContact(work, told.contactId);
  };

  const callBack =
    (nextAction: Story["nextAction"]) =>
    async (work: Work): Promise<void> => {
      const personId = played.personIds.get(story.person) ?? "";
      await endContact(work, await openContact(work, { channel: "call", direction: "out", personId }));
      await chooseNextAction(work, { situationId: told.situationId, ...nextAction, ownerId: listener.staffId });
    };

  const close = async (work: Work): Promise<void> => {
    if (!story.closing) return;
    const ends = new Map(story.needs.map(({ need, endsAs }) => [need, endsAs]));
    // What a referral left open was tried, and not answered.
    for (const need of await openNeedsOf(work, told.situationId))
      await setNeedStatus(
        work,
        need.id,
        need.id === [...told.needIds.values()][0] && story.referral ? "unmet" : (ends.get(need.need) ?? "unmet"),
      );
    const closing = await closeSituation(work, { situationId: told.situationId, reason: story.closing.reason }, [
      referralObjections,
      outcomeObjections,
    ]);
    for (const { kind, label, amountCents, period, basis } of story.gains)
      await recordGain(work, {
        personId: played.personIds.get(story.person) ?? "",
        situationId: told.situationId,
        referralId: told.referralId,
        kind,
        label,
        basis,
        amount: amountCents === undefined || period === undefined ? undefined : { cents: amountCents, period },
      });
    // Something still runs: it is looked at again in the days to come.
    if (closing.kind === "still-open")
      await chooseNextAction(work, {
        situationId: told.situationId,
        what: story.nextAction.what,
        at: dayAfter(given.now, 3),
        ownerId: listener.staffId,
      });
  };

  return [
    { at: story.openedAt, actor: listener, play: listen },
    { at: story.endedAt, actor: listener, play: endExchange },
    ...courseMoments(story, { listener, auditor: house.actor(who.commissioner, auditorMail), referralId: () => told.referralId }),
    ...story.followUps.map(({ at, nextAction }) => ({ at, actor: listener, play: callBack(nextAction) })),
    ...(story.closing ? [{ at: story.closing.at, actor: listener, play: close }] : []),
  ];
};

/** Someone who calls for the first time. */
const meet = async (work: Work, who: PlannedPerson): Promise<string> => {
  const personId = await addPerson(work, {
    communeCode: who.communeCode,
    population: who.population,
    isProtected: who.isProtected,
    accessNeeds: who.accessNeeds,
    ...(who.firstName === undefined ? {} : { firstName: who.firstName }),
    ...(who.lastName === undefined ? {} : { lastName: who.lastName }),
    ...(who.birthDate === undefined ? {} : { birthDate: who.birthDate }),
  });
  const phone = who.phone === undefined ? undefined : readPhone(who.phone);
  const holder = who.isPhoneShared ? "shared" : "self";
  if (phone) await addContactPoint(work, personId, { channel: "phone", value: phone.value, holder, isSafeForMessage: who.mayText });
  if (who.mail !== undefined) await addContactPoint(work, personId, { channel: "mail", value: who.mail });
  if (who.mayText && phone) await recordConsent(work, { personId, purpose: "sms", answer: "yes", mode: "oral" });
  // Who agrees to be written to agrees to this too, in this invented world: the sheet of masked texts is then not empty.
  if (who.mayText) await recordConsent(work, { personId, purpose: "verbatim_observatory", answer: "yes", mode: "oral" });
  return personId;
};

/** A ground at another instant: what is done there is done then. Messages of the last days are kept, to be read. */
export const groundAt = (ground: Ground, at: Date, now: Date): Ground => ({
  ...ground,
  clock: () => at,
  quiet: now.getTime() - at.getTime() > messageDays * 86_400_000 ? "without-messages" : "messages-kept",
});

const messageDays = 4;
