import { lineAt, type SourceFile } from "./source-files.ts";

// Ranges kept for fiction by the numbering authority (Arcep, décision 2009-0637, read in 2026), and nothing else.
const fiction = /^0(1 ?99 ?00|2 ?61 ?91|3 ?53 ?01|4 ?65 ?71|5 ?36 ?49|6 ?39 ?98)/;
const french = /(?<![\w.])(?:(?:\+|00)33[ .-]?(?:\(0\))?[ .-]?|0)([1-9])(?:[ .-]?\d\d){4}(?![\d.]*\w)/g;
const mails = /[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g;
const allowedDomain = /(^|\.)example(\.[a-z]+)?$/;

// The ten digits in a row are an alphabet, not a telephone.
const digits = "0123456789";

const asNational = (written: string): string => written.replace(/^(?:\+|00)33[ .-]?(?:\(0\))?[ .-]?/, "0").replace(/[.-]/g, " ");

/** The page that shows what each rule says when it is broken quotes a number planted on purpose: house/broken.db.test.ts writes it. */
const quotesPlantedNumber = "docs/broken-rules.md";

/** No number of a real telephone, no mail address that could exist: neither in the product nor in its demonstration and tests. */
export const telephoneComplaints = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(
      (file) => !file.path.startsWith("house/rules/") && file.path !== quotesPlantedNumber && !/package(-lock)?\.json$/.test(file.path),
    )
    .flatMap((file) => [
      ...[...file.text.matchAll(french)]
        .filter((found) => !fiction.test(asNational(found[0])) && found[0] !== digits)
        .map((found) => `${file.path}:${lineAt(file.text, found.index)} a telephone that may ring somewhere: ${found[0]}`),
      ...[...file.text.matchAll(mails)]
        .filter(
          (found) =>
            !allowedDomain.test(found[1] ?? "") && !/^\d/.test(found[1] ?? "") && !/\.(ts|tsx|css|js|json|mjs)$/.test(found[1] ?? ""),
        )
        .map((found) => `${file.path}:${lineAt(file.text, found.index)} a mail address that may exist: ${found[0]}`),
    ]);
