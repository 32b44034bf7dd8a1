import { inCommissioner, inShared, openCommissioners, type Work } from "#ground/server";
import { stillLeaks } from "#situation";
import { knownLeaks, namesOfFile, wordsMasker, type KnownLeak } from "#situation/server";
import type { Command } from "./command.ts";

/** Runs the masking of today over every leak that a human ever marked. */
export const wordsLeaks: Command = {
  name: "words leaks",
  summary: "Rejoue le masquage sur toutes les fuites relevées à la relecture, et dit lesquelles passeraient encore.",
  arguments: "",
  options: [{ name: "json", help: "un objet par fuite, sans ce qui avait fui" }],
  examples: ["words leaks"],
  run: async (run) => {
    const ground = await run.openGround();
    const cases: LeakTried[] = [];
    for (const { id } of await inShared(ground, openCommissioners))
      cases.push(...(await inCommissioner(ground, { kind: "system", commissionerId: id }, tryLeaks)));
    if (run.options["json"] !== undefined) return cases;
    const leaking = cases.filter(({ leaks }) => leaks).length;
    const lines = cases.map(
      (each) => `${each.leaks ? "fuit  " : "masqué"}  ${each.type.padEnd(15)} ${each.foundOn}  …${each.before}[?]${each.after}…`,
    );
    return [...lines, `${String(cases.length)} fuites relevées, ${String(leaking)} passeraient encore.`].join("\n");
  },
};

/** A leak tried again; what had leaked is never printed. */
interface LeakTried {
  readonly type: KnownLeak["type"];
  readonly foundOn: string;
  readonly maskingVersion: string;
  readonly before: string;
  readonly after: string;
  readonly leaks: boolean;
}

const tryLeaks = async (work: Work): Promise<LeakTried[]> => {
  const mask = wordsMasker();
  const tried: LeakTried[] = [];
  for (const leak of await knownLeaks(work)) {
    const { entities } = mask(`${leak.before}${leak.segment}${leak.after}`, { names: await namesOfFile(work, leak.personId) });
    const { type, before, after, maskingVersion } = leak;
    const foundOn = leak.foundAt.toISOString().slice(0, 10);
    tried.push({ type, foundOn, maskingVersion, before: oneLine(before), after: oneLine(after), leaks: stillLeaks(leak, entities) });
  }
  return tried;
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");
