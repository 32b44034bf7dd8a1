import path from "node:path";
import { groundDuties, makeTransports, type Duties, type Ground, type Settings } from "#ground/server";
import { outcomeDuties } from "#outcome/server";
import { observatoryDuties } from "#observatory/server";
import { contactDuties } from "#contact/server";
import { contentDuties } from "#content/server";
import { directoryDuties } from "#directory/server";
import { personDuties } from "#person/server";
import { referralDuties } from "#referral/server";
import { makeRegisters, rightsDuties } from "#rights/server";
import { situationDuties } from "#situation/server";

/** Where the heads of the logs are anchored: a file to copy away from this machine. */
export const auditHeadsFile = (settings: Settings): string => path.join(settings.dataDir, "audit-heads.jsonl");

/** What the rooms do by themselves: jobs, news they listen to, rounds. One line a room, in the order of the story. */
export const duties = (ground: Ground, settings: Settings): Duties => {
  const transports = makeTransports({ smtpUrl: settings.smtpUrl, smsUrl: settings.smsUrl, baseUrl: ground.baseUrl });
  const all: readonly Duties[] = [
    groundDuties({ transports, auditHeadsFile: auditHeadsFile(settings) }),
    personDuties,
    contactDuties,
    situationDuties,
    rightsDuties(settings.registers && makeRegisters(settings.registers)),
    directoryDuties,
    contentDuties,
    referralDuties,
    outcomeDuties,
    observatoryDuties,
  ];
  return {
    jobs: all.flatMap((each) => each.jobs),
    subscribers: all.flatMap((each) => each.subscribers),
    rounds: all.flatMap((each) => each.rounds),
  };
};
