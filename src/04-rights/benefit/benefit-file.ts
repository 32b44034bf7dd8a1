import { rightIds } from "#engines/rules";
import { centsFromWritten } from "#ground";
import { isThemeId, themes } from "#situation";
import { activities, amountPeriods, BenefitContentContract, tenures, type BenefitContent, type Condition } from "./benefit.contract.ts";
import { isKey, keyFrom } from "./benefit-key.ts";
import { benefitFileWords } from "./benefit-file.words.ts";

const words = benefitFileWords.fr;

/** The columns of the file, in their order. « territoire » and « etat » are written for the eye and not read. */
export const fileColumns = [
  "identifiant",
  "nom",
  "theme",
  "niveau",
  "code",
  "territoire",
  "donne",
  "montant",
  "jusqu_a",
  "periode",
  "age_de",
  "age_a",
  "situation",
  "handicap_personne",
  "handicap_enfant",
  "enfants",
  "enfant_age_de",
  "enfant_age_a",
  "enfant_mineur",
  "parent_seul",
  "logement",
  "ressources_par_part",
  "quotient",
  "recoit",
  "habite_depuis_mois",
  "autres_conditions",
  "qui",
  "telephone",
  "courriel",
  "adresse",
  "horaires",
  "apporter",
  "source",
  "verifie_le",
  "debut",
  "fin",
  "etat",
] as const;
type Column = (typeof fileColumns)[number];

/** Without these a line says nothing that can be shown. */
export const neededColumns: readonly Column[] = ["nom", "theme", "niveau", "code", "donne", "qui", "verifie_le"];

export type FileLine = Readonly<Partial<Record<Column, string>>>;

export type ReadLine =
  | { readonly kind: "read"; readonly key: string; readonly content: BenefitContent }
  | { readonly kind: "refused"; readonly key: string; readonly reasons: readonly string[] };

/** Lire une ligne : a benefit, or every reason why it is not one. */
export const readLine = (line: FileLine): ReadLine => {
  const reasons: string[] = [];
  const cells = cellsOf(line, (reason) => reasons.push(reason));
  const read = BenefitContentContract.safeParse({
    name: cells.text("nom"),
    theme: themeIn(cells.text("theme")),
    gives: cells.text("donne"),
    amount: amountIn(cells),
    territory: { kind: cells.text("niveau"), code: cells.text("code") },
    conditions: conditionsIn(cells),
    otherConditions: cells.text("autres_conditions"),
    ask: {
      body: cells.text("qui"),
      phone: cells.text("telephone"),
      mail: cells.text("courriel"),
      address: cells.text("adresse"),
      hours: cells.text("horaires"),
    },
    bring: cells.list("apporter"),
    sourceUrl: cells.text("source"),
    verifiedOn: cells.text("verifie_le"),
    startsOn: cells.text("debut") || null,
    endsOn: cells.text("fin") || null,
  });
  if (!read.success) reasons.push(...read.error.issues.map((issue) => words.inColumn(columnOf(issue.path), issue.message)));
  const key = cells.text("identifiant") || (read.success ? keyFrom(read.data) : "");
  if (key !== "" && !isKey(key)) reasons.push(words.key);
  return read.success && reasons.length === 0
    ? { kind: "read", key, content: read.data }
    : { kind: "refused", key, reasons: [...new Set(reasons)] };
};

interface Cells {
  readonly text: (column: Column) => string;
  readonly list: (column: Column) => string[];
  readonly isYes: (column: Column) => boolean;
  readonly number: (column: Column) => number | null;
  readonly cents: (column: Column) => number | null;
  /** The ids whose words stand in the cell. */
  readonly ids: <Id extends string>(column: Column, known: readonly Id[], wordOf: (id: Id) => string) => Id[];
}

const cellsOf = (line: FileLine, refuse: (reason: string) => void): Cells => {
  // A cell kept from being a formula by the export comes back as it was.
  const text = (column: Column): string => (line[column] ?? "").trim().replace(/^'(?='*[=+\-@])/, "");
  const list = (column: Column): string[] =>
    text(column)
      .split("|")
      .map((each) => each.trim())
      .filter((each) => each !== "");
  return {
    text,
    list,
    isYes: (column) => {
      const said = text(column).toLowerCase();
      if (said !== "" && said !== words.yes && said !== "non") refuse(words.unknownWord(column, said, [words.yes, "non"]));
      return said === words.yes;
    },
    number: (column) => {
      const said = text(column);
      if (said === "") return null;
      if (!/^\d{1,6}$/.test(said)) refuse(words.number(column));
      return Number(said);
    },
    cents: (column) => {
      const said = text(column);
      if (said === "") return null;
      const cents = centsFromWritten(said);
      if (cents === undefined) refuse(words.amount(column));
      return cents ?? null;
    },
    ids: (column, known, wordOf) =>
      list(column).flatMap((said) => {
        const found = known.find((id) => plain(wordOf(id)) === plain(said) || id === said);
        if (found === undefined) refuse(words.unknownWord(column, said, known.map(wordOf)));
        return found === undefined ? [] : [found];
      }),
  };
};

const plain = (word: string): string => word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const themeIn = (said: string): string => (isThemeId(said) ? said : (themes.find(({ label }) => plain(label) === plain(said))?.id ?? said));

const amountIn = (cells: Cells): unknown => {
  const cents = cells.cents("montant");
  if (cents === null) return null;
  const [period] = cells.ids("periode", amountPeriods, (id) => words.periods[id]);
  return { cents, isAtMost: cells.isYes("jusqu_a"), period: period ?? "once" };
};

const conditionsIn = (cells: Cells): readonly unknown[] => {
  const ages = { from: cells.number("age_de"), to: cells.number("age_a") };
  const childAges = { from: cells.number("enfant_age_de"), to: cells.number("enfant_age_a") };
  const [activity, tenure] = [
    cells.ids("situation", activities, (id) => words.activities[id]),
    cells.ids("logement", tenures, (id) => words.tenures[id]),
  ];
  const received = cells.ids("recoit", rightIds, (id) => id);
  const [ofPerson, ofChild, children, months] = [
    cells.number("handicap_personne"),
    cells.number("handicap_enfant"),
    cells.number("enfants"),
    cells.number("habite_depuis_mois"),
  ];
  const [perUnit, quotient] = [cells.cents("ressources_par_part"), cells.cents("quotient")];
  const isBounded = ({ from, to }: { readonly from: number | null; readonly to: number | null }): boolean => from !== null || to !== null;
  return [
    ...(isBounded(ages) ? [{ kind: "age", ...ages }] : []),
    ...(activity.length > 0 ? [{ kind: "activity", anyOf: activity }] : []),
    ...(ofPerson === null ? [] : [{ kind: "disability", of: "person", percentFrom: ofPerson }]),
    ...(ofChild === null ? [] : [{ kind: "disability", of: "child", percentFrom: ofChild }]),
    ...(children === null ? [] : [{ kind: "children", atLeast: children }]),
    ...(isBounded(childAges) ? [{ kind: "child-age", ...childAges }] : []),
    ...(cells.isYes("enfant_mineur") ? [{ kind: "minor-child" }] : []),
    ...(cells.isYes("parent_seul") ? [{ kind: "alone-with-children" }] : []),
    ...(tenure.length > 0 ? [{ kind: "housing", anyOf: tenure }] : []),
    ...(perUnit === null ? [] : [{ kind: "resources", by: "consumption-unit", atMostCents: perUnit }]),
    ...(quotient === null ? [] : [{ kind: "resources", by: "quotient", atMostCents: quotient }]),
    ...(received.length > 0 ? [{ kind: "receives", anyOf: received }] : []),
    ...(months === null ? [] : [{ kind: "residence", months }]),
  ];
};

const columnsOfParts: Readonly<Record<string, Column>> = {
  name: "nom",
  theme: "theme",
  gives: "donne",
  amount: "montant",
  territory: "code",
  "territory.kind": "niveau",
  conditions: "age_de",
  otherConditions: "autres_conditions",
  "ask.body": "qui",
  "ask.phone": "telephone",
  "ask.mail": "courriel",
  "ask.address": "adresse",
  "ask.hours": "horaires",
  bring: "apporter",
  sourceUrl: "source",
  verifiedOn: "verifie_le",
  startsOn: "debut",
  endsOn: "fin",
};

/** In which column to look for what a contract complains of. */
export const columnOf = (path: readonly PropertyKey[]): string =>
  columnsOfParts[path.slice(0, 2).join(".")] ?? columnsOfParts[String(path[0])] ?? String(path[0] ?? "");

/** Écrire une ligne : every cell of a benefit, so that the file read again changes nothing. */
export const writtenLine = (
  benefit: { readonly key: string; readonly content: BenefitContent },
  shown: { readonly territory: string; readonly state: string },
): Readonly<Record<Column, string>> => {
  const { content } = benefit;
  const find = <Kind extends Condition["kind"]>(
    kind: Kind,
    fits: (condition: Extract<Condition, { kind: Kind }>) => boolean = () => true,
  ) => content.conditions.filter((each): each is Extract<Condition, { kind: Kind }> => each.kind === kind).find(fits);
  const numbered = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));
  const euros = (cents: number | undefined): string =>
    cents === undefined ? "" : (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace(".", ",");
  const yes = (isThere: boolean): string => (isThere ? words.yes : "");
  return {
    identifiant: benefit.key,
    nom: content.name,
    theme: content.theme,
    niveau: content.territory.kind,
    code: content.territory.code,
    territoire: shown.territory,
    donne: content.gives,
    montant: euros(content.amount?.cents),
    jusqu_a: yes(content.amount?.isAtMost === true),
    periode: content.amount ? words.periods[content.amount.period] : "",
    age_de: numbered(find("age")?.from),
    age_a: numbered(find("age")?.to),
    situation: (find("activity")?.anyOf ?? []).map((id) => words.activities[id]).join("|"),
    handicap_personne: numbered(find("disability", ({ of }) => of === "person")?.percentFrom),
    handicap_enfant: numbered(find("disability", ({ of }) => of === "child")?.percentFrom),
    enfants: numbered(find("children")?.atLeast),
    enfant_age_de: numbered(find("child-age")?.from),
    enfant_age_a: numbered(find("child-age")?.to),
    enfant_mineur: yes(find("minor-child") !== undefined),
    parent_seul: yes(find("alone-with-children") !== undefined),
    logement: (find("housing")?.anyOf ?? []).map((id) => words.tenures[id]).join("|"),
    ressources_par_part: euros(find("resources", ({ by }) => by === "consumption-unit")?.atMostCents),
    quotient: euros(find("resources", ({ by }) => by === "quotient")?.atMostCents),
    recoit: (find("receives")?.anyOf ?? []).join("|"),
    habite_depuis_mois: numbered(find("residence")?.months),
    autres_conditions: content.otherConditions,
    qui: content.ask.body,
    telephone: content.ask.phone,
    courriel: content.ask.mail,
    adresse: content.ask.address,
    horaires: content.ask.hours,
    apporter: content.bring.join("|"),
    source: content.sourceUrl,
    verifie_le: content.verifiedOn,
    debut: content.startsOn ?? "",
    fin: content.endsOn ?? "",
    etat: shown.state,
  };
};

/** A cell of the file: quoted when it must be, and kept from being taken for a formula by a spreadsheet. */
const cell = (value: string): string => {
  const safe = /^'*[=+\-@]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The whole file, with the mark by which spreadsheets know its letters. */
export const fileText = (lines: readonly Readonly<Record<Column, string>>[]): string =>
  `\uFEFF${[fileColumns.join(";"), ...lines.map((line) => fileColumns.map((column) => cell(line[column])).join(";"))].join("\r\n")}\r\n`;
