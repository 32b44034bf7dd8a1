import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, type SourceFile } from "./source-files.ts";

const block = /^```tsx?\n([\s\S]*?)^```/gm;

/** Every ```ts block of a README of a room or an engine, compiled as it stands. @returns what the compiler says, README by README. */
export const exampleComplaints = (files: readonly SourceFile[]): readonly string[] => {
  const examples = files
    .filter((file) => /^(README|.*\/README)\.md$/.test(file.path))
    .flatMap((file) => [...file.text.matchAll(block)].map((found, at) => ({ from: file.path, at, code: found[1] ?? "" })));
  mkdirSync(path.join(root, "var"), { recursive: true });
  const folder = mkdtempSync(path.join(root, "var/examples-"));
  try {
    const names = examples.map((example) => `${example.from.replaceAll("/", "--")}-${example.at}.ts`);
    examples.forEach((example, at) => {
      writeFileSync(path.join(folder, names[at] ?? ""), `${example.code}\nexport {};\n`);
    });
    writeFileSync(
      path.join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: "../../tsconfig.json",
        compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
        include: ["./*.ts"],
      }),
    );
    const compiler = spawnSync(
      process.execPath,
      [path.join(root, "node_modules/typescript-native/bin/tsc"), "--noEmit", "--pretty", "false", "-p", folder],
      { cwd: root, encoding: "utf8" },
    );
    return compiler.stdout
      .split("\n")
      .filter((line) => line.includes("error TS"))
      .map((line) => line.replace(/^var\/examples-[^/]+\//, "").replaceAll("--", "/"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
