import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./people.ts";
import { lookAtHome, smallPhone } from "./seen.ts";

// Someone who would not call: a small phone, no JavaScript. She answers, reads what it shows, says yes to being called back and to her
// answers being kept; later she takes them back. Each page she sees is looked at by axe, and none is wider than her phone.

const ending = String(Date.now() % 10_000).padStart(4, "0");
const phone = `06 39 98 ${ending.slice(0, 2)} ${ending.slice(2)}`;
const firstName = `Solveig${String.fromCharCode(97 + (Date.now() % 26))}`;
const quiz = "/s/mutuelle-des-alpes/faire-le-point";

const choose = async (page: Page, answer: string): Promise<void> => {
  await page.getByRole("radio", { name: answer }).first().check({ force: true });
  await page.getByRole("button", { name: "Continuer" }).click();
};

test("case UX 25, 26, 28: a self-assessment without JavaScript, to a callback that knows, and back", async ({ browser, page: desk }) => {
  const page = await smallPhone(browser);
  await page.goto("/s/mutuelle-des-alpes/");
  await page.getByRole("link", { name: /Faire le point/ }).click();
  await lookAtHome(browser, page);
  await page.getByRole("link", { name: /Mon budget/ }).click();
  await lookAtHome(browser, page);
  await choose(page, "Je suis à découvert");
  await choose(page, "Oui, une");
  await page.getByRole("button", { name: "Retour" }).click();
  await expect(page.getByRole("radio", { name: "Oui, une" })).toBeChecked();
  await page.getByRole("button", { name: "Continuer" }).click();
  await choose(page, "Le loyer");
  await page.getByRole("button", { name: "Passer cette question" }).click();
  await choose(page, "À rien d’important");
  await choose(page, "Je ne sais pas");
  await choose(page, "Rien de particulier");
  await choose(page, "C’est lourd");
  await lookAtHome(browser, page);
  await page.getByLabel("Votre mot").fill("Je n’ouvre plus les enveloppes.");
  await page.getByRole("button", { name: "Voir ce que cela montre" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ce que vos réponses montrent" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Votre loyer passe difficilement" })).toBeVisible();
  await lookAtHome(browser, page);
  await page.getByRole("link", { name: "Un loyer en retard" }).click();
  await lookAtHome(browser, page);
  await page.goBack();
  await page.getByRole("button", { name: "Être rappelé" }).click();
  await lookAtHome(browser, page);
  await page.getByRole("button", { name: "Oui, les garder" }).click();

  const followUp = await book(page);
  await page.goto(followUp);
  await page.getByLabel("Les trois premières lettres de votre prénom").fill(firstName.slice(0, 3));
  await page.getByRole("button", { name: "Ouvrir" }).click();
  await expect(page.getByText("Garder mes réponses au questionnaire", { exact: true }).first()).toBeVisible();
  expect(await page.getByRole("main").innerText()).not.toMatch(/loyer|budget|enveloppes/i);

  await signIn(desk, "ines@");
  expect(await keptFor(desk)).toMatchObject([{ quiz: "Mon budget", word: "Je n’ouvre plus les enveloppes." }]);

  await page.getByRole("button", { name: "Retirer cet accord Garder mes réponses" }).click();
  await expect(page.getByText("C’est fait : cet accord est retiré.")).toBeVisible();
  await lookAtHome(browser, page);
  expect(await keptFor(desk)).toEqual([]);
});

const book = async (page: Page): Promise<string> => {
  await page.getByRole("radio").first().check({ force: true });
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Votre numéro de téléphone").fill(phone);
  await page.getByLabel("Votre prénom").fill(firstName);
  await page.getByRole("button", { name: "Passer cette question" }).click();
  await page.getByRole("radio", { name: "Oui, vous pouvez" }).check({ force: true });
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByText(/Vos réponses à «\sMon budget\s»/)).toBeVisible();
  await page.getByRole("button", { name: "Confirmer le rappel" }).click();
  return (await page.getByRole("link", { name: "Suivre ma demande" }).getAttribute("href")) ?? "";
};

/** What the counsellor's desk is given of her answers. */
const keptFor = async (desk: Page): Promise<unknown> => {
  const { callbacks } = (await (await desk.request.get("/api/callbacks")).json()) as {
    readonly callbacks: readonly { readonly personId: string; readonly personName: string }[];
  };
  const hers = callbacks.find((callback) => callback.personName.startsWith(firstName));
  const answer = await desk.request.get(`/api/persons/${hers?.personId ?? ""}/quiz-answers`);
  return ((await answer.json()) as { readonly kept: unknown }).kept;
};

test("a danger told in an answer: the numbers on the very next page, tappable, and the way on", async ({ browser }) => {
  const page = await smallPhone(browser);
  await page.goto(`${quiz}/isolement/1`);
  for (const answer of ["Il y a plus", "Personne", "Souvent", "Non", "Oui", "Parler", "Non", "Je pense à en finir"])
    await choose(page, answer);
  const call = page.getByRole("main").getByRole("link", { name: "Appeler le 3114" });
  await expect(call).toHaveAttribute("href", "tel:3114");
  expect((await call.boundingBox())?.y ?? 999).toBeLessThan(560);
  await lookAtHome(browser, page);
  await page.getByRole("button", { name: "Continuer les questions" }).click();
  await page.getByRole("button", { name: "Voir ce que cela montre" }).click();
  await lookAtHome(browser, page);
  await expect(page.getByRole("main").getByRole("link", { name: "Appeler le 3114" })).toBeVisible();
});

test("the sheets: listed, found by a word, read", async ({ browser }) => {
  const page = await smallPhone(browser);
  await page.goto("/s/mutuelle-des-alpes/fiches");
  await lookAtHome(browser, page);
  await page.getByLabel("Que cherchez-vous ?").fill("surendettement");
  await page.getByRole("button", { name: "Chercher" }).click();
  await lookAtHome(browser, page);
  await page.getByRole("link", { name: "Des dettes qui s’accumulent" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Des dettes/);
  await page.goto("/s/mutuelle-des-alpes/fiches/on-me-fait-du-mal");
  await lookAtHome(browser, page);
});
