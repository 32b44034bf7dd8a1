import { renewDemonstrationPasswords } from "../demonstration/open-house.action.ts";
import { CommandRefused, type Command } from "./command.ts";

/** The passwords of the demonstration are printed once: here are new ones. */
export const demoPasswords: Command = {
  name: "demo passwords",
  summary: "Donne de nouveaux mots de passe aux comptes de démonstration.",
  arguments: "",
  options: [],
  examples: ["demo passwords"],
  run: async (run) => {
    const accounts = await renewDemonstrationPasswords(await run.openGround());
    if (accounts.length === 0) throw new CommandRefused("Cette base n’a pas de compte de démonstration.");
    return { accounts };
  },
};
