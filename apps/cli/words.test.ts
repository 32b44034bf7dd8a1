import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text as textOf } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openModelDouble, says, saysText, silence, status, type ModelDouble } from "#testing";
import { CommandRefused, type Command } from "./command.ts";
import { linesOf } from "./lines-of.ts";
import { wordsAnalyse } from "./words-analyse.ts";
import { wordsEvaluate } from "./words-evaluate.ts";
import { wordsMask } from "./words-mask.ts";

type Shown = Readonly<Record<string, unknown>> & { readonly id: unknown; readonly texte_masque: string; readonly langue?: string };

/** Runs a command on what standard input would hold. */
const run = async (command: Command, input: string | Uint8Array, options: Record<string, string> = {}, ...given: string[]) => {
  const printed: string[] = [];
  const said: string[] = [];
  const result = await command.run({
    arguments: given,
    options,
    openGround: () => Promise.reject(new Error("words need no database")),
    pathOf: (written) => written,
    lines: () => linesOf(streamOf(input)),
    print: (line) => printed.push(line),
    say: (sentence) => said.push(sentence),
  });
  return { printed, shown: printed.map((line) => JSON.parse(line) as Shown), said, result };
};

/** In small pieces, as a pipe may give them: letters of two bytes are cut in the middle. */
async function* streamOf(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof input === "string" ? Buffer.from(input) : input;
  const piece = bytes.length > 10_000 ? 4099 : 7;
  for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
}

const asked = (id: string | number, texte: string, more: object = {}): string => JSON.stringify({ id, texte, ...more });
const awa = "Je m’appelle Awa Diallo, 06 39 98 33 44, je n’ai plus rien à manger";

describe.each([
  ["mask", wordsMask],
  ["analyse", wordsAnalyse],
])("tu words %s: one line out for each line in, in the same order", (_, command) => {
  test("names hidden, offsets in the text as given", async () => {
    const { shown } = await run(command, asked("a", awa));
    expect(shown[0]?.texte_masque).not.toMatch(/Awa|Diallo|39 98/);
    for (const { debut, fin, texte } of shown[0]?.["entites"] as { debut: number; fin: number; texte: string }[])
      expect(awa.slice(debut, fin)).toBe(texte);
  });
  test("names known in the file, in any case", async () => {
    const { shown } = await run(command, asked(1, "j'ai vu kouassi hier, KOUASSI va mal", { contexte: { noms: ["Kouassi"] } }));
    expect(shown[0]?.texte_masque).not.toMatch(/kouassi/i);
  });
  test("a thousand lines", async () => {
    const input = Array.from({ length: 1000 }, (_, at) => asked(at, `Loyer impayé, dossier ${at}`)).join("\n");
    expect((await run(command, input)).shown.map(({ id }) => id)).toEqual([...Array(1000).keys()]);
  });
  test("unknown keys are left aside, and no context is no harm", async () => {
    const { shown } = await run(command, asked(1, "Bonjour", { couleur: "bleu", contexte: null }));
    expect(shown.map(({ id }) => id)).toEqual([1]);
  });
  test.each([
    ["empty lines", `\n${asked(1, "Bonjour")}\n\n   \n${asked(2, "Merci")}\n\n`],
    ["ends of line of Windows", `${asked(1, "Bonjour")}\r\n${asked(2, "Merci")}\r\n`],
    [
      "a mark of order at the beginning, and at the top of a file put after another",
      `\uFEFF${asked(1, "Bonjour")}\n\uFEFF${asked(2, "Merci")}`,
    ],
    ["no end of line at the end", `${asked(1, "Bonjour")}\n${asked(2, "Merci")}`],
    ["separators of lines that JSON writes as they stand", `${asked(1, "Bon\u2028jour\u2029\u0085")}\n${asked(2, "Merci")}`],
  ])("%s", async (_name, input) => {
    expect((await run(command, input)).shown.map(({ id }) => id)).toEqual([1, 2]);
  });
  test.each([
    ["an empty text", ""],
    ["spaces", " \n\t "],
    ["emoji", "😭😭 g plu rien 🙏🏽 👨‍👩‍👧 appelé moi"],
    ["markup", '<div class="mail"><p>Bonjour,</p><script>alert(1)</script><b>Loyer</b> impayé&nbsp;: 3 mois</div>'],
    ["accents of another encoding", "Je nâ€™ai plus rien Ã  manger, le propriÃ©taire menace"],
    ["accents apart from their letters", "Électricité coupée demain".normalize("NFD")],
    ["half an emoji", "plus rien \ud83d à manger"],
    ["a null", "plus rien\u0000 à manger"],
    ["marks of masks", "[NOM_1] et [TEL] ont appelé"],
  ])("%s", async (_name, texte) => {
    const { shown } = await run(command, asked(1, texte));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.id).toBe(1);
  });
  test("bytes that are not UTF-8 are read as well as they can be", async () => {
    const { shown } = await run(command, Buffer.from(asked(1, "loyer impayé depuis août"), "latin1"));
    expect(shown[0]?.texte_masque).toMatch(/^loyer impay/);
  });
  test("a text of 200 kB", async () => {
    const texte = "Le propriétaire réclame trois mois de loyer et je dors mal. ".repeat(3400);
    const { shown } = await run(command, `${asked(1, texte)}\n${asked(2, "Merci")}`);
    expect(shown.map(({ id }) => id)).toEqual([1, 2]);
    expect(texte.length).toBeGreaterThan(200_000);
  });

  test.each([
    ["JSON that does not close", '{"id": 1, "texte": "Bonj', "ce n’est pas du JSON"],
    ["a line of CSV", "1;Bonjour", "ce n’est pas du JSON"],
    ["a file of UTF-16", Buffer.from(asked(1, "Bonjour"), "utf16le").toString("latin1"), "ce n’est pas du JSON"],
    ["no text", '{"id": 1}', "« texte » manque"],
    ["a text that is a number", '{"id": 1, "texte": 12}', "« texte » manque, ou n’a pas la forme attendue"],
    ["no id", '{"texte": "Bonjour"}', "« id » manque"],
    ["names that are not a list", asked(1, "Bonjour", { contexte: { noms: "Awa" } }), "« contexte.noms »"],
    ["a list", "[]", "« la ligne » manque"],
    ["nothing", "null", "« la ligne » manque"],
  ])("%s: refused in a sentence that names the line", async (_name, line, sentence) => {
    const act = run(command, `${asked(0, "Merci")}\n\n${line}\n${asked(9, "Jamais lu")}`);
    await expect(act).rejects.toThrow(CommandRefused);
    await expect(act).rejects.toThrow(`Ligne 3 : ${sentence}`);
  });
});

describe("tu words analyse", () => {
  test("says what was found, and the words that led to it", async () => {
    const { shown } = await run(wordsAnalyse, asked("a", "Je dois trois mois de loyer, l’huissier vient pour l’expulsion lundi"));
    expect(shown[0]).toMatchObject({ id: "a", langue: "fr", besoins: expect.arrayContaining(["loyer"]) as unknown });
    expect(Object.keys(shown[0] ?? {})).toEqual([
      "id",
      "texte_masque",
      "entites",
      "themes",
      "besoins",
      "emotions",
      "urgence",
      "urgence_motifs",
      "fragilites",
      "langue",
      "raisons",
    ]);
  });
  test("another language is said, not guessed", async () => {
    const { shown } = await run(wordsAnalyse, asked(1, "I lost my job last month and I cannot pay the rent any more, please help me"));
    expect(shown[0]).toMatchObject({ langue: "autre", besoins: [], emotions: [], urgence: 0 });
  });
});

describe("the real command", () => {
  const tu = async (input: string, ...words: string[]) => {
    const child = spawn(process.execPath, ["house/tu.mjs", "tu", ...words], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.end(input);
    const ended = new Promise<number | null>((end) => child.on("close", end));
    const [out, err, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
    return { out, err, code };
  };
  test("answers on standard output, and nothing else is there", async () => {
    const { out, err, code } = await tu(`${asked(1, awa)}\n${asked(2, "Merci")}\n`, "words", "mask");
    expect({ lines: out.trimEnd().split("\n").length, err, code }).toEqual({ lines: 2, err: "", code: 0 });
  });
  test("refuses on the other, with the line, and ends with 1; what was read before is answered", async () => {
    const { out, err, code } = await tu(`${asked(1, "Merci")}\n{oups\n`, "words", "mask");
    expect({ lines: out.trimEnd().split("\n").length, err, code }).toEqual({ lines: 1, err: "Ligne 2 : ce n’est pas du JSON.\n", code: 1 });
  });
});

const gold = (id: string, texte: string, more: object = {}): string =>
  JSON.stringify({
    id,
    registre: "oral",
    texte,
    themes: ["logement"],
    besoins: ["loyer"],
    emotions: [],
    urgence: 2,
    urgence_motifs: ["expulsion"],
    fragilites: [],
    entites: [],
    ...more,
  });
const threatened = "Bonjour, je dois trois mois de loyer à Mme Kouassi et l’huissier vient lundi pour l’expulsion";
const goldFile = [
  gold("a", threatened, { contexte: { noms: ["Kouassi"] } }),
  gold("b", "Je dois quatre mois de loyer, l’huissier vient mardi pour l’expulsion"),
  gold("c", "I lost my job last month and I cannot pay the rent any more, please help me"),
].join("\n");

describe("tu words evaluate", () => {
  let folder: string;
  let file: string;
  let double: ModelDouble;
  const before = { ...process.env };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "tu-words-"));
    file = path.join(folder, "textes.jsonl");
    await writeFile(file, goldFile);
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    double = await openModelDouble();
    Object.assign(process.env, { TU_WORDS_URL: double.url, TU_WORDS_MODEL: "essai", TU_DATA_DIR: folder });
  });
  afterEach(async () => {
    process.env = { ...before };
    await double.close();
  });
  const evaluate = (options: Record<string, string> = {}) => run(wordsEvaluate, "", options, file);

  test("prints the house alone, and asks nobody", async () => {
    const { result } = await evaluate();
    expect(result).toMatch(/^n=3 modèle /);
    expect(result).not.toMatch(/branché/);
    expect(double.asked).toEqual([]);
  });
  test("with --plug-in, prints both on the same file; another language is not sent", async () => {
    double.play(
      says({ urgence: 2, urgence_motifs: [{ id: "expulsion", mots: "expulsion" }], besoins: [{ id: "loyer", mots: "mois de loyer" }] }),
    );
    const { result } = await evaluate({ "plug-in": "oui" });
    expect(String(result).match(/^n=3 modèle .*$/gm)).toHaveLength(2);
    expect(result).toContain("Modèle branché : 2 textes lus, 1 non envoyés");
    expect(result).toContain("n=3 modèle essai");
    expect(double.asked).toHaveLength(2);
    expect(double.asked.map(({ body }) => body).join("")).not.toMatch(/kouassi/i);
  });
  test.each([
    ["down", status(500), "2 en panne"],
    ["broken", saysText("{"), "2 inexploitables"],
    ["refused", status(401), "2 refusés"],
  ])("%s: said, and these texts count as the house read them", async (_, play, sentence) => {
    double.play(play);
    const { result } = await evaluate({ "plug-in": "oui", json: "oui" });
    const { score, plugIn } = result as { score: object; plugIn: { score: object; read: number } };
    expect(plugIn.read).toBe(0);
    expect(plugIn.score).toEqual(score);
    expect((await evaluate({ "plug-in": "oui" })).result).toContain(sentence);
  });
  test("the card holds both paths; one that was not measured says so", async () => {
    const card = path.join(folder, "fiche.md");
    await evaluate({ card });
    expect(await readFile(card, "utf8")).toMatch(/- modèle branché : non mesuré\n[^]*\| besoins, micro-F1 \| .* \| non mesuré \|/);
    double.play(says({ besoins: [{ id: "loyer", mots: "mois de loyer" }] }));
    await evaluate({ card, "plug-in": "oui" });
    expect(await readFile(card, "utf8")).toMatch(/- modèle branché : essai\n[^]*\| besoins, micro-F1 \| .*%.* \| .*%.* \|/);
  });
  test("no model is set: refused before anything is read", async () => {
    delete process.env["TU_WORDS_URL"];
    await expect(evaluate({ "plug-in": "oui" })).rejects.toThrow("TU_WORDS_URL");
    double.play(silence);
  });
  test.each([
    ["a file that is not there", "absent.jsonl", "ne peut pas être lu"],
    ["an empty file", "vide.jsonl", "ne contient aucun texte"],
    ["a label that lacks", "sans.jsonl", "Ligne 2 : « besoins » manque"],
  ])("%s", async (_, name, sentence) => {
    await writeFile(path.join(folder, "vide.jsonl"), "\n");
    await writeFile(path.join(folder, "sans.jsonl"), `${gold("a", "Bonjour")}\n${gold("b", "Bonjour", { besoins: undefined })}`);
    await expect(run(wordsEvaluate, "", {}, path.join(folder, name))).rejects.toThrow(sentence);
  });
  test("no file", async () => {
    await expect(run(wordsEvaluate, "")).rejects.toThrow("Donnez un fichier");
  });
});
