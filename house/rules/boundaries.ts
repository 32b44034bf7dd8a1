import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, type SourceFile } from "./source-files.ts";

interface Violation {
  readonly rule: { readonly name: string; readonly severity: string };
  readonly from: string;
  readonly to: string;
}

/**
 * What dependency-cruiser says of the imports of the house once some files are planted in a copy of it.
 * @returns one line for each rule that a planted file breaks: the name of the rule, who imports, what
 */
export const boundaryComplaints = (planted: readonly SourceFile[]): readonly string[] => {
  mkdirSync(path.join(root, "var"), { recursive: true });
  const copy = mkdtempSync(path.join(root, "var/planted-"));
  try {
    for (const name of ["engines", "src", "apps", "package.json", "tsconfig.json", ".dependency-cruiser.mjs"])
      cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
    for (const file of planted) {
      mkdirSync(path.dirname(path.join(copy, file.path)), { recursive: true });
      writeFileSync(path.join(copy, file.path), file.text);
    }
    const cruiser = spawnSync(
      process.execPath,
      [
        path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"),
        "--output-type",
        "json",
        ...planted.map((file) => file.path),
      ],
      { cwd: copy, encoding: "utf8", maxBuffer: 512 * 1024 * 1024 },
    );
    const told = JSON.parse(cruiser.stdout) as { summary: { violations: Violation[] } };
    return firstOfEach(
      told.summary.violations.filter((each) => each.rule.severity === "error" && planted.some((file) => file.path === each.from)),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

/** A screen that reaches one server door reaches all that stands behind it: its room's door alone says enough. */
const firstOfEach = (violations: readonly Violation[]): readonly string[] => {
  const kept = new Map<string, string>();
  for (const { rule, from, to } of violations.toSorted((a, b) => Number(isDoor(b.to)) - Number(isDoor(a.to)) || b.to.localeCompare(a.to)))
    if (!kept.has(`${rule.name} ${from}`)) kept.set(`${rule.name} ${from}`, `${rule.name}: ${from} → ${to}`);
  return [...kept.values()].toSorted();
};

const isDoor = (file: string): boolean => /^src\/.*\/server\.ts$/.test(file);
