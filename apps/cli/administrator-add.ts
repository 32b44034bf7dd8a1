import { addAdministrator } from "#ground/server";
import { CommandRefused, type Command } from "./command.ts";

/** Opens the first account of a house without demonstration. */
export const administratorAdd: Command = {
  name: "administrator add",
  summary: "Ouvre un compte d’administration, et donne son premier mot de passe une seule fois.",
  arguments: "ADRESSE NOM",
  options: [],
  examples: ["administrator add agnes@maison.example 'Agnès Martin'"],
  run: async (run) => {
    const [mail, ...name] = run.arguments;
    if (mail === undefined || name.length === 0) throw new CommandRefused("Donnez une adresse, puis un nom.");
    const answer = await addAdministrator(await run.openGround(), { mail, name: name.join(" ") });
    if (answer.kind === "wrong") throw new CommandRefused(answer.sentences.join(" "));
    if (answer.kind !== "added") throw new CommandRefused("Cette adresse a déjà un compte.");
    return { mail, password: answer.password };
  },
};
