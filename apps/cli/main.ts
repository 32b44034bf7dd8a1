import path from "node:path";
import { CommandRefused, helpOf, helpOfAll, readOptions, type Command, type Run } from "./command.ts";
import { commands } from "./commands.ts";
import { linesOf } from "./lines-of.ts";
import { openGround, type OpenedGround } from "./open-ground.ts";

// `tu`: finds the command, runs it, prints what it gives as JSON. Nothing else goes on stdout; refusals go on stderr, with exit code 1.

const root = path.resolve(import.meta.dirname, "../..");
// go.mjs gives [node, go.mjs, "tu", ...]; npm says where the person was when she typed it.
const typed = process.argv.slice(3);
const here = process.env["INIT_CWD"] ?? process.cwd();
let opened: Promise<OpenedGround> | undefined;

const end = async (code: number): Promise<never> => {
  await opened?.then(
    (found) => found.close(),
    () => undefined,
  );
  // A pipe takes what it can and keeps the rest for later: nothing that was printed may be lost by leaving now.
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(code);
};
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write("", () => {
      resolve();
    });
  });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(130));

// Whoever reads may have read enough (`| head`): nothing is left to say.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

/** The command whose name begins what was typed; names of two words come first, since they are all different. */
const commandTyped = (): { readonly command: Command; readonly rest: readonly string[] } | undefined => {
  for (const command of commands) {
    const words = command.name.split(" ");
    if (words.every((word, at) => typed[at] === word)) return { command, rest: typed.slice(words.length) };
  }
  return undefined;
};

const runOf = (given: Pick<Run, "arguments" | "options">): Run => ({
  ...given,
  openGround: async () => (await (opened ??= openGround(root))).ground,
  pathOf: (written) => path.resolve(here, written),
  lines: () => linesOf(process.stdin),
  print: (line) => {
    process.stdout.write(`${line}\n`);
  },
  say: (sentence) => {
    process.stderr.write(`${sentence}\n`);
  },
});

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
/** With TU_LOG=debug: where it happened, for whoever mends it. */
const detailsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const start = async (): Promise<number> => {
  if (typed.length === 0 || typed[0] === "help" || typed[0] === "--help") {
    process.stdout.write(`${helpOfAll(commands)}\n`);
    return 0;
  }
  const found = commandTyped();
  if (!found) throw new CommandRefused(`La commande « ${typed.slice(0, 2).join(" ")} » n’existe pas. tu help les donne toutes.`);
  const given = readOptions(found.command, found.rest);
  if (given.wantsHelp) {
    process.stdout.write(`${helpOf(found.command)}\n`);
    return 0;
  }
  const result = await found.command.run(runOf(given));
  if (result !== undefined) process.stdout.write(`${typeof result === "string" ? result : JSON.stringify(result, undefined, 2)}\n`);
  return 0;
};

try {
  await end(await start());
} catch (error) {
  if (error instanceof CommandRefused) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`La commande a échoué : ${process.env["TU_LOG"] === "debug" ? detailsOf(error) : sentenceOf(error)}\n`);
  await end(1);
}
