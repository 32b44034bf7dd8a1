import { expect, test } from "@playwright/test";
import { signIn } from "./people.ts";

// A list as a small structure sends it: its own words, semicolons, no identifier, a line that is nothing, a home among the doors.
// Its number makes it another list at each run: an import without effect has nothing to undo.
const run = String(Date.now() % 100_000);
const garage = `Garage solidaire des Tilleuls ${run}`;
const messy = [
  "Nom de la structure;N° tél;Où;Ce qu'on y fait;Rubrique;Ouverture",
  `${garage};01 99 00 12 34;3 rue Haute 23000 Guéret;<b>Répare</b> les voitures;Mobilité;du lundi au vendredi 9h-12h`,
  "Atelier vélo de Chénérailles;05 36 49 12 34;5 place du Marché 23130 Chénérailles;Prête des vélos;Mobilité;",
  "Claude Martin;06 39 98 12 34;7 impasse des Lilas 23000 Guéret;Répare chez lui;Mobilité;",
  "X;;;;;",
].join("\n");

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a messy list is read by saying what its columns are, tried, imported, found, and undone", async ({ page }) => {
    await signIn(page, "hugo@", "/annuaire/imports");
    await page
      .getByLabel("Fichier", { exact: true })
      .setInputFiles({ name: "garages.csv", mimeType: "text/csv", buffer: Buffer.from(messy) });
    await page.getByLabel("Comment lire ce fichier").selectOption({ label: "À l’écran : dire ce que contient chaque colonne" });
    await page.getByLabel("Identifiant de la source").fill(`garages-creuse-${run}`);
    await page.getByLabel("Nom de la source").fill("Garages de la Creuse");
    await page.getByLabel("Licence").fill("Licence Ouverte 2.0");
    await page.getByLabel("Jour des données").fill("2026-01-15");
    await page.getByRole("button", { name: "Voir les premières lignes" }).click();

    // Proposed already: a hurried person only checks.
    await expect(page.getByRole("heading", { name: "Que contient chaque colonne ?" })).toBeVisible();
    await expect(page.getByLabel("Nom de la structure")).toHaveValue("nom");
    await expect(page.getByLabel("Où")).toHaveValue("full-address");
    await expect(page.getByLabel("Rubrique")).toHaveValue("thematiques");
    await expect(page.getByLabel("Ouverture")).toHaveValue("horaires");
    await page.getByLabel("Ce qu'on y fait").selectOption({ label: "Description" });
    await page.getByRole("button", { name: "Continuer" }).click();

    await expect(page.getByLabel("Mobilité")).toHaveValue("mobilite");
    await page.getByRole("button", { name: "Voir les premières lignes" }).click();
    await expect(page.getByRole("cell", { name: garage })).toBeVisible();
    await expect(page.getByText("5, refusée")).toBeVisible();

    await page.getByRole("button", { name: "Essayer tout le fichier, sans rien écrire" }).click();
    await expect(page.getByRole("heading", { name: "Essai sur tout le fichier" })).toBeVisible({ timeout: 20_000 });
    await page.getByRole("button", { name: "Importer tout le fichier" }).click();
    await expect(page.getByRole("heading", { name: "Compte rendu" })).toBeVisible({ timeout: 20_000 });
    const report = page.url();
    await expect(page.getByText(/Le nom semble être celui d’une personne/).first()).toBeVisible();

    const found = async (): Promise<number> => {
      await page.goto(`/annuaire?mots=garage+tilleuls+${run}`);
      return page
        .getByRole("main")
        .getByRole("link", { name: new RegExp(garage) })
        .count();
    };
    await expect.poll(found, { timeout: 20_000 }).toBeGreaterThan(0);
    await page
      .getByRole("main")
      .getByRole("link", { name: new RegExp(garage) })
      .first()
      .click();
    await expect(page.getByText("Répare les voitures")).toBeVisible();

    await page.goto(report);
    await page.getByText("Défaire cet import", { exact: true }).click();
    await expect(page.getByText(/fiches nouvelles sont retirées/)).toBeVisible();
    await page.getByRole("button", { name: "Oui, défaire cet import" }).click();
    await expect(page.getByText("Cet import a été défait")).toBeVisible();
    await expect.poll(found, { timeout: 20_000 }).toBe(0);
  });
});
