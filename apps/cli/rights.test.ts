import { spawn } from "node:child_process";
import { text as textOf } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { CommandRefused, type Command } from "./command.ts";
import { linesOf } from "./lines-of.ts";
import { rightsCompare } from "./rights-compare.ts";
import { rightsEvaluate } from "./rights-evaluate.ts";
import { rightsExplain } from "./rights-explain.ts";
import { rightsNextQuestion } from "./rights-next-question.ts";
import { rightsScales } from "./rights-scales.ts";

const run = async (command: Command, input: string, options: Record<string, string> = {}) => {
  const printed: string[] = [];
  await command.run({
    arguments: [],
    options,
    openGround: () => Promise.reject(new Error("rights need no database")),
    pathOf: (written) => written,
    lines: () => linesOf(streamOf(input)),
    print: (line) => printed.push(line),
    say: () => undefined,
  });
  return printed.map((line) => JSON.parse(line) as Record<string, unknown>);
};

async function* streamOf(input: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(input);
  for (let at = 0; at < bytes.length; at += 11) yield await Promise.resolve(bytes.subarray(at, at + 11));
}

/** Awa, alone with two children, a rent of 480 € in a town, no work. */
const awa = {
  mois: "2025-03",
  situation_familiale: "celibataire",
  isolement_recent: false,
  personnes: [
    { id: "p1", role: "demandeur", date_naissance: "1990-05-12", activite: "inactif", revenus: [], revenus_annuels_n2: {} },
    { id: "e1", role: "enfant", date_naissance: "2016-09-20", activite: "etudiant", revenus: [], revenus_annuels_n2: {} },
    { id: "e2", role: "enfant", date_naissance: "2019-02-10", activite: "etudiant", revenus: [], revenus_annuels_n2: {} },
  ],
  logement: { statut: "locataire_vide", zone_apl: 2, loyer: 480 },
  prestations_percues: {},
  foyers_fiscaux_rfr_n2: { a: 0 },
};
const given = (id: string | number, menage: object = awa, more: object = {}): string => JSON.stringify({ id, menage, ...more });
const sixteen = [
  "rsa",
  "prime_activite",
  "aide_logement",
  "aah",
  "mva",
  "aspa",
  "asi",
  "ass",
  "af",
  "cf",
  "asf",
  "paje_base",
  "aeeh",
  "ars",
  "css",
  "cheque_energie",
];

describe("tu rights evaluate: one line out for each line in, in the same order", () => {
  test("sixteen rights, each with its amount and whether it is open", async () => {
    const [line] = await run(rightsEvaluate, given("awa"));
    expect(line?.["id"]).toBe("awa");
    const rights = line?.["resultat"] as Record<string, Record<string, unknown>>;
    expect(Object.keys(rights).toSorted()).toEqual(sixteen.toSorted());
    for (const right of Object.values(rights)) {
      expect(typeof right["eligible"]).toBe("boolean");
      expect(["acquis", "exclu", "incertain"]).toContain(right["etat"]);
      expect(right["manque"]).toEqual([]);
      expect(Array.isArray(right["trace"])).toBe(true);
    }
    expect(rights["af"]).toMatchObject({ eligible: true });
    expect(rights["asf"]).toMatchObject({ eligible: true });
    expect(rights["rsa"]?.["montant"]).toBeGreaterThan(300);
    expect(rights["aide_logement"]).toMatchObject({ type: "alf" });
    expect(rights["aspa"]).toMatchObject({ eligible: false, montant: 0 });
  });
  test("a right paid once a year has a yearly amount and no other; the health cover has a status and its cost, and no amount", async () => {
    const [line] = await run(rightsEvaluate, given(1));
    const rights = line?.["resultat"] as Record<string, Record<string, unknown>>;
    for (const right of ["ars", "cheque_energie"]) {
      expect(rights[right]).toHaveProperty("montant_annuel");
      expect(rights[right]).not.toHaveProperty("montant");
    }
    expect(rights["css"]).toMatchObject({ statut: "gratuite", participation_mensuelle: 0, eligible: true });
    expect(rights["css"]).not.toHaveProperty("montant");
    expect(rights["css"]).not.toHaveProperty("montant_annuel");
    for (const right of sixteen.filter((id) => !["ars", "cheque_energie", "css"].includes(id)))
      expect(rights[right]).toHaveProperty("montant");
  });
  test("the rights of a person say whose they are", async () => {
    const [line] = await run(
      rightsEvaluate,
      given(1, { ...awa, personnes: [{ ...awa.personnes[0], taux_incapacite: 0.85 }, ...awa.personnes.slice(1)] }),
    );
    const { aah } = line?.["resultat"] as Record<string, { montant: number; par_personne: Record<string, number> }>;
    expect(aah?.par_personne).toEqual({ p1: aah?.montant });
  });
  test("a hundred lines, empty ones and unknown keys among them", async () => {
    const input = Array.from({ length: 100 }, (_, at) => given(at, { ...awa, couleur: "bleu" }, { meta: { profil: "x" } })).join("\n\n");
    expect((await run(rightsEvaluate, input)).map(({ id }) => id)).toEqual([...Array(100).keys()]);
  });
  test("what is unknown makes uncertain, and is named", async () => {
    const [line] = await run(rightsEvaluate, given(1, { ...awa, logement: { ...awa.logement, loyer: null } }));
    const rights = line?.["resultat"] as Record<string, Record<string, unknown>>;
    expect(rights["aide_logement"]).toMatchObject({ etat: "incertain", manque: ["logement.loyer"], minimum: 0 });
    expect(rights["af"]).toMatchObject({ manque: [] });
  });
});

describe.each([
  ["evaluate", rightsEvaluate, {}],
  ["explain", rightsExplain, { right: "rsa" }],
  ["next-question", rightsNextQuestion, {}],
])("tu rights %s refuses in a sentence that names the line and the field", (_, command, options) => {
  test.each([
    ["JSON that does not close", '{"id": 1, "menage": {', "Ligne 3 : ce n’est pas du JSON"],
    ["a list", "[]", "Ligne 3 : on attend un ménage entre accolades"],
    ["nothing", "null", "Ligne 3 : on attend un ménage"],
    ["no household", '{"id": 1}', "Ligne 3 : « menage » manque"],
    [
      "a birth date that does not exist",
      given(1, { ...awa, personnes: [{ ...awa.personnes[0], date_naissance: "1990-02-30" }] }),
      /Ligne 3 : « personnes\.0\.date_naissance » : /,
    ],
    ["a negative rent", given(1, { ...awa, logement: { ...awa.logement, loyer: -1 } }), /Ligne 3 : « logement\.loyer » : /],
    ["a month that is none", given(1, { ...awa, mois: "2025-13" }), /Ligne 3 : « mois » : /],
    ["a household that is a text", '{"id": 1, "menage": "Awa"}', /Ligne 3 : /],
  ])("%s", async (_name, line, sentence) => {
    const act = run(command, `${given(0)}\n\n${line}\n${given(9)}`, options);
    await expect(act).rejects.toThrow(CommandRefused);
    await expect(act).rejects.toThrow(sentence);
  });
});

describe("tu rights explain", () => {
  interface Explained {
    readonly right: string;
    readonly amount: number;
    readonly steps: readonly { label: string; value: number; unit: string; source: string; scaleDate: string | null; adds?: number }[];
  }
  const explained = async (input: string, right = "rsa") => (await run(rightsExplain, input, { right }))[0] as unknown as Explained;

  test("the steps add up to the amount; each has its figure, its source and the date of its scale", async () => {
    const { right, amount, steps } = await explained(given(1));
    expect(right).toBe("rsa");
    expect(steps.reduce((sum, { adds }) => sum + (adds ?? 0), 0)).toBeCloseTo(amount, 6);
    expect(steps.some(({ scaleDate }) => scaleDate !== null)).toBe(true);
    for (const step of steps) {
      expect(step.source).not.toBe("");
      expect(Object.keys(step)).toEqual(expect.arrayContaining(["label", "value", "unit", "source", "scaleDate"]));
    }
  });
  test("the household may be bare, and written over many lines", async () => {
    const amount = (await explained(given(1))).amount;
    expect((await explained(JSON.stringify(awa, undefined, 2))).amount).toBe(amount);
    expect((await explained(JSON.stringify({ id: 1, menage: awa }, undefined, 2))).amount).toBe(amount);
  });
  test.each(sixteen)("%s is explained, and where our reference departs from the law is said", async (right) => {
    const [found] = await run(rightsExplain, given(1), { right });
    expect(found).toMatchObject({ right, departures: expect.any(Array) as unknown });
  });
  test("a right that does not exist, or nothing to explain", async () => {
    await expect(run(rightsExplain, given(1), { right: "rmi" })).rejects.toThrow("Le droit « rmi » n’existe pas. Les droits : rsa, ");
    await expect(run(rightsExplain, "\n", { right: "rsa" })).rejects.toThrow("Donnez un ménage");
  });
});

describe("tu rights next-question", () => {
  interface Ranked {
    readonly id?: number;
    readonly questions: readonly { readonly field: string; readonly couldChange: number }[];
  }
  const ranked = async (input: string) => (await run(rightsNextQuestion, input)) as unknown as readonly Ranked[];

  test("what could change most comes first; each field is a path of the household", async () => {
    const someone = { ...awa.personnes[0], revenus: null, taux_incapacite: null, livret_a: null };
    const [line] = await ranked(
      given(1, { ...awa, personnes: [someone, ...awa.personnes.slice(1)], logement: { ...awa.logement, loyer: null } }),
    );
    const fields = line?.questions.map(({ field }) => field) ?? [];
    expect(fields.toSorted()).toEqual(["logement.loyer", "personnes.0.livret_a", "personnes.0.revenus", "personnes.0.taux_incapacite"]);
    const sizes = line?.questions.map(({ couldChange }) => couldChange) ?? [];
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes[0]).toBeGreaterThan(100);
  });
  test("nothing unknown, nothing to ask; a bare household has no id", async () => {
    expect(await ranked(`${given(7)}\n${JSON.stringify(awa)}`)).toEqual([{ id: 7, questions: [] }, { questions: [] }]);
  });
});

describe("tu rights scales", () => {
  test("old scales on a day, and the last date of all; none is old on the day of its own last line", async () => {
    const [early] = await run(rightsScales, "", { on: "2000-01-01" });
    expect(early?.["old"]).toEqual([]);
    const [late] = await run(rightsScales, "", { on: "2035-01-01" });
    expect((late?.["old"] as unknown[]).length).toBeGreaterThan(10);
    expect((late?.["scales"] as unknown[]).length).toBeGreaterThan(50);
  });
  test("a day that does not exist", async () => {
    await expect(run(rightsScales, "", { on: "2026-02-30" })).rejects.toThrow("n’est pas un jour");
  });
});

describe("tu rights compare", () => {
  test("work resumes, a child is born, a separation", async () => {
    const couple = {
      ...awa,
      situation_familiale: "marie",
      personnes: [
        ...awa.personnes,
        { id: "p2", role: "conjoint", date_naissance: "1988-01-20", activite: "inactif", revenus: [], revenus_annuels_n2: {} },
      ],
    };
    const input = [
      JSON.stringify({ id: 1, menage: awa, changement: { type: "reprise_emploi", personne: "p1", net: 1430, dans_mois: 4 } }),
      JSON.stringify({ id: 2, menage: awa, changement: { type: "naissance", date: "2025-04-10" } }),
      JSON.stringify({ id: 3, menage: couple, changement: { type: "separation", enfants: "restent" } }),
      JSON.stringify({ id: 4, avant: awa, apres: { ...awa, logement: { ...awa.logement, statut: "sans_domicile", loyer: 0 } } }),
    ].join("\n");
    const lines = (await run(rightsCompare, input)) as unknown as {
      mois: object;
      avant: { revenus: number };
      apres: { revenus: number };
      droits: Record<string, { ecart: number; parce_que: unknown[] }>;
    }[];
    const [work, birth, alone, moved] = lines;
    expect(work).toMatchObject({ mois: { avant: "2025-03", apres: "2025-07" }, avant: { revenus: 0 }, apres: { revenus: 1430 } });
    expect(work?.droits["prime_activite"]?.ecart).toBeGreaterThan(100);
    expect(work?.droits["rsa"]?.ecart).toBeLessThan(0);
    expect(birth?.droits["paje_base"]?.ecart).toBeGreaterThan(100);
    expect(alone?.droits["asf"]?.ecart).toBeGreaterThan(100);
    expect(moved?.droits["aide_logement"]?.ecart).toBeLessThan(-100);
    expect(moved?.droits["aide_logement"]?.parce_que.length).toBeGreaterThan(0);
    expect(moved?.droits["af"]).toMatchObject({ ecart: 0, parce_que: [] });
  });
  test.each([
    ["no change", { menage: awa }, "« apres » ou « changement » manque"],
    ["an unknown change", { menage: awa, changement: { type: "mariage" } }, "« changement.type »"],
    ["somebody else", { menage: awa, changement: { type: "reprise_emploi", personne: "p9", net: 900 } }, "« changement.personne »"],
    ["a wage that is a text", { menage: awa, changement: { type: "reprise_emploi", net: "mille" } }, "« changement.net »"],
    ["a household half known", { menage: { ...awa, logement: null }, changement: { type: "naissance" } }, "dont tout est connu"],
  ])("%s is refused", async (_, line, sentence) => {
    await expect(run(rightsCompare, JSON.stringify(line))).rejects.toThrow(sentence);
  });
});

describe("the real command", () => {
  test("answers on standard output and nothing else; refuses on the other, and ends with 1", async () => {
    const child = spawn(process.execPath, ["house/tu.mjs", "tu", "rights", "evaluate"], { stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.end(`${given(1)}\n{oups\n`);
    const ended = new Promise<number | null>((end) => child.on("close", end));
    const [out, err, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
    expect({ lines: out.trimEnd().split("\n").length, err, code }).toEqual({ lines: 1, err: "Ligne 2 : ce n’est pas du JSON.\n", code: 1 });
  });
});
