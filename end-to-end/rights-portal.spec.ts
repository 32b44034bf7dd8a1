import { expect, test, type Browser, type Page } from "@playwright/test";
import { lookAtHome, smallPhone } from "./seen.ts";

// A retired couple, alone on the portal with a small phone and no JavaScript: question after question, to what they do not receive each
// month, whom to ask, and a link to come back. Each page is looked at by axe, none is wider than the phone, no target is too small.

const pictures = process.env["TU_RIGHTS_PICTURES"];

let count = 0;

const look = (browser: Browser, seen: Page): Promise<void> =>
  lookAtHome(browser, seen, (page) => (pictures === undefined ? Promise.resolve() : photograph(page, String(++count).padStart(2, "0"))));

/** For whoever works on these pages: TU_RIGHTS_PICTURES=folder keeps what was seen, at three widths and as it is printed. */
const photograph = async (page: Page, name: string): Promise<void> => {
  for (const width of [360, 390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
  // A sheet A4 is 794 points wide.
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: `${pictures}/${name}-paper.png`, fullPage: true });
};

const goOn = (page: Page): Promise<void> => page.getByRole("button", { name: "Continuer" }).click();
const choose = async (page: Page, question: string, answer: string): Promise<void> => {
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  await page.getByRole("radio", { name: answer }).first().check({ force: true });
  await goOn(page);
};
const tick = async (page: Page, question: string, answer: string): Promise<void> => {
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  await page.getByRole("checkbox", { name: answer }).first().check({ force: true });
  await goOn(page);
};
const born = async (page: Page, month: string, year: string): Promise<void> => {
  await page.getByLabel("Mois").selectOption(month);
  await page.getByLabel("Année").fill(year);
  await goOn(page);
};
const write = async (page: Page, question: string, field: string, text: string): Promise<void> => {
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  await page.getByLabel(field).fill(text);
};

test("case UX 25, 26, 28: a retired couple alone on the portal, from the home page to what it does not receive", async ({ browser }) => {
  const page = await smallPhone(browser);
  await page.goto("/s/mutuelle-des-alpes/");
  await page.getByRole("link", { name: /Voir mes droits/ }).click();
  await look(browser, page);
  await page.getByRole("link", { name: "Commencer" }).click();
  await look(browser, page);
  await choose(page, "Vivez-vous en couple ?", "Oui, nous sommes mariés");
  await look(browser, page);
  await born(page, "3", "1855");
  await expect(page.getByRole("alert")).toContainText("Votre naissance");
  await look(browser, page);
  await born(page, "3", "1955");
  await born(page, "8", "1957");
  await write(page, "Combien d’enfants vivent avec vous ?", "Nombre", "0");
  await look(browser, page);
  await goOn(page);
  await write(page, "Dans quelle commune vivez-vous ?", "Nom ou code postal", "Gueret");
  await page.getByRole("button", { name: "Chercher" }).click();
  await look(browser, page);
  await page.getByRole("radio", { name: /Guéret, 23000/ }).check({ force: true });
  await goOn(page);
  await choose(page, "Quel est votre logement ?", "Je suis propriétaire, sans crédit");
  await choose(page, "Que faites-vous en ce moment ?", "Retraite");
  await tick(page, "Que recevez-vous chaque mois ?", "Une retraite");
  await page.getByRole("button", { name: "Retour" }).click();
  await expect(page.getByRole("checkbox", { name: "Une retraite" })).toBeChecked();
  await look(browser, page);
  await goOn(page);
  await write(page, "Quelle est votre retraite ?", "Montant en euros", "620");
  await look(browser, page);
  await goOn(page);
  await choose(page, "Que fait la personne avec qui vous vivez ?", "Retraite");
  await tick(page, "Que reçoit chaque mois la personne avec qui vous vivez ?", "Une retraite");
  await write(page, "Quelle est sa retraite ?", "Montant en euros", "310");
  await goOn(page);
  await write(page, "Combien avez-vous d’épargne en tout ?", "Montant en euros", "4 000");
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1, name: "Quelles aides recevez-vous déjà ?" })).toBeVisible();
  await look(browser, page);
  await tick(page, "Quelles aides recevez-vous déjà ?", "Aucune de ces aides");
  await expect(page.getByRole("heading", { level: 1, name: "Quel est votre revenu fiscal de référence ?" })).toBeVisible();
  await page.getByRole("button", { name: "Je ne sais pas" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Avez-vous la nationalité française ?" })).toBeVisible();
  await page.getByRole("radio", { name: "Oui" }).check({ force: true });
  await look(browser, page);
  await page.getByRole("button", { name: "Voir mes droits" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Vos droits, une estimation" })).toBeVisible();
  await expect(page.getByText("C’est une estimation. L’organisme décide.")).toBeVisible();
  const aspa = page.locator("article", { hasText: "Allocation de solidarité aux personnes âgées" });
  await expect(aspa).toContainText(/environ \d{3}\s€ par mois/);
  await expect(aspa).toContainText("Votre caisse de retraite");
  await expect(page.getByRole("heading", { name: "À vérifier" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Pas cette fois, pourquoi" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Aides près de chez vous (Guéret)" })).toBeVisible();
  await look(browser, page);

  await page.getByRole("button", { name: "Garder ce résultat pour plus tard" }).click();
  await look(browser, page);
  await page.getByRole("link", { name: "Ouvrir ce lien" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Vos réponses sont là" })).toBeVisible();
  await look(browser, page);
  await page.getByRole("button", { name: "Voir mes droits" }).click();
  await expect(page.locator("article", { hasText: "Allocation de solidarité aux personnes âgées" })).toBeVisible();
  await page.getByRole("button", { name: "Être rappelé" }).click();
  await look(browser, page);
  await page.getByRole("button", { name: "Oui, les garder" }).click();
  await expect(page).toHaveURL(/\/rappel\/1$/);
  await page.context().close();
});
