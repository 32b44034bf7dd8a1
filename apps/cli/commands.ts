import { administratorAdd } from "./administrator-add.ts";
import type { Command } from "./command.ts";
import { demoPasswords } from "./demo-passwords.ts";
import { directoryExport } from "./directory-export.ts";
import { directoryImport } from "./directory-import.ts";
import { directorySearch } from "./directory-search.ts";
import { directoryTwins } from "./directory-twins.ts";
import { directoryTwinsDetect } from "./directory-twins-detect.ts";
import { observatoryClose } from "./observatory-close.ts";
import { placesSearch } from "./places-search.ts";
import { rightsCompare } from "./rights-compare.ts";
import { rightsEvaluate } from "./rights-evaluate.ts";
import { rightsExplain } from "./rights-explain.ts";
import { rightsNextQuestion } from "./rights-next-question.ts";
import { rightsScales } from "./rights-scales.ts";
import { wordsAnalyse } from "./words-analyse.ts";
import { wordsEvaluate } from "./words-evaluate.ts";
import { wordsLeaks } from "./words-leaks.ts";
import { wordsMask } from "./words-mask.ts";
import { wordsTrain } from "./words-train.ts";

/** All that `tu` can do: the one place where a command is added. */
export const commands: readonly Command[] = [
  directoryImport,
  directoryExport,
  directorySearch,
  directoryTwins,
  directoryTwinsDetect,
  placesSearch,
  wordsAnalyse,
  wordsMask,
  wordsEvaluate,
  wordsTrain,
  wordsLeaks,
  rightsEvaluate,
  rightsExplain,
  rightsNextQuestion,
  rightsScales,
  rightsCompare,
  observatoryClose,
  administratorAdd,
  demoPasswords,
];
