import { inShared, type Ground, type Settings } from "#ground/server";
import { houseIsEmpty, onlyDemonstration, readMark, wipeDemonstration } from "../demonstration/demonstration.store.ts";
import { fillHouse } from "../demonstration/load-demonstration.action.ts";
import type { DemonstrationAccount } from "../demonstration/open-house.action.ts";
import { usualPort } from "./listen.ts";
import { startWords as words } from "./start.words.ts";

export { renewDemonstrationPasswords } from "../demonstration/open-house.action.ts";

export type Demonstration =
  | { readonly kind: "loaded"; readonly accounts: readonly DemonstrationAccount[]; readonly portal: string }
  | { readonly kind: "kept"; readonly portal: string }
  | { readonly kind: "none"; readonly portal: undefined };

const none = { kind: "none", portal: undefined } as const;
const seed = 20_261;
/** « 500 situations sur 2000 »: often enough to see that it goes on. */
const toldEvery = 500;
/** One start at a time looks and loads: another would take a demonstration that is being loaded for one that was cut. */
const loadingLock = 7_021_961;

/**
 * Charger la démonstration, when it is wanted, or when nothing was said and the embedded database is empty. Never beside real data
 * (TRUST.md §2): the house must be empty, or hold nothing but a demonstration that was cut short, which is then begun again.
 */
export const loadDemonstration = async (
  ground: Ground,
  settings: Pick<Settings, "demonstration"> & Partial<Pick<Settings, "baseUrl" | "port">>,
  given: { readonly isEmbedded: boolean; readonly say: (sentence: string) => void; readonly situations?: number },
): Promise<Demonstration> => {
  const holder = await ground.database.pool.connect();
  try {
    await holder.query("set statement_timeout = 0; set lock_timeout = 0; set idle_session_timeout = 0");
    await holder.query(`select pg_advisory_lock(${loadingLock})`);
    return await decide(ground, settings, given);
  } finally {
    // Not given back to the pool: its settings and its lock end with it.
    holder.release(true);
  }
};

const decide = async (
  ground: Ground,
  settings: Parameters<typeof loadDemonstration>[1],
  given: Parameters<typeof loadDemonstration>[2],
): Promise<Demonstration> => {
  const mark = await inShared(ground, readMark);
  if (mark.kind === "loaded") {
    given.say(words.demonstrationKept);
    return { kind: "kept", portal: mark.portal };
  }
  if (mark.kind === "loading") {
    if (!(await inShared(ground, onlyDemonstration))) throw new Error(words.demonstrationMixed);
    given.say(words.demonstrationCut);
    await wipeDemonstration(ground.database);
  }
  const isWanted = settings.demonstration === "wanted" || (settings.demonstration === "if-embedded-and-empty" && given.isEmbedded);
  if (!isWanted) return none;
  if (!(await inShared(ground, houseIsEmpty))) {
    if (settings.demonstration === "wanted") given.say(words.demonstrationRefused);
    return none;
  }
  given.say(words.demonstration);
  // The port is not open yet: links in the messages of the last days go where it most likely will be.
  const address = settings.baseUrl ?? `http://127.0.0.1:${settings.port ?? usualPort}`;
  const { accounts, portal, refusals } = await fillHouse(
    { ...ground, baseUrl: () => address },
    {
      seed,
      ...(given.situations === undefined ? {} : { situations: given.situations }),
      progress: (opened, all) => {
        if (opened % toldEvery === 0 || opened === all) given.say(words.demonstrationStep(opened, all));
      },
    },
  );
  for (const refusal of refusals) given.say(refusal);
  return { kind: "loaded", accounts, portal };
};
