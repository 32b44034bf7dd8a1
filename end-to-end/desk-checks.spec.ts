import { expect, test, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { listenTo, makePerson, newPhone, notes, post, situationOf, someoneCalls } from "./calls.ts";
import { pressByKey, tabTo } from "./keyboard.ts";
import { listeningScreens } from "./listening-screens.ts";
import { atHome, newestLink, signIn } from "./people.ts";
import { complaints, everyLook, overflow } from "./seen.ts";

// The acceptance list of the desk, by its numbers. docs/desk-checks.md says which test shows which check; those that are not here stand in
// listening.spec.ts and modes.spec.ts.

const propositions = (page: Page): Locator => page.getByRole("region", { name: "Propositions" });
const needs = (page: Page): Locator => page.getByRole("region", { name: "Ce que nous repérons" });
const handOver = (page: Page): Locator => page.getByRole("region", { name: "Transmettre" });
const closeButton = (page: Page): Locator => page.getByRole("button", { name: "Clore l’échange" });
const summary = (page: Page): Locator => page.getByRole("alert").filter({ hasText: "Il y a un problème" });

/** Someone of Voiron, with a need that she knows of, or not yet. */
const callAbout = async (page: Page, need: string, told: "agreed" | "untold"): Promise<{ contactId: string; needId: string }> => {
  const { contactId } = await someoneCalls(page);
  const { id } = await situationOf(page, contactId);
  await post(page, `/api/situations/${id}/needs`, { need, origin: "detected" });
  const needId = (await situationOf(page, contactId)).needs[0]?.id ?? "";
  if (told === "agreed") await post(page, `/api/needs/${needId}/tell`, { answer: "agreed" });
  return { contactId, needId };
};

/** A day to come whose number is its month’s: typed the same way whether the browser wants the day or the month first. */
const dayTypedTheSame = (now: Date): string => {
  const twins = [0, 1].flatMap((years) =>
    Array.from({ length: 12 }, (_, month) => new Date(now.getFullYear() + years, month, month + 1, 12)),
  );
  const next = twins.find((day) => day.getTime() > now.getTime() + 86_400_000) ?? now;
  const two = String(next.getDate()).padStart(2, "0");
  return `${two}${two}${next.getFullYear()}`;
};

test("check 2: thirty minutes of listening without a mouse, from the number to the end of the exchange", async ({ page }) => {
  await signIn(page, "ines@");
  // Nobody of the demonstration has a number of this range: she is alone to be found by hers.
  const phone = newPhone("03 53 01");
  await makePerson(page, { firstName: "Nadia", lastName: "Benali", phone });
  await pressByKey(page, page.getByRole("main").getByRole("link", { name: "Nouvel échange" }));
  const service = page.getByRole("radio", { name: "Mutuelle des Alpes" });
  await tabTo(page, page.getByRole("radio", { checked: true }).first());
  if (!(await service.isChecked())) await page.keyboard.press("ArrowDown");
  await expect(service).toBeChecked();
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type(phone);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Nadia Benali" })).toBeVisible();
  await expect(notes(page)).toBeFocused();
  // Her file is opened with her yes, then she is listened to.
  await pressByKey(
    page,
    page.getByRole("region", { name: "Demander un accord : Tenir un dossier" }).getByRole("button", { name: "Oui" }),
    "Shift+Tab",
  );
  await page.keyboard.press("F2");
  await page.keyboard.type(
    "Trois mois de loyer de retard, le bailleur a envoyé un commandement de payer. Facture d’électricité impayée de 312 €, EDF menace " +
      "de couper. Personne pour garder les enfants le mercredi, cherche une nourrice ou une garde d’enfants.",
  );
  await keepOnly(page, ["Loyer impayé, expulsion", "Garde d’enfants"]);
  for (const left of [1, 0]) {
    const agree = needs(page).getByRole("button", { name: "Dit, d’accord" });
    await pressByKey(page, agree.first());
    await expect(agree).toHaveCount(left);
  }
  await tabTo(page, page.getByRole("button", { name: /^Honte/ }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Honte, un peu" })).toBeFocused();
  for (const key of "3l3b2f") await page.keyboard.press(key);
  await expect(page.getByText("3 domaines abordés sur 15")).toBeVisible();
  await pressByKey(page, page.getByRole("button", { name: "Signer le tour" }));
  await expect(page.getByText(/Valable jusqu’au/).first()).toBeVisible();
  await tabTo(page, page.getByLabel("Chercher une réponse pour"));
  await page.keyboard.type("Garde");
  await pressByKey(page, handOver(page).getByRole("button", { name: "Oui, transmettre" }));
  await expect(page.getByText(/Proposé|proposée|sollicité/).first()).toBeVisible();
  await page.keyboard.press("x");
  await expect(page.getByRole("combobox", { name: "Prochaine action : Quoi" })).toBeFocused();
  await page.keyboard.type("Rappeler Nadia");
  await page.keyboard.press("Tab");
  await page.keyboard.type(dayTypedTheSame(new Date()));
  await tabTo(page, page.getByLabel("Heure", { exact: true }));
  await page.keyboard.type("1000AM");
  await pressByKey(page, closeButton(page));
  await expect(page).toHaveURL(/\/bureau$/);
});

/** One chord a line: what is wanted is kept, anything else is set aside. */
const keepOnly = async (page: Page, wanted: readonly string[]): Promise<void> => {
  const kept = new Set<string>();
  for (let turn = 0; turn < 8 && kept.size < wanted.length; turn++) {
    const first = propositions(page).getByRole("listitem").first();
    await expect(first).toBeVisible();
    const label = (await first.locator("strong").innerText()).trim();
    await page.keyboard.press(wanted.includes(label) ? "Control+Enter" : "Control+Shift+Enter");
    if (wanted.includes(label)) kept.add(label);
    await expect(propositions(page).getByRole("listitem").filter({ hasText: label })).toHaveCount(0);
  }
  expect([...kept].toSorted()).toEqual(wanted.toSorted());
  for (const label of wanted) await expect(needs(page).getByText(label)).toBeVisible();
};

test("check 9: closing with something missing leads to a summary, one link for each error, each to its field", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId, needId } = await callAbout(page, "loyer", "untold");
  await listenTo(page, contactId);
  await pressByKey(page, closeButton(page));
  await expect(summary(page)).toBeFocused();
  const links = summary(page).getByRole("link");
  expect((await links.allInnerTexts()).map(plain)).toEqual([
    "1 besoin n’a pas été dit à la personne. Dites-le ou retirez-le.",
    "Il manque une prochaine action : quoi, quand, qui.",
  ]);
  await pressByKey(page, links.first());
  await expect(page.locator(`#need-${needId}`)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(links).toHaveCount(1);
  await pressByKey(page, links.first());
  await expect(page.getByRole("combobox", { name: "Prochaine action : Quoi" })).toBeFocused();
});

test("check 10: a need that was not told is not handed over, and the exchange does not close over it", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId, needId } = await callAbout(page, "garde", "untold");
  await listenTo(page, contactId);
  await expect(handOver(page).getByText(/Ce besoin n’a pas encore été dit à la personne/)).toBeVisible();
  await expect(handOver(page).getByRole("button")).toHaveCount(0);
  const forced = await page.request.post(`/api/needs/${needId}/hand-over`, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: { consent: "oral-yes" },
  });
  expect(forced.status()).toBe(422);
  await pressByKey(page, closeButton(page));
  await expect(summary(page).getByText("1 besoin n’a pas été dit à la personne. Dites-le ou retirez-le.")).toBeVisible();
});

test("check 11: « Non » leaves only information: nothing is handed over, and nothing of her leaves", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId, needId } = await callAbout(page, "garde", "agreed");
  await listenTo(page, contactId);
  const sent: { readonly path: string; readonly body: unknown }[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push({ path: new URL(request.url()).pathname, body: request.postDataJSON() as unknown });
  });
  await pressByKey(page, handOver(page).getByRole("button", { name: "Non", exact: true }));
  await expect(page.getByText("Rien n’est transmis. Le refus est noté, cela ne change rien pour la personne.")).toBeVisible();
  expect(sent).toEqual([{ path: `/api/needs/${needId}/hand-over`, body: { consent: "oral-no" } }]);
  await expect(page.getByText("Aucune transmission pour cette situation.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Contact donné" }).first()).toBeVisible();
});

test("check 12: what is announced as leaving is what the provider receives, field by field", async ({ page, browser }) => {
  await signIn(page, "ines@");
  const { contactId } = await callAbout(page, "garde", "agreed");
  await listenTo(page, contactId);
  await handOver(page)
    .getByLabel(/Quand|Disponib/)
    .fill("le mercredi après 14 h");
  const [firstName, phone, , zone, need, availability, ...more] = await page.locator(".fields-sent > span").allInnerTexts();
  expect(more).toEqual([]);
  await pressByKey(page, handOver(page).getByRole("button", { name: "Oui, transmettre" }));
  await expect(page.getByText(/Proposé|proposée|sollicité/).first()).toBeVisible();
  const office = await (await browser.newContext()).newPage();
  await signIn(office, "agnes@", "/administration/messages");
  const provider = await atHome(browser);
  await provider.goto(await newestLink(office, "mutuelle-des-alpes", "/p/"));
  await provider.getByRole("button", { name: "J’accepte, voir le téléphone" }).click();
  await expect(provider.getByRole("heading", { level: 1, name: `${firstName ?? ""} attend votre appel` })).toBeVisible();
  const received = plain(await provider.getByRole("main").innerText());
  for (const field of [zone, need, availability]) expect(received).toContain(plain(field ?? "—"));
  expect(received).toContain(plain(phone ?? "—").slice(-5));
  expect(received).toContain("Ne laissez pas de message vocal.");
  expect(received).not.toContain("Perrot");
});

const plain = (text: string): string => text.replaceAll(/\s+/g, " ");

const Decision = z.object({
  offers: z.array(
    z.object({ decision: z.object({ entries: z.array(z.object({ name: z.string(), creditBefore: z.number() })) }).nullable() }),
  ),
});

test("check 13: the figures of « Pourquoi eux ? » are those of the ledger", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await callAbout(page, "garde", "agreed");
  await listenTo(page, contactId);
  const turn = handOver(page).locator(".turn");
  await expect(turn.getByText("Pourquoi eux ?")).toBeVisible();
  const shown = (await turn.locator("dt").allInnerTexts()).map((name, at) => ({ name, at }));
  const figures = await turn.locator("dd.number").allTextContents();
  const answer = page.waitForResponse((response) => response.url().endsWith("/hand-over") && response.request().method() === "POST");
  await pressByKey(page, handOver(page).getByRole("button", { name: "Oui, transmettre" }));
  const { referralId } = z.object({ referralId: z.string() }).parse(await (await answer).json());
  const { offers } = Decision.parse(await (await page.request.get(`/api/referrals/${referralId}`)).json());
  const ledger = offers[0]?.decision?.entries ?? [];
  expect(ledger.map(({ name }) => name).toSorted()).toEqual(shown.map(({ name }) => name).toSorted());
  const [, total] = (/\/ (\d+)/.exec(plain(figures[0] ?? "")) ?? []).map(Number);
  let all = 0;
  for (const { name, at } of shown) {
    const read = /(\d+) \/ \d+ part juste (-?[\d,]+)/.exec(plain(figures[at] ?? ""));
    const received = Number(read?.[1]);
    all += received;
    const owed = Number(read?.[2]?.replace(",", ".")) - received;
    expect(Math.abs(owed - (ledger.find((entry) => entry.name === name)?.creditBefore ?? NaN)), name).toBeLessThanOrEqual(0.051);
  }
  // Those who may not be asked today keep what they received: the pool holds it too.
  expect(all).toBeLessThanOrEqual(total ?? 0);
});

test("check 16: the line is cut while typing: it is said, the text is kept, and it leaves once", async ({ page, context }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page);
  await listenTo(page, contactId);
  await page.keyboard.type("Avant. ");
  await expect(page.getByText(/enregistré/)).toBeVisible();
  const saved: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/notes") && response.ok()) saved.push(response.request().postData() ?? "");
  });
  await context.setOffline(true);
  await page.keyboard.type("Pendant la coupure.");
  await expect(page.getByText("La connexion est coupée. Vos notes sont gardées sur ce poste.")).toBeVisible({ timeout: 30_000 });
  // Long enough for two tries that fail.
  await page.waitForTimeout(11_000);
  await context.setOffline(false);
  await expect(page.getByText(/enregistré/)).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(2500);
  expect(saved.filter((body) => body.includes("Pendant la coupure."))).toHaveLength(1);
  await page.reload();
  await expect(notes(page)).toHaveValue("Avant. Pendant la coupure.");
});

test("check 17: the tab dies without a word: what was typed two seconds before is there", async ({ page, context }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page);
  await listenTo(page, contactId);
  await page.keyboard.type("Dit plus de deux secondes avant. ");
  await page.waitForTimeout(2000);
  await page.keyboard.type("Dit à l’instant.");
  const died = page.waitForEvent("crash");
  void (await context.newCDPSession(page)).send("Page.crash").catch(() => undefined);
  await died;
  const again = await context.newPage();
  await again.goto(`/bureau/echanges/${contactId}`);
  await expect(notes(again)).toHaveValue(/^Dit plus de deux secondes avant\. /, { timeout: 15_000 });
});

test("check 18: letters off, they do nothing; on, they never act inside a field; and it is the letter that counts, not its place", async ({
  page,
}) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page);
  await listenTo(page, contactId);
  // Inside a field they are letters.
  await page.keyboard.type("ndx?3l");
  await expect(notes(page)).toHaveValue("ndx?3l");
  const somewhere = page.getByRole("button", { name: /^Honte/ });
  const untouched = async (): Promise<void> => {
    await expect(somewhere).toBeFocused();
    await expect(page.getByRole("button", { name: "Noter le besoin" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Noter la demande" })).toHaveCount(0);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByText("0 domaine abordé sur 15")).toBeVisible();
  };
  await switchLetters(page);
  await somewhere.focus();
  for (const key of "ndxmatsjk3l?/") await page.keyboard.press(key);
  await untouched();
  await switchLetters(page);
  await somewhere.focus();
  // On an AZERTY keyboard the letter Q stands where a QWERTY one has its A: « d » written by another key is « d ».
  const press = (key: string, code: string) =>
    page.evaluate(
      ([written, place]) =>
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: written ?? "", code: place ?? "", bubbles: true })),
      [key, code],
    );
  await press("q", "KeyD");
  await untouched();
  await press("d", "KeyQ");
  await expect(page.getByRole("button", { name: "Noter la demande" })).toBeVisible();
});

const switchLetters = async (page: Page): Promise<void> => {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("raccourcis");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("checkbox", { name: "Raccourcis à une lettre" }));
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
};

/** The parts of the screen; the propositions stand in the panel of the notes, and are looked for first. */
const parts = {
  "en-tête": ".app-header",
  "bandeau de l’échange": ".call-bar",
  personne: ".desk-left",
  propositions: ".listening .machine",
  notes: ".listening",
  demandes: "[aria-label='Ce qui est demandé']",
  besoins: "[aria-label='Ce que nous repérons']",
  ressenti: ".feelings",
  tour: ".situation-tour",
  "colonne de droite": ".desk-right",
  "barre de clôture": ".closing",
};

test("check 19: the keyboard goes through the screen as the eye does", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await callAbout(page, "garde", "agreed");
  await listenTo(page, contactId);
  await page.keyboard.type("Trois mois de loyer de retard, le bailleur a envoyé un commandement de payer.");
  await expect(propositions(page).getByRole("listitem").first()).toBeVisible();
  await expect(handOver(page).getByRole("button", { name: "Oui, transmettre" })).toBeVisible();
  await page.locator(".skip").focus();
  const met: string[] = [];
  for (let stop = 0; stop < 150 && met.at(-1) !== "barre de clôture"; stop++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate((all) => Object.entries(all).find(([, where]) => document.activeElement?.closest(where))?.[0], parts);
    if (here !== undefined && met.at(-1) !== here) met.push(here);
  }
  expect(met).toEqual([
    "en-tête",
    "bandeau de l’échange",
    "personne",
    "notes",
    "propositions",
    "demandes",
    "besoins",
    "ressenti",
    "tour",
    "colonne de droite",
    "barre de clôture",
  ]);
});

test("check 20: at 200 %, nothing overflows sideways; danger and closing are always in sight", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await callAbout(page, "garde", "agreed");
  await listenTo(page, contactId);
  // 1280 × 720 at 200 %, then the 720 px that the design gives; and the whole screen.
  for (const size of [
    { width: 640, height: 360 },
    { width: 720, height: 450 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size);
    for (const part of [0, 0.5, 1]) {
      await page.evaluate((share) => {
        window.scrollTo(0, share * document.documentElement.scrollHeight);
      }, part);
      await expect(page.getByRole("button", { name: /^Danger/ })).toBeInViewport({ ratio: 1 });
      await expect(closeButton(page)).toBeInViewport({ ratio: 1 });
    }
    expect(await overflow(page), `${size.width} px`).toBeLessThanOrEqual(0);
  }
});

test("check 20: the frame of those who supervise holds in 1280 px", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await signIn(page, "sonia@", "/bureau/relecture");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.getByRole("banner").getByText("Sonia Lebrun")).toBeInViewport({ ratio: 1 });
  await pressByKey(page, page.getByRole("banner").locator("summary").filter({ hasText: "Relecture" }));
  await pressByKey(page, page.getByRole("link", { name: "Prestataires" }));
  await expect(page).toHaveURL(/\/bureau\/prestataires/);
});

for (const screen of listeningScreens)
  test(`check 21: ${screen.name}, nothing that axe sees, light and dark, wide and narrow`, async ({ page }) => {
    if (screen.who !== "nobody") await signIn(page, screen.who);
    await page.setViewportSize({ width: 1440, height: 1000 });
    await screen.open(page);
    expect(await complaints(page, everyLook)).toEqual([]);
  });

test("check 22: an emotion is read with its level, a domain with its state", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page);
  await listenTo(page, contactId);
  const shame = page.getByRole("button", { name: /^Honte/ });
  await expect(shame).toHaveAccessibleName("Honte");
  await expect(shame).toHaveAttribute("aria-pressed", "false");
  for (const name of ["Honte, un peu", "Honte, beaucoup", "Honte, envahissante"]) {
    await shame.press("Enter");
    await expect(shame).toHaveAccessibleName(new RegExp(`^${name.slice(0, 13)}`));
    await expect(shame).toHaveAttribute("aria-pressed", "true");
  }
  const housing = page.getByRole("button", { name: /^Logement/ });
  await expect(housing).toHaveAccessibleName(/^Logement\s+à\saborder$/);
  await shame.focus();
  await page.keyboard.press("3");
  await page.keyboard.press("l");
  await expect(housing).toHaveAccessibleName(/^Logement\s+difficulté$/);
});
