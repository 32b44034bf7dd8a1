import { expect, test, type Page } from "@playwright/test";
import { z } from "zod";
import { openRegisterDouble, type RegisterDouble } from "../house/testing/register-double.ts";
import { makePerson, mutuelle, post } from "./calls.ts";
import { registerPort } from "./house.ts";
import { signIn } from "./people.ts";
import { complaints, hereAndNarrow } from "./seen.ts";

// A card of three months, from its request to its renewal, with the State's register played on this computer; then the register down.

const Tasks = z.array(z.object({ kind: z.string(), personId: z.string().nullable() }));

let double: RegisterDouble;
test.beforeAll(async () => {
  double = await openRegisterDouble(registerPort);
  double.know({ birthName: "PERROT", firstName: "NOLWENN", birthDate: "1988-03-14", receives: ["rsa"] });
});
test.afterAll(() => double.close());

/** A model that nobody else has: each run issues its own. */
const addModel = async (page: Page): Promise<string> => {
  const name = `Carte essai ${Date.now() % 1_000_000}`;
  const given = { printedName: "Carte Alpes", months: 3, register: "rsa", atMost: null, issuers: ["counsellor"], isCard: true };
  await post(page, "/api/card-models", { ...given, name, commissionerId: await mutuelle(page) });
  return name;
};

const cards = (page: Page) => page.getByRole("region", { name: "Droits et cartes" });

/** From her file: asks for the card of this name. */
const request = async (page: Page, name: string): Promise<void> => {
  await cards(page).getByRole("button", { name: "Demander une carte ou un droit" }).click();
  const model = cards(page).getByLabel("Modèle");
  const option = await model.locator("option", { hasText: name }).getAttribute("value");
  await model.selectOption(option);
  await cards(page).getByRole("button", { name: "Demander", exact: true }).click();
  await expect(cards(page).getByText("demandée", { exact: true })).toBeVisible();
};

test("cases 15, 16, 60: asked for, agreed aloud, checked, issued, printed; then a register that is down refuses nothing", async ({
  browser,
}) => {
  const supervisor = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(supervisor, "sonia@");
  const [first, second] = [await addModel(supervisor), await addModel(supervisor)];
  await supervisor.goto("/bureau/cartes/modeles?service=mutuelle-des-alpes");
  await expect(supervisor.getByText(first)).toBeVisible();
  expect(await complaints(supervisor, hereAndNarrow)).toEqual([]);

  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(page, "ines@");
  const personId = await makePerson(page);
  await page.goto(`/bureau/personnes/${personId}`);
  await request(page, first);
  expect(await complaints(page, hereAndNarrow)).toEqual([]);

  // Nothing leaves before she has said yes, aloud; then what the register knows her by is asked, once.
  await cards(page).getByRole("button", { name: "Vérifier : RSA" }).click();
  const consent = cards(page).getByRole("region", { name: /Interroger un organisme/ });
  await expect(consent.getByText("Je peux demander à l’organisme")).toBeVisible();
  expect(double.asked).toEqual([]);
  await consent.getByRole("button", { name: "Oui", exact: true }).click();
  const identity = cards(page).getByRole("form", { name: "Identité donnée au registre" });
  await expect(identity.getByLabel("Nom de naissance")).toHaveValue("Perrot");
  await identity.getByLabel("Date de naissance").fill("1988-03-14");
  await identity.getByLabel("Féminin").check();
  await identity.getByLabel("Commune de naissance").fill("Voiron");
  await identity.getByRole("button", { name: "Chercher" }).click();
  await expect(identity.getByText("Choisie : Voiron")).toBeVisible();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  await identity.getByRole("button", { name: "Interroger" }).click();
  await expect(cards(page).getByText("condition remplie", { exact: true })).toBeVisible();
  expect(double.asked.length).toBe(1);

  await cards(page)
    .getByRole("button", { name: `Délivrer ${first}` })
    .click();
  await expect(cards(page).getByText(/Délivrée jusqu’au/)).toBeVisible();
  await cards(page).getByRole("link", { name: first }).click();
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
  const number = (await page.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/).innerText()).trim();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  const file = await page.request.get((await page.getByRole("link", { name: "Imprimer la carte" }).getAttribute("href")) ?? "");
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);

  // Lost: another number, and the old one leads to the same card.
  await page.getByText("Remplacer la carte").first().click();
  await page.getByRole("button", { name: "Remplacer la carte" }).click();
  await expect(page.getByText(number)).toBeHidden();
  await page.goto("/bureau/cartes");
  await page.getByLabel("Numéro de la carte").fill(number.toLowerCase());
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();

  // A second card asks nothing: the answer holds. Then the register goes down, and a third person is refused nothing.
  await page.goto(`/bureau/personnes/${personId}`);
  await cards(page).getByRole("button", { name: "Demander une carte ou un droit" }).click();
  const model = cards(page).getByLabel("Modèle");
  await model.selectOption(await model.locator("option", { hasText: second }).getAttribute("value"));
  await cards(page).getByRole("button", { name: "Demander", exact: true }).click();
  await expect(cards(page).getByText("condition remplie", { exact: true })).toBeVisible();
  expect(double.asked.length).toBe(1);

  double.beIn("provider-down");
  const other = await makePerson(page);
  await page.goto(`/bureau/personnes/${other}`);
  await request(page, first);
  await cards(page).getByRole("button", { name: "Vérifier : RSA" }).click();
  await cards(page)
    .getByRole("region", { name: /Interroger un organisme/ })
    .getByRole("button", { name: "Oui", exact: true })
    .click();
  await identity.getByLabel("Date de naissance").fill("1988-03-14");
  await identity.getByLabel("Féminin").check();
  await identity.getByRole("button", { name: "À l’étranger" }).click();
  await identity.getByLabel("Pays de naissance").selectOption({ label: "Sénégal" });
  await identity.getByRole("button", { name: "Interroger" }).click();
  await expect(cards(page).getByText("Rien n’est refusé", { exact: false })).toBeVisible();
  await expect(cards(page).getByText("demandée", { exact: true })).toBeVisible();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  // Somebody has a day to look at it: the task stands among those of tomorrow.
  const tasks = Tasks.parse(await (await page.request.get("/api/tasks")).json());
  expect(tasks.filter((task) => task.personId === other).map(({ kind }) => kind)).toEqual(["register.unknown"]);
});

test("a paper seen, noted by a double press: it is noted once", async ({ page }) => {
  await signIn(page, "ines@");
  await page.goto(`/bureau/personnes/${await makePerson(page)}`);
  // A line slow enough for the second press to come before the first answer.
  await page.route("**/documents", async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  const papers = page.getByRole("region", { name: "Justificatifs déjà vus" });
  await papers.getByRole("button", { name: "Noter un justificatif" }).click();
  await papers.getByRole("button", { name: "Noter", exact: true }).dblclick();
  await expect(papers.getByText(/^vu le/).first()).toBeVisible();
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(papers.getByText(/^vu le/)).toHaveCount(1);
});

test("a renewal that is due, by keyboard: « situation inchangée » with a document seen, and undone", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(page, "ines@");
  await page.goto("/bureau/cartes");
  // The card of the demonstration, whose renewal is open.
  const line = page.getByRole("link", { name: "Solange Vasseur" });
  await expect(line).toBeVisible();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  await page.keyboard.press("j");
  for (let step = 0; step < 30 && !(await line.evaluate((link) => link === document.activeElement)); step += 1)
    await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Carte trois mois" })).toBeVisible();
  await expect(page.getByText("à renouveler", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Noter un justificatif" }).first().click();
  await page.getByRole("button", { name: "Noter", exact: true }).click();
  await expect(page.getByText(/^Renouvelée jusqu’au/)).toBeVisible();
  expect(await complaints(page, hereAndNarrow)).toEqual([]);
  await page.getByRole("button", { name: "Annuler ce renouvellement" }).click();
  await expect(page.getByText("à renouveler", { exact: true })).toBeVisible();
});
