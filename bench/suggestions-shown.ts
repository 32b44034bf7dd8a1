import { chromium, type Page } from "@playwright/test";
import { browserFolder, executablePath } from "../end-to-end/browser.ts";
import startHouse, { address } from "../end-to-end/house.ts";
import { signIn } from "../end-to-end/people.ts";

// From the end of the pause in typing to the suggestions on the screen, in a real browser, on a house of its own:
//
//   node --import ./house/jsx.mjs bench/suggestions-shown.ts
//
// With TU_E2E_HOUSE=running, in the house that the stories left up.

const rounds = 20;
const pauseMilliseconds = 1500;
const sentences = [
  "Trois mois de loyer de retard, le bailleur a envoyé un commandement de payer.",
  "Facture d’électricité impayée de 312 €, EDF menace de couper le courant.",
  "Ne sait pas à qui laisser Adam le mercredi, cherche une garde d’enfant.",
  "Plus rien à manger pour les enfants, demande un colis alimentaire.",
];

/** Milliseconds between the moment when the pause was over and the first picture that shows the new suggestions. */
const measure = async (page: Page, sentence: string): Promise<number> => {
  await page.evaluate(() => {
    const seen = { typedAt: 0, shownAt: 0 };
    Object.assign(window, { seen });
    document.getElementById("notes")?.addEventListener("input", () => (seen.typedAt = performance.now()), { capture: true });
    new MutationObserver(() => {
      if (document.querySelector(".suggestions li") === null) return;
      requestAnimationFrame(() => (seen.shownAt = performance.now()));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole("textbox", { name: "Notes d’écoute" }).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(sentence);
  const handle = await page.waitForFunction(
    (pause) => {
      const { seen } = window as unknown as { seen: { typedAt: number; shownAt: number } };
      return seen.shownAt > seen.typedAt + pause ? seen.shownAt - seen.typedAt - pause : undefined;
    },
    pauseMilliseconds,
    { timeout: 10_000 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
};

const stop = await startHouse();
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox"],
  env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: `${browserFolder}/lib` },
});
try {
  const page = await (await browser.newContext({ baseURL: address, locale: "fr-FR" })).newPage();
  await signIn(page, "ines@", "/bureau/echanges/nouveau");
  await page.getByRole("button", { name: "Continuer sans nom" }).click();
  await page.getByRole("textbox", { name: "Notes d’écoute" }).waitFor();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await measure(page, sentences[round % sentences.length] ?? ""));
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(0);
  console.log(
    `from the end of the pause to the suggestions on the screen, ${sorted.length} times after a first one (${(times[0] ?? Number.NaN).toFixed(0)} ms): ` +
      `median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms (goal 150)`,
  );
} finally {
  await browser.close();
  await stop();
}
