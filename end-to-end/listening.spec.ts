import { expect, test, type Page } from "@playwright/test";
import { pressByKey, tabTo } from "./keyboard.ts";
import { signIn } from "./people.ts";

// Listening with the keyboard alone, as one does while somebody speaks: what the machine proposes is kept or set aside by a chord,
// and a danger asks without taking the keyboard. The numbers are those of the acceptance list of the desk.

const notes = (page: Page) => page.getByRole("textbox", { name: "Notes d’écoute" });
const propositions = (page: Page) => page.getByRole("region", { name: "Propositions" });
const needs = (page: Page) => page.getByRole("region", { name: "Ce que nous repérons" });
const question = (page: Page) => page.getByRole("alert").filter({ hasText: "Danger immédiat : est-ce le cas ?" });
const firstProposed = (page: Page) => propositions(page).getByRole("listitem").first();

const beginAnonymous = async (page: Page): Promise<void> => {
  await signIn(page, "ines@", "/bureau/echanges/nouveau");
  await pressByKey(page, page.getByRole("button", { name: "Continuer sans nom" }));
  await expect(notes(page)).toBeFocused();
};

const rent = "Trois mois de loyer de retard, le bailleur a envoyé un commandement de payer.";
const energy = "Facture d’électricité impayée de 312 €, EDF menace de couper le courant.";
const food = "Plus rien à manger pour les enfants, demande un colis alimentaire.";

test("a danger told by a neighbour", async ({ page, browser }) => {
  const supervisor = await (await browser.newContext()).newPage();
  await signIn(supervisor, "sonia@");
  await beginAnonymous(page);
  await page.keyboard.type(
    "Une voisine appelle. Elle entend l’enfant hurler toutes les nuits, le père le bat, ce soir il l’a jeté contre le mur.",
  );
  await expect(question(page)).toBeVisible();
  await expect(question(page)).toContainText(/Vos notes disent\s:\s«\s.*le père le bat/);
  // Entrée writes a line, and nothing else.
  await expect(notes(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Elle est sur le palier.");
  await expect(notes(page)).toHaveValue(/mur\.\nElle est sur le palier\.$/);
  await expect(question(page)).toBeVisible();
  // Nobody closes over a question.
  await pressByKey(page, page.getByRole("button", { name: "Clore l’échange" }));
  await expect(page.getByRole("alert").filter({ hasText: "Répondez d’abord à la question" })).toBeFocused();
  await page.keyboard.press("F2");
  await expect(notes(page)).toBeFocused();
  await page.keyboard.press("F8");
  await expect(page.getByRole("heading", { name: /^Danger immédiat, signalé à/ })).toBeVisible();
  await expect(notes(page)).toBeFocused();
  const band = page.locator("#danger");
  for (const number of ["15", "17", "18", "112", "115", "119", "3114", "3919", "3977"])
    await expect(band.getByText(number, { exact: true })).toBeVisible();
  await expect(band.getByText("SMS au 114")).toBeVisible();
  await expect(band.getByText(/CRIP.*procureur/)).toBeVisible();
  // Check 7: those who supervise see it without doing anything.
  await expect(supervisor.getByText("Un danger a été signalé : à reprendre maintenant").first()).toBeVisible({ timeout: 2000 });
});

test("check 6: « il est en bas, il me suit », typed on with Entrée, records no answer; Maj+F8 says no, and it is not asked again", async ({
  page,
}) => {
  await beginAnonymous(page);
  await page.keyboard.type("Pleure. Il est en bas, il me suit, j’ai peur qu’il me frappe encore");
  await expect(question(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Suite.");
  await expect(notes(page)).toHaveValue(/encore\n\nSuite\.$/);
  await expect(question(page)).toBeVisible();
  await page.keyboard.press("Shift+F8");
  await expect(question(page)).toBeHidden();
  await expect(notes(page)).toBeFocused();
  await page.keyboard.type(" Elle habite Voiron.");
  await page.waitForTimeout(2500);
  await expect(question(page)).toBeHidden();
});

test("check 8: « La facture m’a tuée » opens no band", async ({ page }) => {
  await beginAnonymous(page);
  await page.keyboard.type("La facture m’a tuée, une crise cardiaque !");
  await page.waitForTimeout(2500);
  await expect(question(page)).toBeHidden();
});

test("checks 4 and 5: one chord keeps exactly the first line, another sets it aside for good; nothing dashed is saved", async ({
  page,
}) => {
  await beginAnonymous(page);
  await page.keyboard.type(`${rent} ${energy}`);
  await expect(firstProposed(page)).toBeVisible();
  const proposed = await propositions(page).getByRole("listitem").locator("strong").allInnerTexts();
  expect(proposed.length).toBeGreaterThan(1);
  await page.keyboard.press("Control+Enter");
  await expect(needs(page).getByText(proposed[0] ?? "")).toBeVisible();
  await expect(needs(page).getByText("Pas encore dit à la personne")).toHaveCount(1);
  await expect(notes(page)).toBeFocused();
  const next = await firstProposed(page).locator("strong").innerText();
  expect(next).toBe(proposed[1]);
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByText(`Écarté : ${next}.`)).toBeVisible();
  await page.keyboard.type(" Elle habite Voiron.");
  await page.waitForTimeout(2500);
  await expect(propositions(page).getByRole("listitem").filter({ hasText: next })).toHaveCount(0);
  // What is saved holds the need that was kept, and no other.
  const saved: unknown = await page.evaluate(async () => {
    const id = window.location.pathname.split("/").at(-1) ?? "";
    const answer = await fetch(`/api/exchanges/${id}`);
    return (await answer.json()) as unknown;
  });
  expect(saved).toMatchObject({ situation: { needs: [{ label: proposed[0], origin: "detected", told: "untold" }] }, emotions: [] });
  // Set aside by mistake: the last one comes back.
  await pressByKey(page, page.getByRole("button", { name: "Annuler" }));
  await expect(propositions(page).getByRole("listitem").filter({ hasText: next })).toBeVisible();
});

test("Tab goes from the notes to the list; arrows move, Suppr sets aside, Entrée keeps, and the keyboard comes back to the notes", async ({
  page,
}) => {
  await beginAnonymous(page);
  await page.keyboard.type(`${rent} ${food}`);
  await expect(propositions(page).getByRole("listitem").nth(1)).toBeVisible();
  await page.keyboard.press("Tab");
  const keep = propositions(page).getByRole("button", { name: /^Garder/ });
  await expect(keep.nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(keep.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(
    propositions(page)
      .getByRole("button", { name: /^Écarter/ })
      .nth(1),
  ).toBeFocused();
  const [first, second] = await propositions(page).getByRole("listitem").locator("strong").allInnerTexts();
  await page.keyboard.press("Delete");
  await expect(page.getByText(`Écarté : ${second ?? ""}.`)).toBeVisible();
  await page.keyboard.press("Home");
  await expect(propositions(page).getByRole("button", { name: `Garder : ${first ?? ""}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(needs(page).getByText(first ?? "")).toBeVisible();
  await expect(propositions(page).getByRole("listitem")).toHaveCount(0);
  await expect(notes(page)).toBeFocused();
});

test("a long listening: three problems behind « je change d’adresse »", async ({ page }) => {
  await beginAnonymous(page);
  await page.keyboard.type(`Appelle pour changer d’adresse. ${rent} ${energy} ${food} Elle a honte, n’ose pas le dire à sa mère.`);
  // What was asked, in her words, from a line of the notes.
  await page.keyboard.press("Enter");
  await page.keyboard.type("/demande Je change d’adresse.");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("La demande, avec ses mots")).toHaveValue("Je change d’adresse.");
  await expect(page.getByLabel("Thème")).toBeFocused();
  await page.keyboard.type("Acc");
  await pressByKey(page, page.getByRole("button", { name: "Noter la demande" }));
  await expect(page.getByRole("region", { name: "Ce qui est demandé" }).getByText("Je change d’adresse.")).toBeVisible();
  await expect(notes(page)).not.toHaveValue(/\/demande/);
  await expect(notes(page)).toBeFocused();
  // Three needs found by listening, kept one chord each; anything else is set aside.
  const wanted = ["Loyer impayé, expulsion", "Facture, coupure d’énergie ou d’eau", "Se nourrir"];
  const kept = new Set<string>();
  for (let turn = 0; turn < 8 && kept.size < wanted.length; turn++) {
    await expect(firstProposed(page)).toBeVisible();
    const label = (await firstProposed(page).locator("strong").innerText()).trim();
    const isWanted = wanted.includes(label);
    await page.keyboard.press(isWanted ? "Control+Enter" : "Control+Shift+Enter");
    if (isWanted) kept.add(label);
    await expect(propositions(page).getByRole("listitem").filter({ hasText: label })).toHaveCount(0);
  }
  expect([...kept].toSorted()).toEqual(wanted.toSorted());
  await expect(needs(page).getByText("Pas encore dit à la personne")).toHaveCount(3);
  // She is told each, and agrees.
  for (let told = 0; told < 3; told++) {
    const agree = needs(page).getByRole("button", { name: "Dit, d’accord" });
    await pressByKey(page, agree.first());
    await expect(agree).toHaveCount(2 - told);
  }
  await tabTo(page, page.getByRole("button", { name: /^Honte/ }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Honte, un peu" })).toBeFocused();
  // The end: a next action, then close.
  await page.keyboard.press("x");
  await expect(page.getByRole("combobox", { name: "Prochaine action : Quoi" })).toBeFocused();
  await page.keyboard.type("Rappeler pour le colis");
  // Native fields: whether the day or the month is typed first belongs to the browser.
  await page.keyboard.press("Tab");
  await page.getByLabel("Date", { exact: true }).fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await tabTo(page, page.getByLabel("Heure", { exact: true }));
  await page.getByLabel("Heure", { exact: true }).fill("10:00");
  await pressByKey(page, page.getByRole("button", { name: "Clore l’échange" }));
  await expect(page).toHaveURL(/\/bureau$/);
});

test("a text in another language is said, and nothing is proposed", async ({ page }) => {
  await beginAnonymous(page);
  await page.keyboard.type(
    "My landlord wants to put me out because I have not paid the rent for three months and I do not know what to do.",
  );
  await expect(page.getByText("Ce texte n’est pas en français : aucune proposition.")).toBeVisible();
  await expect(propositions(page)).toBeHidden();
});

test("« /besoin » and « /tache » open their forms with the rest of the line, and leave the notes once saved", async ({ page }) => {
  await beginAnonymous(page);
  await page.keyboard.type("Dort mal.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/besoin loyer");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: "Loyer impayé, expulsion" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await pressByKey(page, page.getByRole("button", { name: "Noter le besoin" }));
  await expect(needs(page).getByText("Loyer impayé, expulsion")).toBeVisible();
  await expect(notes(page)).toHaveValue("Dort mal.");
  await expect(notes(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("/tache Rappeler le bailleur");
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "Prochaine action" });
  await expect(form.getByRole("combobox", { name: /Quoi/ })).toHaveValue("Rappeler le bailleur");
  // Cancelled, the line stays where it was written.
  await pressByKey(page, form.getByRole("button", { name: "Annuler" }));
  await expect(notes(page)).toHaveValue("Dort mal.\n/tache Rappeler le bailleur");
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await form.getByLabel("Date", { exact: true }).fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await form.getByLabel("Heure", { exact: true }).fill("10:00");
  await pressByKey(page, form.getByRole("button", { name: "Enregistrer" }));
  await expect(notes(page)).toHaveValue("Dort mal.");
  await expect(page.getByText("Prochaine action choisie")).toBeVisible();
});

test("Ctrl K finds a deed by a few letters of its name", async ({ page }) => {
  await beginAnonymous(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("besoin");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Noter le besoin" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("annuaire");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/bureau\/annuaire/);
});

test("check 14: a number that two persons share lists both and opens none; the figure 2 opens the second", async ({ page }) => {
  await signIn(page, "ines@", "/bureau/personnes?service=mutuelle-des-alpes");
  const phone = `06 39 98 ${String(Date.now() % 10_000)
    .padStart(4, "0")
    .replace(/(..)(..)/, "$1 $2")}`;
  const made = await page.evaluate(async (number) => {
    const session = (await (await fetch("/api/session")).json()) as { memberships: { commissionerId: string; slug: string }[] };
    const commissionerId = session.memberships.find(({ slug }) => slug === "mutuelle-des-alpes")?.commissionerId;
    const statuses: number[] = [];
    for (const firstName of ["Nadia", "Karim"]) {
      const answer = await fetch("/api/persons", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify({ commissionerId, firstName, lastName: "Benali", phone: number }),
      });
      statuses.push(answer.status);
    }
    return statuses;
  }, phone);
  expect(made).toEqual([200, 200]);
  await page.getByRole("searchbox").focus();
  await page.keyboard.type(phone);
  const candidates = page.getByRole("option");
  await expect(candidates).toHaveCount(2);
  await expect(page).toHaveURL(/\/bureau\/personnes\?/);
  const second = (await candidates.nth(1).locator("strong").innerText()).trim();
  await tabTo(page, page.getByRole("button", { name: /Nouveau dossier|Créer/ }).first());
  await page.keyboard.press("2");
  await expect(page.getByRole("heading", { level: 1, name: second })).toBeVisible();
});
