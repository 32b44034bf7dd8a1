import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrastRatio } from "./contrast.ts";
import { domainIds } from "./icon-paths.ts";

const sheet = (name: string): string => readFileSync(new URL(`./${name}.css`, import.meta.url), "utf8");
const declared = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/^\s*--([\w-]+): ([^;]+);/gm)].map(([, name = "", value = ""]) => [name, value]));

const [dayPart = "", nightPart = ""] = sheet("tokens").split("@media (prefers-color-scheme: dark)");
const day = declared(dayPart);
/** By night, what is not said again stays as by day. */
const night = new Map([...day, ...declared(nightPart.split("\n}\n")[0] ?? "")]);

describe.each(["public", "directory", "result", "observatory", "charts", "desk"])("the sheet %s", (name) => {
  test("uses only tokens that exist by day", () => {
    const used = [...sheet(name).matchAll(/var\(--([\w-]+)/g)].map(([, token = ""]) => token);
    const known = [...day.keys(), ...declared(sheet(name)).keys(), "trigger-width"];
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((token) => !known.includes(token))).toEqual([]);
  });
});

/** Mark or text, its ground, and the ratio that WCAG or our specification asks. */
const readable: readonly (readonly [mark: string, ground: string, ratio: number])[] = [
  ["ink", "surface", 7],
  ["ink", "bg", 7],
  ["ink-2", "surface", 4.5],
  ["ink-2", "bg", 4.5],
  ["ink-3", "surface-2", 4.5],
  ["ink-3", "bg", 4.5],
  ["accent", "bg", 4.5],
  ["accent", "accent-bg", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["ink", "accent-bg", 4.5],
  ["ink", "warn-bg", 4.5],
  ["ink", "danger-bg", 4.5],
  ["danger-ink", "danger-bg", 4.5],
  ["on-danger", "danger", 4.5],
  ["warn", "warn-bg", 4.5],
  ["ok", "ok-bg", 4.5],
  ["machine", "machine-bg", 4.5],
  ["ink", "machine-bg", 4.5],
  ["machine-line", "surface", 3],
  ["line-strong", "surface", 3],
  ["line-strong", "bg", 3],
  ["focus", "surface", 3],
  ["focus", "bg", 3],
  ["on-call", "call", 4.5],
  ["on-call-2", "call", 4.5],
  ["chart-focus", "surface", 4.5],
  ["chart-second", "surface", 4.5],
  ["chart-mute", "surface", 3],
  ["emo-subir", "surface", 3],
  ["emo-lutter", "surface", 3],
  ["emo-reprendre", "surface", 3],
  ...domainIds.map((id) => [`d-${id}`, "surface", 3] as const),
];

describe.each([
  ["by day", day],
  ["by night", night],
])("%s", (_, tokens) => {
  test.each(readable)("%s is readable on %s, at least %f", (mark, ground, ratio) => {
    expect(contrastRatio(tokens.get(mark) ?? "absent", tokens.get(ground) ?? "absent")).toBeGreaterThanOrEqual(ratio);
  });
});

test("night says again every colour that has to change, domains included", () => {
  const again = declared(nightPart);
  expect(domainIds.filter((id) => !again.has(`d-${id}`))).toEqual([]);
  expect(["bg", "surface", "ink", "danger", "machine", "call"].filter((token) => !again.has(token))).toEqual([]);
});
