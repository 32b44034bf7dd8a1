import { isDay, type Day } from "#engines/calendar";
import { knownScales, staleScales } from "#engines/rules";
import { CommandRefused, type Command } from "./command.ts";

/** Tells the figures that should have been revalued by a day and were not, and the last date of each. */
export const rightsScales: Command = {
  name: "rights scales",
  summary: "Donne les barèmes de plus de treize mois au jour dit, puis la dernière date de chacun.",
  arguments: "",
  options: [{ name: "on", value: "AAAA-MM-JJ", help: "le jour où l’on regarde", isRequired: true }],
  examples: ["rights scales --on 2026-11-20"],
  run: (run) => {
    const on = dayOf(run.options["on"] ?? "");
    const scales = Object.values(knownScales).map(({ name, label, lines, revaluedEachYear, verifiedOn }) => ({
      scale: name,
      label,
      lastDate: lines.at(-1)?.from ?? null,
      revaluedEachYear,
      verifiedOn,
    }));
    run.print(JSON.stringify({ on, old: staleScales(on), scales }));
    return Promise.resolve(undefined);
  },
};

const dayOf = (written: string): Day => {
  if (isDay(written)) return written;
  throw new CommandRefused(`« ${written} » n’est pas un jour : écrivez par exemple 2026-11-20.`);
};
