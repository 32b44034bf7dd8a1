import { expect, test, type Page } from "@playwright/test";
import { askToBeCalled, atHome, newestLink, signIn } from "./people.ts";

// The main story, as people live it: someone asks to be called back, a counsellor listens, finds help near her, hands over, the
// provider answers from a link, and what came of it is known. One page for each person; nobody shares a browser.

// Another number at each run, in the range kept for fiction, so that a house that stays up may be visited again.
const ending = String(Date.now() % 10_000).padStart(4, "0");
const phone = `06 39 98 ${ending.slice(0, 2)} ${ending.slice(2)}`;
const person = { firstName: `Maïwenn${String.fromCharCode(97 + (Date.now() % 26))}`, phone, commune: "Voiron 38500" };

test("from a request for help to what came of it", async ({ browser, page: desk }) => {
  const home = await atHome(browser);
  const followUp = await askToBeCalled(home, person);
  expect(followUp).toContain("/suivi/");

  await signIn(desk, "ines@");
  await callBack(desk);
  await listen(desk);
  await findHelp(desk);
  await handOver(desk);
  await close(desk);

  const office = await (await browser.newContext()).newPage();
  await signIn(office, "agnes@", "/administration/messages");
  const answer = await newestLink(office, "mutuelle-des-alpes", "/p/");
  await answerAsProvider(await atHome(browser), answer);

  await seeWhatCameOfIt(desk);
  await follow(home, followUp);
});

const callBack = async (page: Page): Promise<void> => {
  await expect(page.getByRole("heading", { name: /Ma journée/ })).toBeVisible();
  const promised = page.locator("[data-callback]").filter({ hasText: person.firstName });
  await page.locator("[data-callback]").first().waitFor({ state: "attached" });
  // A slot of another day waits folded under today's.
  if (!(await promised.isVisible())) await page.getByText(/^Les jours suivants/).click();
  await promised.getByRole("button", { name: /Appeler/ }).click();
  await expect(page).toHaveURL(/\/bureau\/echanges\//);
  await expect(page.getByRole("textbox", { name: "Notes d’écoute" })).toBeVisible();
};

const listen = async (page: Page): Promise<void> => {
  await expect(page.getByRole("textbox", { name: "Notes d’écoute" })).toBeFocused();
  await page.keyboard.type("Appelle pour un changement d’adresse. Un mois de loyer de retard, ne sait pas à qui laisser Adam le mercredi.");
  await expect(page.getByText(/enregistré/)).toBeVisible();
  await page.getByRole("button", { name: "Demande", exact: true }).click();
  await page.getByLabel("La demande, avec ses mots").fill("Je voudrais changer mon adresse.");
  await page.getByLabel("Thème").selectOption("droits");
  await page.getByRole("button", { name: "Noter la demande" }).click();
  await expect(page.getByText("Je voudrais changer mon adresse.")).toBeVisible();
  await addNeed(page, "Garde d’enfants");
  await page.getByRole("button", { name: /^Honte/ }).click();
  await expect(page.getByRole("button", { name: /^Honte, un peu/ })).toBeVisible();
};

const addNeed = async (page: Page, label: string): Promise<void> => {
  await page.getByRole("button", { name: "Besoin", exact: true }).click();
  await page.getByRole("combobox", { name: "Besoin" }).fill(label.slice(0, 5));
  await page.getByRole("option", { name: label }).click();
  await page.getByRole("button", { name: "Noter le besoin" }).click();
  await expect(page.getByText("Pas encore dit à la personne")).toBeVisible();
};

const findHelp = async (page: Page): Promise<void> => {
  await expect(
    page
      .getByRole("region", { name: /Près de/ })
      .getByRole("listitem")
      .first(),
  ).toBeVisible();
};

/** A need that was not told cannot be handed over; once told and agreed to, the script is read aloud, and what leaves is shown. */
const handOver = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Dit, d’accord" }).click();
  await expect(page.getByText("La personne est d’accord")).toBeVisible();
  await page.getByRole("button", { name: "Oui, transmettre" }).click();
  await expect(page.getByText(/Proposé|proposée|sollicité/).first()).toBeVisible();
};

const close = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Clore l’échange" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByLabel("Quoi").fill("Vérifier que la garde est trouvée");
  await page.getByLabel("Date").fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel("Heure", { exact: true }).fill("10:00");
  await page.getByRole("button", { name: "Clore l’échange" }).click();
  await expect(page).toHaveURL(/\/bureau$/);
};

const answerAsProvider = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  expect(await page.content()).not.toContain(phone);
  await page.getByRole("button", { name: "J’accepte, voir le téléphone" }).click();
  await expect(page.getByText(phone).first()).toBeVisible();
  await page.getByRole("button", { name: "J’ai appelé : personne jointe" }).click();
  await page.getByRole("radio", { name: "Oui", exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(page.getByRole("heading", { name: /^Merci/ })).toBeVisible();
};

const seeWhatCameOfIt = async (page: Page): Promise<void> => {
  await page.goto("/bureau/personnes?service=mutuelle-des-alpes");
  await page.getByRole("searchbox").fill(person.phone);
  await page.getByRole("option", { name: new RegExp(person.firstName) }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(person.firstName) })).toBeVisible();
  await expect(page.getByText(/Appel/).first()).toBeVisible();
};

const follow = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.getByLabel(/trois premières lettres/).fill("mai");
  await page.getByRole("button", { name: "Ouvrir" }).click();
  await expect(page.getByText(/Bonjour Maïwenn/)).toBeVisible();
  // What came of it stands there in plain words, and nothing of why she called.
  await expect(page.getByText(/terminé/).first()).toBeVisible();
  expect(await page.getByRole("main").innerText()).not.toMatch(/loyer|Garde d’enfants/);
};
