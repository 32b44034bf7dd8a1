import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommandRefused } from "./command.ts";
import { directoryTwins } from "./directory-twins.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "twins-"));
});
afterAll(() => rm(folder, { recursive: true }));

const run = async (files: Readonly<Record<string, string>>) => {
  const [printed, said]: [string[], string[]] = [[], []];
  const options: Record<string, string> = {};
  for (const [name, content] of Object.entries(files)) {
    options[name] = path.join(folder, `${name}.csv`);
    await writeFile(options[name], content);
  }
  const refusal = await directoryTwins
    .run({
      arguments: [],
      options,
      openGround: () => Promise.reject(new Error("twins need no database")),
      pathOf: (written) => written,
      lines: async function* () {},
      print: (line) => printed.push(line),
      say: (sentence) => said.push(sentence),
    })
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  return { printed, said, refusal };
};

const records = `rid,source,nom,adresse,code_postal,commune,code_insee,latitude,longitude,telephone,courriel
o1,ouest,Mission locale de Guéret,12 avenue de la Gare,23000,Guéret,23096,46.17,1.87,01 99 00 11 22,
n1,nord,MISSION LOCALE,12 av. de la gare,23000,GUERET,,,,+33199001122,accueil@mission-gueret.example
n2,nord,Point information jeunesse,12 avenue de la gare,23000,GUERET,,,,01.99.00.11.22,
`;

describe("tu directory twins", () => {
  test("given a file of records, when it runs, then it writes the pairs of two sources, with what may be merged and what may not", async () => {
    const { printed, said } = await run({ records });
    expect(printed[0]).toBe("a,b,classe,score");
    expect(printed.slice(1).map((line) => line.split(",").slice(0, 3).join(","))).toEqual(["n1,o1,doublon"]);
    expect(said.at(-1)).toBe("3 fiches, 1 doublons, 0 incertains");
  });
  test("given the true pairs, when it runs, then precision, recall and F1 are told apart from the result", async () => {
    const { said } = await run({ records, truth: "a,b\no1,n1\no1,n9\n" });
    expect(said.at(-1)).toBe("précision 100.0 %, rappel 50.0 %, F1 0.6667");
  });
  test("given labels of three classes, when it runs, then it tells how many uncertain pairs it would merge alone", async () => {
    const { said } = await run({ records, truth: "a,b,label\no1,n1,incertain\no1,n2,distinct\n" });
    expect(said.at(-1)).toBe("précision 0.0 %, rappel 0.0 %, F1 0.0000, incertaines fondues seules 100.0 %");
  });
  test("given an identifier that comes twice, when it runs, then the first counts, and it is said", async () => {
    const { printed, said } = await run({ records: `${records}n1,nord,Autre,,,,,,,,\n` });
    expect(printed).toHaveLength(2);
    expect(said[0]).toBe("Ligne 5 : n1 est déjà venu plus haut, cette ligne est laissée de côté.");
  });
  test.each([
    ["a column that lacks is named", "rid,nom\n1,Mairie\n", /^Ligne 1 de .*: il manque la colonne source\.$/],
    [
      "a line without source is named",
      "rid,source,nom\n1,nord,Mairie\n2,,Mairie\n",
      /^Ligne 3 de .*: rid et source doivent être remplis\.$/,
    ],
    ["a line that is no CSV is named", "rid,source,nom\n1,nord\n", /^Ligne 2 de .*: ce n’est pas une ligne de CSV comme la première\.$/],
  ])("%s", async (_, wrong, sentence) => {
    const { refusal } = await run({ records: wrong });
    expect(refusal).toBeInstanceOf(CommandRefused);
    expect((refusal as CommandRefused).message).toMatch(sentence);
  });
});
