import { describe, expect, test } from "vitest";
import { CommandRefused } from "./command.ts";
import { linesOf } from "./lines-of.ts";
import { placesSearch } from "./places-search.ts";

async function* pieces(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
const answers = async (input: string): Promise<{ q: string; hits: { nom: string; departement: string; ancienNom?: string }[] }[]> => {
  const printed: string[] = [];
  await placesSearch.run({
    arguments: [],
    options: {},
    openGround: () => Promise.reject(new Error("places need no database")),
    pathOf: (written) => written,
    lines: () => linesOf(pieces(input)),
    print: (line) => printed.push(line),
    say: () => undefined,
  });
  return printed.map((line) => JSON.parse(line) as Awaited<ReturnType<typeof answers>>[number]);
};

describe("tu places search", () => {
  test("one line for each line given, in order, even when nothing is found or asked", async () => {
    const found = await answers('q,departement\nGUERT,\n,\nxqzwv,\n"Saint-Denis",11\n');
    expect(found.map(({ q, hits }) => `${q}: ${hits[0] ? `${hits[0].nom} ${hits[0].departement}` : "–"}`)).toEqual([
      "GUERT: Guéret 23",
      ": –",
      "xqzwv: –",
      "Saint-Denis: Saint-Denis 11",
    ]);
  });

  test("a column q alone, and others that are ignored", async () => {
    expect((await answers("kind,q\nx,Annecy-le-Vieux\n"))[0]?.hits[0]).toMatchObject({ nom: "Annecy", ancienNom: "Annecy-le-Vieux" });
    expect(await answers("q\nVoiron\n\nVoiron")).toHaveLength(3);
  });

  test.each(["nom\nVoiron\n", 'q\n"Voiron\nGrenoble\n'])("what is not such a file is refused with its line", async (input) => {
    await expect(answers(input)).rejects.toThrow(CommandRefused);
    await expect(answers(input)).rejects.toThrow(/^Ligne \d/);
  });
});
