import type { Command } from "./command.ts";
import { directoryImport } from "./directory-import.ts";
import { directorySearch } from "./directory-search.ts";

/** All that `tu` can do: the one place where a command is added. */
export const commands: readonly Command[] = [directoryImport, directorySearch];
