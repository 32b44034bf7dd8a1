import {
  childIsBorn,
  compare,
  coverWords,
  inEuros,
  isComplete,
  separation,
  stateWords,
  workResumes,
  type Household,
  type RightCompared,
} from "#engines/rules";
import { isDay } from "#engines/calendar";
import { CommandRefused, type Command } from "./command.ts";
import { householdOf, isRecord, jsonLines, type Line } from "./rights-lines.ts";

/** Compares the rights of two households, or of one before and after something that happens to it. */
export const rightsCompare: Command = {
  name: "rights compare",
  summary:
    "Compare les droits de deux ménages. JSON par ligne : {id, avant, apres}, ou {id, menage, changement} où changement.type est reprise_emploi (personne, net), naissance (date) ou separation (enfants : restent, partent, alternes), avec dans_mois.",
  arguments: "",
  options: [],
  examples: ["rights compare < changements.jsonl"],
  run: async (run) => {
    for await (const line of jsonLines(run)) run.print(JSON.stringify(comparisonOf(line)));
  },
};

const comparisonOf = (line: Line) => {
  if (!isRecord(line.json)) throw new CommandRefused(`${line.where} : on attend un objet entre accolades.`);
  const { id, avant, apres, menage, changement } = line.json;
  const before = completeOf(avant ?? menage, `${line.where}, ${avant === undefined ? "menage" : "avant"}`);
  const after = apres === undefined ? changed(before, changement, line.where) : completeOf(apres, `${line.where}, apres`);
  const { rights, before: then, after: now, yearlyDifferenceCents } = compare(before, after);
  const means = ({ incomesCents, rightsCents, totalCents, health }: typeof then) => ({
    revenus: inEuros(incomesCents),
    droits: inEuros(rightsCents),
    total: inEuros(totalCents),
    sante: coverWords[health],
  });
  return {
    ...(typeof id === "string" || typeof id === "number" ? { id } : {}),
    mois: { avant: before.month, apres: after.month },
    avant: means(then),
    apres: means(now),
    ecart: inEuros(now.totalCents - then.totalCents),
    ecart_annuel: inEuros(yearlyDifferenceCents),
    droits: Object.fromEntries(rights.map((right) => [right.right, shownRight(right)])),
  };
};

const shownRight = ({ period, beforeCents, afterCents, differenceCents, stateBefore, stateAfter, because }: RightCompared) => ({
  par: period === "year" ? "an" : "mois",
  avant: inEuros(beforeCents),
  apres: inEuros(afterCents),
  ecart: inEuros(differenceCents),
  etat_avant: stateWords[stateBefore],
  etat_apres: stateWords[stateAfter],
  parce_que: because.map(({ label, unit, before, after, differenceCents: moves }) => ({
    etape: label,
    unite: unit,
    avant: before,
    apres: after,
    ecart: inEuros(moves),
  })),
});

const completeOf = (menage: unknown, where: string): Household => {
  const household = householdOf(menage, where);
  if (isComplete(household)) return household;
  throw new CommandRefused(`${where} : on ne compare que des ménages dont tout est connu.`);
};

const changed = (household: Household, change: unknown, where: string): Household => {
  if (!isRecord(change)) throw new CommandRefused(`${where} : « apres » ou « changement » manque.`);
  const later = monthsLater(change["dans_mois"], where);
  switch (change["type"]) {
    case "reprise_emploi":
      return workResumes(household, {
        personId: personOf(household, change["personne"], where),
        netCents: wageOf(change["net"], where),
        ...later,
      });
    case "naissance": {
      const { date } = change;
      if (date === undefined) return childIsBorn(household, later);
      if (typeof date !== "string" || !isDay(date))
        throw new CommandRefused(`${where} : « changement.date » n’est pas un jour AAAA-MM-JJ.`);
      return childIsBorn(household, { birthDate: date, ...later });
    }
    case "separation": {
      const { enfants = "restent" } = change;
      const children = typeof enfants === "string" ? wheres[enfants] : undefined;
      if (children === undefined) throw new CommandRefused(`${where} : « changement.enfants » est restent, partent ou alternes.`);
      return separation(household, { children, ...later });
    }
    default:
      throw new CommandRefused(`${where} : « changement.type » est reprise_emploi, naissance ou separation.`);
  }
};

const wheres: Readonly<Record<string, "stay" | "leave" | "shared">> = { restent: "stay", partent: "leave", alternes: "shared" };

const personOf = ({ persons }: Household, id: unknown, where: string): string => {
  const found = id === undefined ? persons[0] : persons.find((person) => person.id === id);
  if (!found) throw new CommandRefused(`${where} : « changement.personne » ne désigne personne de ce ménage.`);
  return found.id;
};

const wageOf = (net: unknown, where: string): number => {
  if (typeof net === "number" && net > 0 && net < 100_000) return Math.round(net * 100);
  throw new CommandRefused(`${where} : « changement.net » est un salaire net par mois, en euros.`);
};

const monthsLater = (months: unknown, where: string): { readonly monthsLater?: number } => {
  if (months === undefined) return {};
  if (typeof months === "number" && Number.isInteger(months) && months >= 0 && months <= 24) return { monthsLater: months };
  throw new CommandRefused(`${where} : « changement.dans_mois » est un nombre de mois, de 0 à 24.`);
};
