import { addDays, addMonths, dayOf } from "#engines/calendar";
import type { Gazetteer } from "#engines/places";
import { inCommissioner, type Ground } from "#ground/server";
import { publishBenefit, sendToReview, stateCoverage, territoriesOf, writeBenefit } from "#rights/server";
import { plannedBenefits } from "./benefits.words.ts";
import type { House } from "./open-house.action.ts";
import { groundAt } from "./play-story.action.ts";

const dayMs = 86_400_000;

/**
 * Remplir le catalogue des aides locales with ten invented ones: written by one colleague, published by another two days later, as
 * everywhere. What was looked at in the Creuse shows the three answers: some, none, and not catalogued yet.
 */
export const fillBenefits = async (
  ground: Ground,
  house: House,
  given: { readonly places: Gazetteer; readonly now: Date },
): Promise<void> => {
  const { places, now } = given;
  const territories = territoriesOf(places);
  const [writer, reader] = [
    house.actor("mutuelle-des-alpes", "hugo@trait-dunion.example"),
    house.actor("mutuelle-des-alpes", "sonia@trait-dunion.example"),
  ];
  for (const { key, verifiedDaysAgo, content } of plannedBenefits) {
    const writtenAt = new Date(now.getTime() - verifiedDaysAgo * dayMs);
    const verifiedOn = dayOf(writtenAt);
    const id = await inCommissioner(groundAt(ground, writtenAt, now), writer, async (work) => {
      const endsOn = key === "demonstration-creuse-cheque-mobilite" ? addMonths(dayOf(now), 7) : null;
      const written = await writeBenefit(work, territories, {
        content: { ...content, verifiedOn, startsOn: null, endsOn },
        key,
        isDemonstration: true,
      });
      if (written.kind !== "written") throw new Error(`benefit ${key} could not be written: ${JSON.stringify(written)}`);
      await sendToReview(work, written.id);
      return written.id;
    });
    const readAt = groundAt(ground, new Date(writtenAt.getTime() + 2 * dayMs), now);
    const published = await inCommissioner(readAt, reader, (work) => publishBenefit(work, id, writtenAt));
    if (published.kind !== "done") throw new Error(`benefit ${key} could not be published: ${JSON.stringify(published)}`);
  }
  await inCommissioner(groundAt(ground, new Date(now.getTime() - 8 * dayMs), now), writer, async (work) => {
    const lookedOn = addDays(dayOf(work.now), -1);
    for (const { kind, code, withInside } of [
      { kind: "departement", code: "23", withInside: true },
      { kind: "region", code: "75", withInside: false },
    ] as const) {
      await stateCoverage(work, territories, { territory: { kind, code }, theme: "numerique", said: "nothing", withInside, lookedOn });
      await stateCoverage(work, territories, {
        territory: { kind, code },
        theme: "mobilite",
        said: kind === "departement" ? "complete" : "nothing",
        withInside,
        lookedOn,
      });
    }
  });
};
