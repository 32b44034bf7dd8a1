import { isMonth } from "#engines/calendar";
import { closeMonth } from "#observatory/server";
import { CommandRefused, type Command } from "./command.ts";

/** Closes a month of the observatory. Closing it again gives the same edition and changes nothing. */
export const observatoryClose: Command = {
  name: "observatory close",
  summary: "Clôt un mois de l’observatoire : son édition ne change plus.",
  arguments: "",
  options: [{ name: "month", value: "AAAA-MM", help: "le mois à clore", isRequired: true }],
  examples: ["observatory close --month 2026-10"],
  run: async (run) => {
    const month = run.options["month"] ?? "";
    if (!isMonth(month)) throw new CommandRefused(`« ${month} » n’est pas un mois : écrivez par exemple 2026-10.`);
    const answer = await closeMonth(await run.openGround(), month);
    if (answer.kind === "closed")
      return {
        month,
        isNew: answer.isNew,
        fingerprint: answer.edition.fingerprint,
        taxonomyVersion: answer.edition.taxonomyVersion,
        closedAt: answer.edition.closedAt,
      };
    if (answer.kind === "empty") throw new CommandRefused(`Aucune situation n’a été notée en ${month} : il n’y a rien à clore.`);
    if (answer.kind === "too-early") throw new CommandRefused(`Ce mois n’est pas fini : il se clôt à partir du ${answer.closesOn}.`);
    throw new CommandRefused(`La clôture est refusée : ${answer.reasons.join(" ")}`);
  },
};
