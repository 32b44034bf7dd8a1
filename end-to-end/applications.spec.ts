import { expect, test, type Page } from "@playwright/test";
import { situationOf, someoneCalls } from "./calls.ts";
import { signIn } from "./people.ts";
import { complaints, everyLook } from "./seen.ts";

// A right asked for until the money has come: asked, refused, contested with a letter, granted, paid. The gain is proven, and only then
// does the situation close.

const card = (page: Page) => page.getByRole("article", { name: "Prime d’activité" });

/** Notes one gesture of the card, by its button, its fields and « Enregistrer ». */
const note = async (
  page: Page,
  gesture: string,
  fill: (form: ReturnType<Page["getByRole"]>) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  await card(page).getByRole("button", { name: gesture, exact: true }).click();
  const form = page.getByRole("form", { name: gesture });
  await fill(form);
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("status").filter({ hasText: `${gesture} : c’est noté.`.replaceAll(" :", "\u00a0:") })).toBeVisible();
};

const close = async (page: Page, situationId: string): Promise<void> => {
  await page.goto(`/bureau/situations/${situationId}`);
  await page.getByLabel("Pourquoi la situation se ferme").selectOption("helped");
  await page.getByRole("button", { name: "Clore la situation" }).click();
};

test("a right refused, contested, granted and paid: a proven gain, and a situation that may close", async ({ page }) => {
  await signIn(page, "ines@");
  const { contactId, personId } = await someoneCalls(page, { firstName: "Solène", lastName: "Perrot" });
  const { id: situationId } = await situationOf(page, contactId);

  await page.goto(`/bureau/situations/${situationId}`);
  const panel = page.getByRole("region", { name: "Démarches" });
  await expect(panel.getByText("Aucune démarche suivie.")).toBeVisible();
  await panel.getByRole("link", { name: "Voir les démarches" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Démarches de Solène/ })).toBeVisible();
  await page.getByText("Suivre une autre démarche").click();
  await page.getByLabel("Quel droit, quelle aide ?").selectOption("prime_activite");
  await page.getByRole("button", { name: "Suivre", exact: true }).click();
  await expect(card(page).getByText("À demander", { exact: true })).toBeVisible();
  await expect(card(page).getByText(/À demander avant le/)).toBeVisible();

  await note(page, "La demande est partie", async (form) => {
    await form.getByRole("button", { name: "Enregistrer" }).click();
    await expect(form.getByText("Dites à qui la demande est partie.")).toBeVisible();
    await form.getByLabel("À qui").fill("CAF de l’Isère");
  });
  await expect(card(page).getByText(/Réponse attendue avant le/)).toBeVisible();
  await close(page, situationId);
  await expect(page.getByRole("alert").getByText(/Démarche en cours/)).toBeVisible();

  await page.goto(`/bureau/situations/${situationId}/demarches`);
  await note(page, "C’est refusé", async (form) => {
    await form.getByLabel(/Pourquoi/).selectOption("resources");
  });
  await expect(card(page).getByText(/Dernier jour du recours/)).toBeVisible();
  expect(await complaints(page, everyLook)).toEqual([]);

  await contest(page);

  await note(page, "Le recours est parti");
  await expect(card(page).getByText("Refus contesté")).toBeVisible();
  await note(page, "C’est accordé", async (form) => {
    await form.getByLabel("Montant, en euros").fill("deux cents");
    await form.getByRole("button", { name: "Enregistrer" }).click();
    await expect(form.getByText("Indiquez un montant, par exemple 210 ou 210,50.")).toBeVisible();
    await form.getByLabel("Montant, en euros").fill("201");
  });
  const paid = async (): Promise<void> => {
    await note(page, "L’argent est venu", async (form) => {
      await form.getByLabel("Montant, en euros").fill("210");
      await form.getByLabel("une notification ou un relevé a été vu").check({ force: true });
    });
    await expect(card(page).getByText("210 € par mois".replace(" €", "\u00a0€")).first()).toBeVisible();
  };
  await paid();
  await card(page).getByRole("button", { name: "Annuler ce geste : L’argent est venu" }).click();
  await expect(card(page).getByText("Accordé, argent attendu")).toBeVisible();
  await paid();

  await page.goto(`/bureau/personnes/${personId}`);
  await expect(page.getByRole("region", { name: "Démarches" }).getByText("L’argent est venu")).toBeVisible();
  const gains = page.getByRole("region", { name: "Gains" });
  await expect(gains.getByText(/2.520.€/)).toBeVisible({ timeout: 20_000 });
  await expect(gains.getByText(/prouvé par un document/)).toBeVisible();
  await expect(page.getByText("Refusé : Prime d’activité".replace(" :", "\u00a0:"))).toBeVisible();
  await close(page, situationId);
  await expect(page.getByText(/fermée le .* aide obtenue/)).toBeVisible();
});

/** The letter is drafted, finished with her, kept, printed; a passage left between brackets keeps it from leaving. */
const contest = async (page: Page): Promise<void> => {
  await card(page)
    .getByRole("link", { name: /Préparer.*recours/ })
    .click();
  const text = page.getByRole("textbox", { name: "Lettre" });
  await expect(text).toHaveValue(/mes ressources dépasseraient le plafond/);
  await expect(page.getByText("Il reste un passage entre crochets")).toBeVisible();
  await text.fill((await text.inputValue()).replace(/\[[^\]]*\]/, "Mes heures ont baissé en septembre : voici mes bulletins."));
  await page.getByLabel("Qui écrit").fill("Solène Perrot\n4 rue du Port\n38500 Voiron");
  await page.getByLabel("À qui").fill("CAF de l’Isère\nCommission de recours amiable\n3 rue des Alliés\n38000 Grenoble");
  expect(await complaints(page, everyLook)).toEqual([]);
  await page.getByRole("button", { name: "Garder cette lettre" }).click();
  await expect(page.getByText("Gardée, version 1.")).toBeVisible();
  const print = page.getByRole("link", { name: "Imprimer (PDF)" });
  const paper = await page.request.get((await print.getAttribute("href")) ?? "");
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.getByRole("link", { name: "Retour aux démarches" }).click();
};
