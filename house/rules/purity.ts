import { lineAt, pureFiles, withoutComments, type SourceFile } from "./source-files.ts";

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bnew Date\(\s*\)/g, "asks the clock"],
  [/\bDate\.now\(/g, "asks the clock"],
  [/\bperformance\.now\(/g, "asks the clock"],
  [/\bprocess\.hrtime/g, "asks the clock"],
  [/\bMath\.random\(/g, "draws lots"],
  [/\brandom(?:Bytes|UUID|Int|FillSync)\(/g, "draws lots"],
  [/\bgetRandomValues\(/g, "draws lots"],
  [/\bprocess\.env\b/g, "reads the environment"],
  [/\bfetch\(/g, "uses the network"],
];

/** No clock, no chance, no environment in a file that decides: they come in as parameters. */
export const purityComplaints = (files: readonly SourceFile[]): readonly string[] =>
  pureFiles(files).flatMap((file) =>
    forbidden.flatMap(([shape, deed]) =>
      [...withoutComments(file.text).matchAll(shape)].map((found) => `${file.path}:${lineAt(file.text, found.index)} ${deed}: ${found[0]}`),
    ),
  );
