import type { Page } from "@playwright/test";

/** What somebody answers in the simulator, by the title of the page; « Je ne sais pas » to what is not here. */
export type RightsAnswers = Readonly<Record<string, string | readonly [month: string, year: string]>>;

/** A lone mother near Guéret, who works half time. */
export const loneMother: RightsAnswers = {
  "Vivez-vous en couple ?": "Non",
  "Quand êtes-vous né(e) ?": ["2", "1994"],
  "Combien d’enfants vivent avec vous ?": "2",
  "Quand est né votre premier enfant ?": ["5", "2017"],
  "Quand est né votre 2e enfant ?": ["9", "2024"],
  "Vous êtes-vous séparé(e) depuis moins de 18 mois ?": "Oui",
  "Dans quelle commune vivez-vous ?": "Guéret",
  "Quel est votre logement ?": "Je loue un logement social (HLM)",
  "Quel est votre loyer ?": "420",
  "Que faites-vous en ce moment ?": "Travail salarié",
  "Que recevez-vous chaque mois ?": "Un salaire",
  "Quel est votre salaire ?": "900",
  "Vos revenus sont-ils à peu près les mêmes depuis janvier": "Oui",
  "Combien avez-vous d’épargne en tout ?": "500",
  "Quelles aides recevez-vous déjà ?": "Les allocations familiales",
  "Combien recevez-vous d’allocations familiales ?": "151",
  "Avez-vous un handicap reconnu ?": "Non",
  "Une naissance est-elle attendue chez vous ?": "Non",
  "Un de vos enfants a-t-il un handicap reconnu ?": "Non",
  "Un de vos enfants vit-il en résidence alternée ?": "Non",
  "Avez-vous la nationalité française ?": "Oui",
};

const title = async (page: Page): Promise<string> => (await page.getByRole("heading", { level: 1 }).innerText()).replaceAll("\u00a0", " ");
const answerTo = (answers: RightsAnswers, asked: string): RightsAnswers[string] | undefined =>
  Object.entries(answers).find(([question]) => asked.startsWith(question))?.[1];

/** Answers page after page until the result. @param seen called on each page, once it is filled */
export const answerRights = async (page: Page, answers: RightsAnswers, seen?: (page: Page) => Promise<void>): Promise<void> => {
  for (let pages = 0; pages < 45; pages++) {
    const asked = await title(page);
    if (asked.startsWith("Vos droits")) return;
    await fill(page, answerTo(answers, asked), seen);
  }
  throw new Error("the simulator has no end");
};

const fill = async (page: Page, answer: RightsAnswers[string] | undefined, seen?: (page: Page) => Promise<void>): Promise<void> => {
  const next = page.getByRole("button", { name: /^(Continuer|Voir mes droits)$/ });
  if (answer === undefined) {
    const unknown = page.getByRole("radio", { name: "Je ne sais pas" });
    if ((await unknown.count()) === 0) return page.getByRole("button", { name: "Je ne sais pas" }).press("Enter");
    await unknown.check({ force: true });
  } else if (typeof answer !== "string") {
    await page.getByLabel("Mois").selectOption(answer[0]);
    await page.getByLabel("Année").fill(answer[1]);
  } else await fillOne(page, answer);
  await seen?.(page);
  await next.press("Enter");
};

const fillOne = async (page: Page, answer: string): Promise<void> => {
  if ((await page.getByLabel("Nom ou code postal").count()) > 0) {
    await page.getByLabel("Nom ou code postal").fill(answer);
    await page.getByRole("button", { name: "Chercher" }).press("Enter");
    return page.getByRole("radio").first().check({ force: true });
  }
  const choice = page.getByRole("radio", { name: answer }).or(page.getByRole("checkbox", { name: answer }));
  if ((await choice.count()) > 0) return choice.first().check({ force: true });
  await page.getByRole("textbox").fill(answer);
};
