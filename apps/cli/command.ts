import { parseArgs } from "node:util";
import type { Ground } from "#ground/server";

/** Option d'une commande : `--name VALUE`, or a yes/no when `value` is not given. */
export interface Option {
  readonly name: string;
  /** What the value is, in capitals: "FICHIER". */
  readonly value?: string;
  readonly help: string;
  readonly isRequired?: boolean;
}

/** What a command has in hand. */
export interface Run {
  /** Arguments without a dash. */
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** The database and the rest, opened when the command first asks: a wrong argument is said before anything starts. */
  openGround(): Promise<Ground>;
  /** A path as the person who typed it means it. */
  pathOf(written: string): string;
  /** What comes on standard input, line by line. */
  lines(): AsyncIterable<string>;
  /** One line on stdout, for commands that answer each line they are given. */
  print(line: string): void;
  /** One line on stderr; stdout is for the result. */
  say(sentence: string): void;
}

/** Commande : one thing that `tu` does. What it gives back is printed on stdout as JSON, a text as it stands; `CommandRefused` ends with 1. */
export interface Command {
  /** "directory import". */
  readonly name: string;
  readonly summary: string;
  /** What stands after the name: "FICHIER". */
  readonly arguments: string;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  run(run: Run): Promise<unknown>;
}

/** What the person typed or gave is not right: the sentence says what, and where. */
export class CommandRefused extends Error {}

/** Reads what was typed after the name of a command. Throws CommandRefused for an option that does not exist, or that lacks. */
export const readOptions = (
  command: Command,
  typed: readonly string[],
): Pick<Run, "arguments" | "options"> & { readonly wantsHelp: boolean } => {
  const known = Object.fromEntries(
    command.options.map(({ name, value }) => [name, { type: value === undefined ? "boolean" : "string" } as const]),
  );
  const { values, positionals } = parsed(typed, { ...known, help: { type: "boolean" } });
  const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : "oui"]));
  const wantsHelp = options["help"] !== undefined;
  const lacking = command.options.find(({ name, isRequired }) => isRequired === true && (options[name] ?? "") === "");
  if (lacking && !wantsHelp) throw new CommandRefused(`Il manque --${lacking.name} : ${lacking.help}`);
  return { arguments: positionals, options, wantsHelp };
};

const parsed = (typed: readonly string[], options: Readonly<Record<string, { readonly type: "boolean" | "string" }>>) => {
  try {
    return parseArgs({ args: [...typed], options, allowPositionals: true });
  } catch {
    const unknown = typed.find((word) => word.startsWith("--") && !Object.hasOwn(options, word.slice(2).split("=")[0] ?? ""));
    throw new CommandRefused(
      unknown === undefined ? "Une option attend une valeur, ou n’en attend pas." : `L’option ${unknown} n’existe pas.`,
    );
  }
};

/** What `--help` prints. */
export const helpOf = (command: Command): string => {
  const width = Math.max(0, ...command.options.map((option) => nameOf(option).length));
  return [
    `tu ${command.name}${command.arguments === "" ? "" : ` ${command.arguments}`}`,
    `  ${command.summary}`,
    ...(command.options.length === 0 ? [] : ["", "Options"]),
    ...command.options.map(
      (option) => `  ${nameOf(option).padEnd(width)}  ${option.help}${option.isRequired === true ? " (obligatoire)" : ""}`,
    ),
    ...(command.examples.length === 0 ? [] : ["", "Exemples"]),
    ...command.examples.map((example) => `  npm run -s tu -- ${example}`),
  ].join("\n");
};

const nameOf = ({ name, value }: Option): string => `--${name}${value === undefined ? "" : ` ${value}`}`;

/** What `tu help` prints. */
export const helpOfAll = (commands: readonly Command[]): string => {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "Commandes de Trait d’union",
    "",
    ...commands.map(({ name, summary }) => `  tu ${name.padEnd(width)}  ${summary}`),
    "",
    "tu COMMANDE --help dit tout d’une commande.",
  ].join("\n");
};
