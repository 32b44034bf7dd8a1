import { expect, type Page } from "@playwright/test";
import { listenTo, notes, post, situationOf, someoneCalls } from "./calls.ts";
import { answerRights, loneMother } from "./rights-answers.ts";

/** A screen of the desk while somebody is listened to, or what a person reads at home, brought to the state that is looked at. */
export interface ListeningScreen {
  readonly name: string;
  readonly who: "ines@" | "sonia@" | "nobody";
  readonly open: (page: Page) => Promise<void>;
}

const told = [
  "Appelle pour un changement d’adresse. Partie en septembre avec les enfants.",
  "« Je n’ose pas le dire à ma mère. » Trois mois de loyer de retard, facture d’électricité impayée de 312 €.",
  "Travaille le mercredi, ne sait pas à qui laisser Adam. Plus rien à manger, elle dort mal.",
].join("\n");

/** The exchange of somebody of Voiron, with what she asks and two needs. */
const call = async (page: Page, given: object = {}): Promise<string> => {
  const { contactId } = await someoneCalls(page, { firstName: "Nadia", lastName: "Benali", ...given });
  const { id } = await situationOf(page, contactId);
  await post(page, `/api/situations/${id}/demands`, { theme: "droits", words: "Je voudrais changer mon adresse." });
  await post(page, `/api/situations/${id}/needs`, { need: "garde", origin: "detected" });
  return contactId;
};

const withSuggestions = async (page: Page): Promise<void> => {
  await listenTo(page, await call(page));
  await notes(page).fill(told);
  await page.getByRole("region", { name: "Propositions" }).getByRole("listitem").nth(2).waitFor();
};

/** The round signed twice: the second one differs from the first. */
const signTwice = async (page: Page, contactId: string): Promise<string> => {
  await listenTo(page, contactId);
  for (const keys of ["3l2b1e", "2l2b3f"]) {
    await page.getByRole("button", { name: "Signer le tour" }).focus();
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press("Enter");
    await expect(page.getByText(/réponses? à signer/)).toHaveCount(0);
    await expect(page.getByText(/Valable jusqu’au/).first()).toBeVisible();
  }
  return (await situationOf(page, contactId)).id;
};

export const listeningScreens: readonly ListeningScreen[] = [
  { name: "bureau-ecoute", who: "ines@", open: withSuggestions },
  {
    name: "bureau-danger",
    who: "ines@",
    open: async (page) => {
      await withSuggestions(page);
      await notes(page).press("Control+End");
      await page.keyboard.type("\nPleure. « Il est en bas, il me suit, j’ai peur qu’il me frappe encore. »");
      await page.getByRole("alert").filter({ hasText: "Danger immédiat : est-ce le cas ?" }).waitFor();
    },
  },
  {
    name: "bureau-2-minutes",
    who: "ines@",
    open: async (page) => {
      await listenTo(page, await call(page));
      await page.getByRole("radio", { name: "2 minutes" }).press("Enter");
      await expect(page.getByRole("combobox", { name: "Quoi" })).toBeFocused();
      await page.keyboard.type("garde");
      await page.getByRole("option", { name: "Garde d’enfants" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator("[data-rank='1']").waitFor();
    },
  },
  {
    name: "bureau-anonyme",
    who: "ines@",
    open: async (page) => {
      await page.goto("/bureau/echanges/nouveau?service=mutuelle-des-alpes");
      await page.getByRole("button", { name: "Continuer sans nom" }).press("Enter");
      await notes(page).waitFor();
      const listening = page.getByRole("radio", { name: "Écoute" });
      if ((await listening.getAttribute("aria-checked")) === "false") await listening.press("Enter");
      await page.getByRole("button", { name: "Donner un code de retour" }).press("Enter");
      await page.locator(".return-code").waitFor();
    },
  },
  {
    name: "bureau-resume",
    who: "ines@",
    open: async (page) => {
      await page.goto(`/bureau/echanges/${await call(page)}/resume`);
      await page.getByRole("heading", { level: 1, name: /Résumé pour/ }).waitFor();
    },
  },
  {
    name: "bureau-tours",
    who: "ines@",
    open: async (page) => {
      await page.goto(`/bureau/situations/${await signTwice(page, await call(page))}/diagnostic`);
      await page.getByText("Version 2", { exact: true }).waitFor();
    },
  },
  {
    name: "bureau-relecture",
    who: "sonia@",
    open: async (page) => {
      await page.goto("/bureau/relecture");
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
  },
  {
    name: "faire-le-point",
    who: "nobody",
    open: async (page) => {
      await page.goto("/s/mutuelle-des-alpes/faire-le-point");
    },
  },
  {
    name: "mes-droits",
    who: "nobody",
    open: async (page) => {
      await page.goto("/s/mutuelle-des-alpes/mes-droits/1");
      await page.getByRole("radio", { name: "Non" }).check({ force: true });
    },
  },
  {
    name: "mes-droits-resultat",
    who: "nobody",
    open: async (page) => {
      await page.goto("/s/mutuelle-des-alpes/mes-droits/1");
      await answerRights(page, loneMother);
      await page.getByRole("heading", { level: 1, name: "Vos droits, une estimation" }).waitFor();
    },
  },
  {
    name: "faire-le-point-resultat",
    who: "nobody",
    open: async (page) => {
      await page.goto("/s/mutuelle-des-alpes/faire-le-point/budget/1");
      for (const answer of ["Je suis à découvert", "Oui, une", "Le loyer", undefined, "À rien d’important", "Je ne sais pas"]) {
        if (answer === undefined) await page.getByRole("button", { name: "Passer cette question" }).press("Enter");
        else {
          await page.getByRole("radio", { name: answer }).first().check({ force: true });
          await page.getByRole("button", { name: "Continuer" }).press("Enter");
        }
      }
      for (const answer of ["Rien de particulier", "C’est lourd"]) {
        await page.getByRole("radio", { name: answer }).first().check({ force: true });
        await page.getByRole("button", { name: "Continuer" }).press("Enter");
      }
      await page.getByRole("button", { name: "Voir ce que cela montre" }).press("Enter");
      await page.getByRole("heading", { level: 1, name: "Ce que vos réponses montrent" }).waitFor();
    },
  },
  {
    name: "fiches",
    who: "nobody",
    open: async (page) => {
      await page.goto("/s/mutuelle-des-alpes/fiches");
    },
  },
];
