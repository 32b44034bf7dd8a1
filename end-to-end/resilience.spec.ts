import { expect, test, type Page } from "@playwright/test";
import { accountOf } from "./house.ts";
import { signIn } from "./people.ts";

// What is typed while listening is never lost: the line is cut, the tab is killed, the session ends.

const openAnExchange = async (page: Page): Promise<string> => {
  await signIn(page, "ines@", "/bureau/echanges/nouveau");
  await page.getByRole("button", { name: "Continuer sans nom" }).click();
  await expect(page.getByRole("textbox", { name: "Notes d’écoute" })).toBeFocused();
  return page.url();
};

const notes = (page: Page) => page.getByRole("textbox", { name: "Notes d’écoute" });

test("the line is cut while typing: the text is kept, and leaves once when the line is back", async ({ page, context }) => {
  await openAnExchange(page);
  await page.keyboard.type("Avant la coupure. ");
  await expect(page.getByText(/enregistré/)).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.type("Pendant la coupure.");
  await expect(page.getByText("La connexion est coupée. Vos notes sont gardées sur ce poste.")).toBeVisible({ timeout: 30_000 });
  await context.setOffline(false);
  await expect(page.getByText(/enregistré/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(notes(page)).toHaveValue("Avant la coupure. Pendant la coupure.");
});

test("the tab is killed a moment after typing: the words are there when it is opened again", async ({ page, context }) => {
  const address = await openAnExchange(page);
  await page.keyboard.type("Dit juste avant la panne.");
  await page.waitForTimeout(400);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(address);
  await expect(notes(again)).toHaveValue("Dit juste avant la panne.", { timeout: 15_000 });
});

test("the session ends while typing: the password is asked over the page, and the text is saved after", async ({ page, context }) => {
  await openAnExchange(page);
  await context.clearCookies();
  await page.keyboard.type("Écrit sans session.");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible({ timeout: 20_000 });
  await dialog.getByLabel("Mot de passe").fill(accountOf("ines@").password);
  await dialog.getByRole("button").click();
  await expect(page.getByText(/enregistré/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(notes(page)).toHaveValue("Écrit sans session.");
});
