import { expect, test } from "@playwright/test";
import { signIn } from "./people.ts";

test("from Guéret, who keeps children: nobody near, and it is said and may be reported", async ({ page }) => {
  await signIn(page, "ines@", "/bureau/annuaire");
  await page.getByLabel("Quoi").selectOption({ label: "Garde d’enfants" });
  await page.getByLabel("Où").fill("Guéret");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByText(/Aucun service à moins de/)).toBeVisible();
  await page.getByRole("button", { name: "Signaler un manque ici" }).click();
  await expect(page.getByText(/signalé|noté|compté/i).first()).toBeVisible();
});

test("« neuilly » is never guessed: each one is told with its département and its postal code", async ({ page }) => {
  await signIn(page, "ines@", "/bureau/annuaire");
  await page.getByLabel("Quoi").selectOption({ label: "Garde d’enfants" });
  await page.getByLabel("Où").fill("neuilly");
  await page.getByRole("button", { name: "Chercher" }).click();
  for (const place of [/Neuilly-sur-Seine.*92/, /Neuilly-Plaisance.*93/]) await expect(page.getByText(place).first()).toBeVisible();
});

test("two typing errors do not hide a solidarity garage: « garaj solidere », by keyboard", async ({ page }) => {
  await signIn(page, "ines@", "/bureau/annuaire");
  const main = page.getByRole("main");
  await expect(main.getByLabel("ou avec des mots")).toBeVisible();
  await page.keyboard.press("/");
  await expect(main.getByLabel("ou avec des mots")).toBeFocused();
  await page.keyboard.type("garaj solidere");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Grenoble");
  await page.keyboard.press("Enter");
  const first = main.getByRole("article").first();
  await expect(first).toContainText("garage");
  await expect(first).toContainText("ressemble à vos mots");
  await expect(first).toContainText(/ouvre|jusqu’à|Ferme/i);
  await main.getByText("Pour qui, langue, âge").click();
  await main.getByRole("checkbox", { name: "Gratuit" }).check();
  await expect(main.getByText("Aucun service", { exact: false }).first()).toBeVisible();
  await main.getByRole("button", { name: "Chercher sans filtre" }).click();
  await expect(main.getByRole("article").first()).toContainText("garage");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("anyone searches near her town, opens a service and reports an error", async ({ page }) => {
    await page.goto("/annuaire");
    await page.getByLabel("De quoi s’agit-il ?").selectOption({ label: "Garde d’enfants" });
    await page.getByRole("textbox", { name: "Où ?" }).fill("Voiron 38500");
    await page.getByRole("button", { name: "Chercher" }).click();
    await page
      .getByRole("main")
      .getByRole("link", { name: /Garde|enfant|Pas/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.getByRole("link", { name: /erreur/i }).click();
    await page.getByRole("radio").first().check({ force: true });
    await page.getByRole("button").last().click();
    await expect(page.getByText(/Merci/).first()).toBeVisible();
  });
});
