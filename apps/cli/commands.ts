import { administratorAdd } from "./administrator-add.ts";
import type { Command } from "./command.ts";
import { demoPasswords } from "./demo-passwords.ts";
import { directoryImport } from "./directory-import.ts";
import { directorySearch } from "./directory-search.ts";
import { observatoryClose } from "./observatory-close.ts";

/** All that `tu` can do: the one place where a command is added. */
export const commands: readonly Command[] = [directoryImport, directorySearch, observatoryClose, administratorAdd, demoPasswords];
