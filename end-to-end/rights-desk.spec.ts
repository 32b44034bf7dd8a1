import { expect, test, type Page } from "@playwright/test";
import { listenTo, notes, post, situationOf, someoneCalls } from "./calls.ts";
import { signIn } from "./people.ts";
import { complaints } from "./seen.ts";

// A lone mother near Guéret, during a call: from three facts known to what is not claimed each month, and what to ask for first.

const panel = (page: Page) => page.getByRole("region", { name: "Droits, estimation" });
const question = (page: Page) => panel(page).getByRole("region", { name: /^«/ });
const row = (page: Page, name: string) => panel(page).getByRole("row", { name: new RegExp(`^${name}`) });

const nadia = { firstName: "Nadia", lastName: "Benali", birthDate: "1992-04-12", communeCode: "23096" };

/** Answers the question that is asked now, whatever it is, from what she would say. */
const said: Readonly<Record<string, string>> = {
  "Vivez-vous en couple": "Non",
  "Combien d’enfants vivent avec vous": "2",
  "Quand est né votre premier enfant": "06/2016",
  "Quand est né votre 2e enfant": "02/2019",
  "Vous êtes-vous séparé": "Non",
  "Quel est votre logement": "Je loue un logement social (HLM)",
  "Quel est votre loyer": "380",
  "Que faites-vous en ce moment": "Recherche d’emploi",
  "Que recevez-vous chaque mois": "Rien de tout cela",
  "Vos revenus sont-ils": "Oui",
  "Combien avez-vous d’épargne": "0",
  "Quelles aides recevez-vous déjà": "Aucune de ces aides",
  "Avez-vous un handicap reconnu": "Non",
  "Un de vos enfants a-t-il un handicap": "Non",
  "Une naissance est-elle attendue": "Non",
  "Avez-vous travaillé 5 ans": "Non",
  "Avez-vous la nationalité française": "Oui",
};

const answerOnce = async (page: Page): Promise<void> => {
  const asked = await question(page).locator(".useful-question").innerText();
  const answer = Object.entries(said).find(([begins]) => asked.replaceAll("\u00a0", " ").includes(begins))?.[1];
  const within = question(page);
  if (answer === undefined) await within.getByRole("button", { name: "Ne sait pas" }).click();
  else if ((await within.getByRole("textbox").count()) > 0) {
    await within.getByRole("textbox").fill(answer);
    await within.getByRole("button", { name: "Valider" }).click();
  } else if ((await within.getByRole("checkbox").count()) > 0) {
    await within.getByLabel(answer).check();
    await within.getByRole("button", { name: "Valider" }).click();
  } else await within.getByRole("button", { name: answer, exact: true }).click();
  // Another question, or none any more.
  await expect(question(page).locator(".useful-question").filter({ hasText: asked })).toHaveCount(0);
};

test("from three facts known to what is not claimed each month and a dated plan, while she speaks", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page, nadia);
  await listenTo(page, contactId);
  // What her file says is known already; what the notes say is proposed, and nothing of it is applied.
  await expect(question(page)).toContainText("Vivez-vous en couple");
  await page.keyboard.type("Seule avec 2 enfants, en HLM, loyer 380 €.");
  const read = panel(page).getByRole("region", { name: /faits lus dans vos notes/ });
  await expect(read.getByText("« loyer 380 € »").or(read.getByText("« 2 enfants »")).first()).toBeVisible();
  await expect(notes(page)).toBeFocused();
  await read.getByRole("button", { name: /Garder : Enfants au foyer/ }).click();
  await expect(read.getByText("« 2 enfants »")).toBeHidden();
  await answerOnce(page);
  // Three facts: a first range.
  await expect(panel(page).getByText("Non perçu chaque mois")).toBeVisible();
  for (let turn = 0; turn < 14 && (await question(page).count()) > 0; turn += 1) await answerOnce(page);
  await expect(row(page, "RSA")).toContainText("probable, non demandé");
  await expect(row(page, "Allocations familiales")).toContainText("probable, non demandées");
  await expect(panel(page)).toContainText("C’est une estimation, dites « vous pourriez avoir droit à ».");
  // The notes of the person are never in the way: what is lost is read on the same screen.
  await expect(panel(page).locator(".not-taken-up strong")).toHaveText(/^1[\s\u00a0]\d{3}.*€$/);
  // And what to ask for first, with its day.
  const { id } = await situationOf(page, contactId);
  await page.goto(`/bureau/situations/${id}/demarches`);
  const plan = page.getByRole("region", { name: "Plan, dans l’ordre" });
  await expect(plan.getByRole("listitem").filter({ hasText: "RSA" }).first()).toContainText(/avant le \d/);
});

test("check 22, its last third: a row of rights reads its state in a word; figures answer the question without a mouse", async ({
  page,
}) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page, nadia);
  await listenTo(page, contactId);
  await question(page).getByRole("button", { name: "Non", exact: true }).focus();
  await page.keyboard.press("1");
  // The keyboard follows to the next question.
  await expect(question(page)).toContainText("Combien d’enfants");
  await expect(question(page).getByRole("button", { name: "0", exact: true })).toBeFocused();
  await page.keyboard.press("2");
  await expect(question(page)).not.toContainText("Combien d’enfants");
  const rows = panel(page).getByRole("rowheader");
  await expect(rows.first()).toHaveText(/(probable|à préciser|à vérifier|écarté)/);
  for (const text of await rows.allInnerTexts()) expect(text).toMatch(/probable|à préciser|à vérifier|écarté/);
  // Two minutes fold it, and lose nothing.
  await page.getByRole("radio", { name: "2 minutes" }).click();
  await expect(panel(page)).toBeHidden();
  await page.getByRole("radio", { name: "Écoute" }).click();
  await expect(panel(page)).toBeVisible();
  await expect(question(page)).not.toContainText("Combien d’enfants");
});

test("two desks: what one answers, the other sees; taken back, it is gone on both", async ({ page, browser }) => {
  await signIn(page, "ines@");
  const { contactId } = await someoneCalls(page, nadia);
  const { id } = await situationOf(page, contactId);
  const other = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await signIn(other, "ines@", `/bureau/situations/${id}/droits`);
  await page.goto(`/bureau/situations/${id}/droits`);
  const couple = (on: Page) => on.locator(".known-fact").filter({ hasText: "Couple" });
  await expect(couple(other)).toContainText("Pas encore demandé");
  // Anywhere on the page, the figure answers.
  await expect(page.getByText("« Vivez-vous en couple ? »")).toBeVisible();
  await page.keyboard.press("1");
  await expect(couple(other)).toContainText(/Non\s+réponse, .* Inès Caron/);
  await couple(other)
    .getByRole("button", { name: /Changer/ })
    .click();
  await couple(other).getByRole("button", { name: "Revenir à la réponse d’avant" }).click();
  await expect(couple(page)).toContainText("Pas encore demandé");
});

/** All that she would say, at once. */
const whole = {
  union: "single",
  children: "2",
  "child.1.born": "06/2016",
  "child.2.born": "02/2019",
  "recently-alone": "no",
  home: "social",
  rent: "380",
  "me.work": "unemployed",
  "me.income": "none",
  "me.steady": "yes",
  savings: "0",
  received: "none",
};

const answerAll = (page: Page, situationId: string): Promise<unknown> =>
  post(page, `/api/situations/${situationId}/rights/facts`, {
    answers: Object.entries(whole).map(([question, typed]) => ({ question, typed })),
    source: "counsellor",
  });

test("the page of all rights: why each amount, what would change, what was unexpected", async ({ page }) => {
  await signIn(page, "sonia@");
  const { contactId } = await someoneCalls(page, nadia);
  const { id } = await situationOf(page, contactId);
  await page.goto(`/bureau/situations/${id}/droits`);
  await expect(page.getByText("« Vivez-vous en couple ? »")).toBeVisible();
  await answerAll(page, id);
  await page.getByRole("button", { name: /Pourquoi ce montant : Revenu de solidarité active/ }).click();
  const steps = page.getByRole("table", { name: /Pourquoi ce montant/ });
  await expect(steps.getByRole("row").nth(1)).toContainText(/CASF, art\. L262/);
  await expect(steps.getByRole("row").last()).toContainText("Total");
  await page.getByLabel("Salaire net par mois").fill("1300");
  await page.getByRole("button", { name: "Comparer" }).click();
  await expect(
    page.getByRole("table", { name: "La personne reprend un travail" }).getByRole("row", { name: /Prime d’activité/ }),
  ).toContainText("+");
  await page.getByRole("button", { name: /Montant inattendu \? Revenu de solidarité active/ }).click();
  await page.getByLabel("L’organisme a décidé autre chose").check({ force: true });
  await page.getByRole("button", { name: "Signaler" }).click();
  await expect(page.getByText("La personne qui encadre l’équipe le verra.")).toBeVisible();
  await page.getByRole("button", { name: "C’est vu" }).click();
  await expect(page.getByRole("heading", { name: "Montants inattendus signalés" })).toBeHidden();
});

for (const width of [1440, 390])
  test(`rights at ${width} px, by day and by night: nothing overflows, axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, "ines@");
    const { contactId } = await someoneCalls(page, nadia);
    const { id } = await situationOf(page, contactId);
    const look = async (place: string, ready: string): Promise<void> => {
      await page.goto(place);
      await expect(page.getByText(ready).first()).toBeVisible();
      expect(await complaints(page, [{ colorScheme: "light" }, { colorScheme: "dark" }])).toEqual([]);
    };
    await look(`/bureau/situations/${id}/droits`, "« Vivez-vous en couple ? »");
    await answerAll(page, id);
    await look(`/bureau/situations/${id}/droits`, "Non perçu chaque mois");
    await look(`/bureau/echanges/${contactId}`, "Non perçu chaque mois");
  });
