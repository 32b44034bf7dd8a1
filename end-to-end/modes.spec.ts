import { expect, test, type Page } from "@playwright/test";
import { z } from "zod";
import { listenTo, post, someoneCalls } from "./calls.ts";
import { signIn } from "./people.ts";
import { complaints, hereAndNarrow } from "./seen.ts";

// The ways of listening: two minutes, somebody without a name, and what the person takes home. By keyboard alone.

/** Presses keys and counts them; words typed are not counted. */
const counted = (page: Page) => {
  const pressed: string[] = [];
  return {
    pressed,
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        pressed.push(key);
        await page.keyboard.press(key);
      }
    },
    words: (text: string) => page.keyboard.type(text),
  };
};

test("check 3: two minutes, at most 14 keys besides the words, no mouse, the SMS has left", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page);
  await page.goto(`/bureau/echanges/${contactId}`);
  await expect(page.getByRole("textbox", { name: "Notes d’écoute" })).toBeFocused();
  await expect(page.getByRole("heading", { level: 1, name: "Nolwenn Perrot" })).toBeVisible();
  const keys = counted(page);

  await keys.press("Shift+Tab", "ArrowLeft", "Enter");
  await expect(page.getByRole("combobox", { name: "Quoi" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Ce qui est ressenti" })).toBeHidden();
  await keys.words("garde");
  await expect(page.getByRole("option", { name: "Garde d’enfants" })).toBeVisible();
  await keys.press("ArrowDown", "Enter");
  await expect(page.locator("[data-rank='1']")).toBeFocused();
  await keys.press("s");
  await expect(page.getByText(/Contact envoyé par SMS/)).toBeVisible();
  await keys.press("d");
  await keys.words("Une garde pour Adam le mercredi");
  await keys.press("Tab", "Tab", "Space", "Tab", "Enter");
  await expect(page).toHaveURL(/\/bureau$/);
  console.log(`two minutes: ${keys.pressed.length} keys besides the words (${keys.pressed.join(" ")})`);
  expect(keys.pressed.length).toBeLessThanOrEqual(14);

  const closed: unknown = await (await page.request.get(`/api/exchanges/${contactId}`)).json();
  expect(closed).toMatchObject({
    situation: {
      demands: [{ words: "Une garde pour Adam le mercredi", theme: "famille", answered: "yes" }],
      needs: [{ need: "garde", origin: "expressed" }],
      nextAction: { what: "Voir si la réponse donnée a servi", holds: true },
    },
  });
});

test("check 3, on a slow line: what was just noted is not on the screen yet, and nothing is said to be missing", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page);
  await page.goto(`/bureau/echanges/${contactId}`);
  const twoMinutes = page.getByRole("radio", { name: "2 minutes" });
  await twoMinutes.press("Enter");
  await expect(page.getByRole("combobox", { name: "Quoi" })).toBeFocused();
  await page.keyboard.type("garde");
  await expect(page.getByRole("option", { name: "Garde d’enfants" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-rank='1']")).toBeFocused();
  await page.route(`**/api/exchanges/${contactId}`, async (route) => {
    await new Promise((done) => setTimeout(done, 3000));
    await route.continue();
  });
  await page.keyboard.press("s");
  await expect(page.getByText(/Contact envoyé par SMS/)).toBeVisible();
  await page.keyboard.press("d");
  await page.keyboard.type("Une garde le mercredi");
  for (const key of ["Tab", "Tab", "Space", "Tab", "Enter"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(/\/bureau$/);
});

test("what was missing is put right on another desk: the summary leaves, and the keyboard goes on from the button", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page);
  await listenTo(page, contactId);
  const close = page.getByRole("button", { name: "Clore l’échange" });
  await close.press("Enter");
  const summary = page.getByRole("alert").filter({ hasText: "Il y a un problème" });
  await expect(summary).toBeFocused();
  const { me, situation } = Mine.parse(await (await page.request.get(`/api/exchanges/${contactId}`)).json());
  const inTwoDays = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000).toISOString();
  await post(page, `/api/situations/${situation.id}/next-action`, { what: "Rappeler", at: inTwoDays, ownerId: me });
  await expect(summary).toBeHidden();
  await expect(close).toBeFocused();
});

const Mine = z.object({ me: z.string(), situation: z.object({ id: z.string() }) });

test("going from two minutes to listening keeps all that was written, and the next exchange begins the same way", async ({ page }) => {
  await signIn(page, "ines@");
  const first = await someoneCalls(page);
  await page.goto(`/bureau/echanges/${first.contactId}`);
  await page.getByRole("textbox", { name: "Notes d’écoute" }).fill("Seule le mercredi.");
  await page.getByRole("button", { name: /^Tristesse/ }).press("Enter");
  await page.getByRole("radio", { name: "2 minutes" }).press("Enter");
  await expect(page.getByRole("combobox", { name: "Quoi" })).toBeFocused();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  await expect(page.getByRole("textbox", { name: "Notes d’écoute" })).toHaveValue("Seule le mercredi.");
  await page.getByRole("radio", { name: "Écoute" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Notes d’écoute" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Notes d’écoute" })).toHaveValue("Seule le mercredi.");
  await expect(page.getByRole("button", { name: "Tristesse, un peu" })).toBeVisible();
  await page.getByRole("radio", { name: "2 minutes" }).press("Enter");
  const second = await someoneCalls(page);
  await page.goto(`/bureau/echanges/${second.contactId}`);
  await expect(page.getByRole("combobox", { name: "Quoi" })).toBeFocused();
});

test("check 15: without a name, what is missing is explained, and a code brings her back", async ({ page }) => {
  await signIn(page, "ines@", "/bureau/echanges/nouveau?service=mutuelle-des-alpes");
  await page.getByRole("button", { name: "Continuer sans nom" }).press("Enter");
  await page.waitForURL(/\/bureau\/echanges\/[0-9a-f-]+$/);
  const exchange = page.url();
  await expect(page.getByRole("heading", { level: 1, name: /anonyme/ })).toBeVisible();
  await expect(page.getByText("Il faut au moins un téléphone pour transmettre.").first()).toBeVisible();
  const giveCode = page.getByRole("button", { name: "Donner un code de retour" });
  if (await giveCode.isVisible()) await giveCode.press("Enter");
  const code = (await page.locator(".return-code").innerText()).replaceAll("\u00a0", " ");
  expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
  await page.getByLabel("Commune, si la personne veut bien").fill("Voiron");
  await page.getByLabel("Commune, si la personne veut bien").press("Enter");
  await page.getByRole("region", { name: "Sans nom" }).getByLabel("Âge").selectOption("26-39");

  // Something is noted, found, and would be handed over: what is missing is said.
  await page.getByRole("button", { name: "Besoin", exact: true }).press("Enter");
  await page.getByRole("combobox", { name: "Besoin" }).fill("garde");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "dit par la personne" }).press("Enter");
  await page.getByRole("button", { name: "Noter le besoin" }).press("Enter");
  await expect(
    page.getByRole("region", { name: "Transmettre" }).getByText("Il faut au moins un téléphone pour transmettre."),
  ).toBeVisible();
  await page.getByRole("radio", { name: "2 minutes" }).press("Enter");
  await page.keyboard.type("garde");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-rank='1']")).toBeFocused();
  await page.keyboard.press("s");
  await expect(page.getByText("Il faut au moins un téléphone pour envoyer un SMS.")).toBeVisible();
  await page.getByRole("radio", { name: "Écoute" }).press("Enter");
  expect((await page.locator("body").innerText()).toLowerCase()).not.toContain("inconnu");
  expect(await complaints(page, hereAndNarrow)).toEqual([]);

  // She calls again and reads her code; then gives a first name, in the same file.
  await page.goto("/bureau/personnes?service=mutuelle-des-alpes");
  await page.getByRole("searchbox").fill(code);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.goto(exchange);
  await page.getByRole("button", { name: "Donner un prénom" }).press("Enter");
  await page.getByLabel("Prénom").fill("Awa");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Awa" })).toBeVisible();
  // Now that there is a file with a name, its consent is asked first: two equal buttons, neither of them chosen.
  await expect(page.getByRole("region", { name: "Demander un accord : Tenir un dossier" })).toBeVisible();
});

test("somebody without a name has a file already: with her yes, the exchange joins it", async ({ page }) => {
  await signIn(page, "ines@");
  await someoneCalls(page);
  await page.goto("/bureau/echanges/nouveau?service=mutuelle-des-alpes");
  await page.getByRole("button", { name: "Continuer sans nom" }).press("Enter");
  await page.waitForURL(/\/bureau\/echanges\/[0-9a-f-]+$/);
  const contactId = page.url().split("/").at(-1) ?? "";
  await page.getByRole("button", { name: "Demande", exact: true }).press("Enter");
  await page.getByLabel("La demande, avec ses mots").fill("Je voudrais parler à quelqu’un.");
  await page.getByLabel("Thème").selectOption("lien");
  await page.getByRole("button", { name: "Noter la demande" }).press("Enter");
  await expect(page.getByText("Je voudrais parler à quelqu’un.")).toBeVisible();
  await page.getByRole("button", { name: "La personne a déjà un dossier" }).press("Enter");
  const found = page.getByRole("region", { name: "La personne a déjà un dossier" });
  await found.getByRole("searchbox").fill("Nolwenn Perrot");
  await found.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await found.getByRole("button", { name: "Oui" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Nolwenn Perrot" })).toBeVisible();
  await expect(page.getByText("Je voudrais parler à quelqu’un.")).toBeVisible();
  // What she said yes to is kept with her file.
  const joined = z.object({ personId: z.string() }).parse(await (await page.request.get(`/api/exchanges/${contactId}`)).json());
  const { consents } = z
    .object({ consents: z.array(z.object({ purpose: z.string(), state: z.string() })) })
    .parse(await (await page.request.get(`/api/persons/${joined.personId}/consents`)).json());
  expect(consents.find((line) => line.purpose === "keep_file")?.state).toBe("yes");
});

test("the round: signed, done again, compared cell by cell, read by version; and what weakens, confirmed by a human", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page);
  await page.goto(`/bureau/echanges/${contactId}`);
  const notes = page.getByRole("textbox", { name: "Notes d’écoute" });
  await expect(notes).toBeFocused();
  const listening = page.getByRole("radio", { name: "Écoute" });
  if ((await listening.getAttribute("aria-checked")) === "false") await listening.press("Enter");
  const sign = async (figure: string): Promise<void> => {
    await page.getByRole("button", { name: "Signer le tour" }).focus();
    await page.keyboard.press(figure);
    await page.keyboard.press("l");
    await page.keyboard.press("Enter");
  };
  await sign("3");
  await expect(page.getByText(/Valable jusqu’au/)).toBeVisible();
  await sign("2");
  const housing = page.getByRole("button", { name: /^Logement/ });
  await expect(housing.getByText(/était difficulté le/)).toBeVisible();
  await page.getByRole("button", { name: "Confirmer : Logement" }).press("Enter");
  await expect(page.getByText(/Confirmé par Inès/)).toBeVisible();
  await page.getByRole("link", { name: "Voir tous les tours" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Tour de la situation/ })).toBeVisible();
  await expect(page.getByText("Version 2", { exact: true })).toBeVisible();
  await expect(page.getByText("Version 1", { exact: true })).toBeVisible();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
});

test("check 40: the summary is read again, kept, and opened as a tagged page; a protected person is warned", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page, { isProtected: true });
  const exchange = z
    .object({ situation: z.object({ id: z.string() }) })
    .parse(await (await page.request.get(`/api/exchanges/${contactId}`)).json());
  await post(page, `/api/situations/${exchange.situation.id}/demands`, { theme: "famille", words: "Une garde le mercredi." });
  await post(page, `/api/situations/${exchange.situation.id}/needs`, { need: "loyer", origin: "detected" });
  await page.goto(`/bureau/echanges/${contactId}`);
  await page.getByRole("link", { name: "Résumé pour la personne" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Résumé pour/ })).toBeVisible();
  await expect(page.getByLabel("Ce qui est demandé, avec ses mots")).toHaveValue("« Une garde le mercredi. »");
  expect(await page.getByRole("main").innerText()).not.toContain("Loyer");
  await expect(page.getByText("Un papier peut être vu")).toBeVisible();
  await page.getByLabel("Un mot pour la personne").fill("À mardi.");
  await page.getByRole("button", { name: "Garder cette version" }).press("Enter");
  await expect(page.getByText("Version 1 gardée.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Le montrer aussi dans son suivi" })).toBeHidden();
  const link = page.getByRole("link", { name: /Ouvrir la page à imprimer/ });
  const paper = await page.request.get((await link.getAttribute("href")) ?? "");
  expect((await paper.body()).subarray(0, 8).toString()).toBe("%PDF-1.7");
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
});
