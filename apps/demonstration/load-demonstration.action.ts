import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { PoolClient } from "pg";
import { gazetteer } from "#directory/server";
import { connect, inShared, type Ground } from "#ground/server";
import { countFacts } from "./count-facts.action.ts";
import { writeMark } from "./demonstration.store.ts";
import { fillApprovals } from "./fill-approvals.action.ts";
import { fillBenefits } from "./fill-benefits.action.ts";
import { fillCards } from "./fill-cards.action.ts";
import { approveProviders, fillDirectory, fillUpProviders } from "./fill-directory.action.ts";
import { homesFrom } from "./homes.ts";
import { openHouse, type DemonstrationAccount } from "./open-house.action.ts";
import { makePlan, plannedSituations } from "./plan.ts";
import { playDemonstration } from "./play-demonstration.action.ts";
import { groundAt } from "./play-story.action.ts";
import { plannedCommissioners } from "./commissioners.ts";

export interface LoadedDemonstration {
  readonly accounts: readonly DemonstrationAccount[];
  readonly portal: string;
  /** Sentences about what could not be closed. */
  readonly refusals: readonly string[];
}

const portal = plannedCommissioners[0].slug;

/**
 * Charger la démonstration into an empty house: everything is done by the doors of the rooms, at the instant when it is said to have
 * happened. Cut short, it leaves the mark « loading », by which the next start knows.
 * @param progress how many situations were opened
 */
export const fillHouse = async (
  ground: Ground,
  given: { readonly seed: number; readonly situations?: number; readonly progress: (opened: number, all: number) => void },
): Promise<LoadedDemonstration> => {
  const now = ground.clock();
  const all = given.situations ?? plannedSituations;
  const plan = makePlan({ seed: given.seed, now, homes: homesFrom(gazetteer()), situations: all });
  await inShared(ground, (work) => writeMark(work, { state: "loading", seed: given.seed }));
  const swift = swiftGround(ground);
  try {
    const atFirst = groundAt(swift, plan.beganAt, now);
    const { house, accounts } = await openHouse(atFirst, plan);
    const serviceIds = await fillDirectory(atFirst, plan);
    const referent = plan.staff.find(({ role }) => role === "data-referent");
    await fillApprovals(swift, { serviceIds, staffId: house.staffIds.get(referent?.mail ?? "") ?? "", now });
    await approveProviders(atFirst, plan, house, now);
    await fillBenefits(swift, house, { places: gazetteer(), now });
    await fillCards(swift, house, now);
    let opened = 0;
    const played = await playDemonstration(swift, plan, house, {
      now,
      serviceIds,
      opened: () => {
        given.progress(++opened, all);
      },
    });
    await fillUpProviders(groundAt(swift, now, now), plan, house);
    const refusals = await countFacts(swift, plan, { house, played, now });
    await sql`analyze`.execute(swift.database.db);
    // Written on the ordinary connection, which waits for the disk: all that came before is then kept too.
    await inShared(ground, (work) => writeMark(work, { state: "loaded", seed: given.seed, portal }));
    return { accounts, portal, refusals };
  } finally {
    await swift.database.close();
  }
};

/** Connections that do not wait for the disk at each commit: a demonstration that is cut short is begun again. */
const swiftGround = (ground: Ground): Ground => {
  const url = new URL(ground.database.url);
  url.searchParams.set("options", "-c synchronous_commit=off");
  const database = connect(url.href, 4);
  database.pool.on("connect", rememberStatements);
  return { ...ground, database };
};

/** The same few hundred statements are said thousands of times: named, each is read and planned once a connection. */
const rememberStatements = (client: PoolClient): void => {
  const ask = client.query.bind(client) as (config: unknown, ...rest: readonly unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...rest: readonly unknown[]): unknown =>
    typeof text === "string" && Array.isArray(values) && values.length > 0
      ? ask({ name: createHash("sha1").update(text).digest("hex"), text, values }, ...rest)
      : ask(text, values, ...rest);
  Object.assign(client, { query: named });
};
