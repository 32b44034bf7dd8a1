import { expect, test } from "@playwright/test";
import { atHome, signIn } from "./people.ts";
import { complaints, everyLook, hereAndNarrow, overflow } from "./seen.ts";

test("a data referent writes a café between generations, gives its structure a label, and says that all is right", async ({ page }) => {
  test.slow();
  await signIn(page, "hugo@", "/bureau/referent");
  await page.getByRole("link", { name: "Ajouter un service" }).click();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  await page.getByLabel("Une activité ou une rencontre").check({ force: true });
  await page.getByLabel("Structure", { exact: true }).fill("Le Thé du Jeudi");
  await page.getByLabel("Nom", { exact: true }).fill("Thé dansant entre voisins");
  await page.getByText("Reprendre confiance, voir du monde").click();
  await page.getByLabel("Rompre la solitude").check({ force: true });
  await page.getByLabel("Code postal").fill("38500");
  await page.getByLabel("Commune").fill("Voiron");
  await page.getByLabel("Horaires").fill("Th 14:00-25:70");
  await page.getByLabel("La structure elle-même").check({ force: true });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("alert")).toContainText("Nous ne comprenons pas la fin des horaires");
  await page.getByLabel("Horaires").fill("Th 14:00-17:00");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thé dansant entre voisins" })).toBeVisible();
  await expect(page.getByText("Jeudi : 14 h à 17 h")).toBeVisible();
  await page.getByRole("link", { name: "Ajouter un agrément" }).click();
  await page.getByLabel("Sorte").selectOption({ label: "Label" });
  await page.getByLabel("Intitulé").fill("Lieu accueillant");
  await page.getByLabel("Donné par").fill("Ville de Voiron");
  await page.getByLabel("Premier jour").fill("2020-01-01");
  await page.getByLabel("Dernier jour").fill("2020-12-31");
  await page.getByLabel("Rien : c’est une information").check({ force: true });
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("terminé le 31 décembre 2020")).toBeVisible();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  await page.goto("/annuaire/agrements?etat=a-renouveler");
  await expect(page.getByRole("row", { name: /Le Thé du Jeudi/ })).toBeVisible();
  expect(await complaints(page, everyLook)).toEqual([]);
});

test("the page of an initiative reads without a script, on the narrowest telephone", async ({ browser }) => {
  const page = await atHome(browser);
  await page.goto("/annuaire?mots=th%C3%A9%C3%A2tre&ou=Grenoble");
  await page
    .getByRole("link", { name: /Atelier de théâtre/ })
    .first()
    .click();
  await expect(page.getByText("ce n’est pas un droit, c’est une invitation", { exact: false })).toBeVisible();
  await expect(page.getByText("Mardi : 18 h 30 à 20 h 30")).toBeVisible();
  await expect(page.getByText("par la structure elle-même", { exact: false })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await overflow(page)).toBe(0);
  await page.context().close();
});
