import { expect, test, type Page } from "@playwright/test";
import { atHome, signIn } from "./people.ts";
import { complaints, overflow } from "./seen.ts";

// One local benefit, from whoever writes it to whoever needs it. The name changes at each run, so that a house may stay up.

const name = `Aide au jardin ${Date.now().toString(36)}`;

const chooseTerritory = async (page: Page, label: string, typed: string, choice: RegExp): Promise<void> => {
  await page.getByRole("searchbox", { name: label }).fill(typed);
  await page.getByRole("button", { name: choice }).click();
};

test("written by one for a commune, published by another, read by a counsellor and by anyone; elsewhere « pas encore répertorié »", async ({
  page,
  browser,
}) => {
  await test.step("who keeps the catalogue writes it, and sees who may have it while writing", async () => {
    await signIn(page, "hugo@", "/bureau/aides");
    await page.getByRole("link", { name: "Écrire une aide" }).click();
    await page.getByRole("button", { name: "Enregistrer et envoyer en relecture" }).click();
    await expect(page.getByRole("alert")).toContainText("Il y a un problème");
    await expect(page.getByRole("link", { name: "Indiquez le nom de l’aide." })).toBeVisible();
    await page.getByLabel("Nom", { exact: true }).fill(name);
    await page.getByLabel("Thème").selectOption("lien");
    await page.getByLabel("Ce qu’elle donne").fill("Une parcelle du jardin partagé, et des outils prêtés.\n<b>Gratuit</b>");
    await chooseTerritory(page, "Territoire", "Bourganeuf", /Bourganeuf.*Creuse \(23\)/);
    await page.getByLabel("L’âge de la personne").check();
    await page.getByLabel("De (ans)").fill("60");
    await expect(page.getByText("60 ans ou plus")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Couple de retraités" })).toContainText("peut la demander");
    await expect(page.getByRole("listitem").filter({ hasText: "Étudiant" })).toContainText("n’est pas concerné");
    await expect(page.getByRole("listitem").filter({ hasText: "58 ans" })).toContainText("à vérifier");
    await page.getByRole("textbox", { name: "À qui demander" }).fill("Mairie de Bourganeuf");
    await page.getByLabel("Téléphone").fill("05 36 49 11 22");
    expect(await complaints(page)).toEqual([]);
    await page.getByRole("button", { name: "Enregistrer et envoyer en relecture" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText("Vous avez écrit cette version")).toBeVisible();
    await page.getByRole("button", { name: "Publier" }).click();
    await expect(page.getByRole("alert")).toContainText("Une autre personne doit la relire");
  });

  await test.step("nobody reads it yet", async () => {
    const citizen = await atHome(browser);
    await citizen.goto("/aides-locales?ou=Bourganeuf");
    await expect(citizen.getByRole("heading", { name: "Aides à Bourganeuf" })).toBeVisible();
    await expect(citizen.getByText(name)).toHaveCount(0);
    await citizen.context().close();
  });

  await test.step("another one reviews it and publishes it", async () => {
    const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "fr-FR" })).newPage();
    await signIn(other, "sonia@", "/bureau/aides");
    await other.getByRole("radio", { name: /^À relire/ }).click();
    await other.getByRole("link", { name }).click();
    expect(await complaints(other)).toEqual([]);
    await other.getByRole("button", { name: "Publier" }).click();
    await expect(other.getByText(/^Publiée \(version 1\)/)).toBeVisible();
    await expect(other.getByText("Publiée", { exact: true })).toBeVisible();
    await other.context().close();
  });

  await test.step("a counsellor reads it during a call, and keeps nothing of the catalogue", async () => {
    const counsellor = await (await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "fr-FR" })).newPage();
    await signIn(counsellor, "ines@", "/bureau/aides");
    await expect(counsellor.getByRole("link", { name: "Écrire une aide" })).toHaveCount(0);
    await counsellor.getByRole("searchbox", { name: "Commune" }).fill("Bourganeuf");
    await counsellor.getByRole("button", { name: "Chercher" }).click();
    await counsellor.getByRole("button", { name: /Bourganeuf/ }).click();
    await expect(counsellor.getByText(name, { exact: true })).toBeVisible();
    expect(await complaints(counsellor)).toEqual([]);
    await counsellor.context().close();
  });

  await test.step("anyone reads it at home, without JavaScript, HTML shown as it was typed", async () => {
    const citizen = await atHome(browser);
    await citizen.goto("/aides-locales");
    await citizen.getByLabel("Votre commune").fill("Bourganeuf");
    await citizen.getByRole("button", { name: "Chercher" }).click();
    await expect(citizen.getByText(name, { exact: true })).toBeVisible();
    await expect(citizen.getByText("<b>Gratuit</b>")).toBeVisible();
    expect(await overflow(citizen)).toBeLessThanOrEqual(0);
    await citizen.goto("/aides-locales?ou=Quimper");
    await expect(citizen.getByRole("heading", { name: "Pas encore répertorié ici" })).toBeVisible();
    await expect(citizen.getByText(name)).toHaveCount(0);
    await citizen.getByRole("link", { name: "Signaler une aide que nous ne connaissons pas" }).click();
    await citizen.getByLabel("Quelle aide, et qui la donne ?").fill("La mairie prête des vélos.");
    await citizen.getByRole("button", { name: "Envoyer" }).click();
    await expect(citizen.getByText("Merci. Quelqu’un va vérifier.")).toBeVisible();
    await citizen.context().close();
  });
});

test("in the Creuse: some for moving about, nothing for the digital, the rest not looked at yet", async ({ browser }) => {
  const citizen = await atHome(browser);
  await citizen.goto("/aides-locales?ou=Gu%C3%A9ret");
  await expect(citizen.getByText("Chèque mobilité", { exact: true })).toBeVisible();
  await expect(citizen.getByText("Démonstration : aide inventée").first()).toBeVisible();
  await expect(citizen.getByRole("heading", { name: "Rien n’est proposé ici" })).toBeVisible();
  await expect(citizen.getByRole("heading", { name: "Pas encore répertorié ici" })).toBeVisible();
  await citizen.context().close();
});

for (const width of [1440, 390])
  test(`the screens of the catalogue at ${width} px: nothing is cut, no violation`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, "hugo@", "/bureau/aides");
    await page.getByRole("link", { name: "Navette du marché pour les aînés" }).waitFor();
    const screens: readonly (readonly [string, RegExp])[] = [
      ["/bureau/aides", /Cantine à un euro/],
      ["/bureau/aides/pres", /Ce qu’une personne/],
      ["/bureau/aides/couverture", /Ce que chaque département/],
      ["/bureau/aides/fichier", /Le fichier sort/],
      ["/bureau/aides/signalements", /Des aides que quelqu’un/],
      ["/bureau/aides/nouvelle", /Pour qui/],
    ];
    for (const [address, ready] of screens) {
      await page.goto(address);
      await page.getByText(ready).first().waitFor();
      expect(await complaints(page), address).toEqual([]);
    }
    await page.goto("/bureau/aides");
    await page.getByRole("link", { name: "Navette du marché pour les aînés" }).click();
    await expect(page.getByText("à revérifier", { exact: false }).first()).toBeVisible();
    expect(await complaints(page)).toEqual([]);
  });
