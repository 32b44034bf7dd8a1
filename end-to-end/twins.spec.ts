import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./people.ts";
import { complaints, everyLook } from "./seen.ts";

// One file, three producers: what is surely one is merged alone, what is doubtful is answered by the data referent, and all can be taken back.

const at = {
  adresse: "12 rue des Tilleuls",
  code_postal: "15100",
  commune: "Saint-Flour",
  code_insee: "15187",
  latitude: 45.0336,
  longitude: 3.0926,
};
const structure = (id: string, nom: string, more: object = {}) => ({
  id,
  source: id.split("--")[0],
  nom,
  date_maj: "2026-10-02",
  telephone: "0465710021",
  ...at,
  ...more,
});
const service = (structureId: string, nom: string, theme: string) => ({
  id: `${structureId}-s`,
  source: structureId.split("--")[0],
  structure_id: structureId,
  nom,
  description: "Ouvert à tous, sans rendez-vous.",
  date_maj: "2026-10-02",
  thematiques: [theme],
  modes_accueil: ["en-presentiel"],
});

const elsewhere = { adresse: "3 place du Palais", telephone: "0465710031", latitude: 45.0341, longitude: 3.0951 };
const file = {
  structures: [
    structure("essai-ville--velo", "Atelier vélo du Pont"),
    structure("essai-reseau--recyclerie", "Recyclerie du Pont"),
    structure("essai-ville--musette", "Épicerie solidaire La Musette", elsewhere),
    structure("essai-reseau--musette", "EPICERIE SOLIDAIRE LA MUSETTE", { ...elsewhere, adresse: "3, PLACE DU PALAIS" }),
  ],
  services: [
    service("essai-ville--velo", "Réparer son vélo", "mobilite--entretenir-reparer-son-vehicule"),
    service("essai-reseau--recyclerie", "Réparer au lieu de jeter", "equipement-et-alimentation--electromenager"),
    service("essai-ville--musette", "Épicerie à petit prix", "equipement-et-alimentation--alimentation"),
    service("essai-reseau--musette", "Épicerie à petit prix", "equipement-et-alimentation--alimentation"),
  ],
};

/** Sends the file, as the form does, and waits until it is in the directory. */
const letIn = async (page: Page): Promise<void> => {
  const sent = await page.request.post("/annuaire/imports", {
    multipart: {
      fichier: { name: "saint-flour.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) },
      source: "essai-saint-flour",
      nom: "Saint-Flour, essai",
      licence: "Licence Ouverte 2.0",
      date: "",
      correspondance: "",
    },
  });
  await page.goto(new URL(sent.url()).pathname);
  await page.getByRole("button", { name: "Importer tout le fichier" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "Compte rendu" })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
};

/** The demonstration has doubtful pairs of its own: « je ne sais pas » leaves them aside, so that the story meets its own only. */
const leaveOthersAside = async (page: Page): Promise<void> => {
  await page.goto("/bureau/referent/doublons");
  await expect(page.getByRole("heading", { level: 1, name: "Doublons" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(async () => {
    if ((await pairOf(page, "").count()) > 0) await page.keyboard.press("p");
    await expect(pairOf(page, "")).toHaveCount(0, { timeout: 300 });
  }).toPass({ timeout: 60_000, intervals: [300] });
};

const pairOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^Nom .*${name}`) });

test("what is sure is merged alone, what is doubtful is answered with one key, and all of it can be taken back", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "hugo@", "/bureau/referent");
  await leaveOthersAside(page);
  await letIn(page);
  await page.goto("/bureau/referent");
  await page.getByRole("link", { name: "Doublons" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Doublons" })).toBeVisible();
  // What changed is compared within a minute, without anybody asking.
  await expect(async () => {
    await page.reload();
    await expect(pairOf(page, "Recyclerie du Pont")).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 150_000 });
  const panel = page.getByRole("region", { name: "Est-ce la même structure ?" });
  await expect(panel.getByRole("row", { name: /^Téléphone .*identique/ })).toBeVisible();
  expect(await complaints(page, everyLook)).toEqual([]);

  await page.keyboard.press("d");
  await expect(page.getByText("Noté : ce sont deux.")).toBeVisible();
  await expect(page.getByText("1 sur 1")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("La dernière réponse est annulée.")).toBeVisible();
  await expect(pairOf(page, "Recyclerie du Pont")).toBeVisible();
  await page.keyboard.press("l");
  await expect(page.getByRole("heading", { name: "Tout est décidé" })).toBeVisible();

  await page.getByText("Réunies ces 30 derniers jours").click();
  const musette = page.getByRole("listitem").filter({ hasText: "La Musette" }).filter({ hasText: "même structure" });
  await expect(musette).toContainText("par la machine");
  await musette.getByRole("button", { name: /^Séparer/ }).click();
  await expect(musette).toContainText("séparées depuis");
  expect(await complaints(page)).toEqual([]);
});
