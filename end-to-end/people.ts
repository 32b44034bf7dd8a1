import type { Browser, Page } from "@playwright/test";
import { accountOf, address } from "./house.ts";

/** Signs in as one of the demonstration accounts, as a person does, and stays on the page asked for. */
export const signIn = async (page: Page, who: string, then = "/bureau"): Promise<void> => {
  const account = accountOf(who);
  await page.goto(`/connexion?suite=${encodeURIComponent(then)}`);
  await page.getByLabel(/Adresse/).fill(account.mail);
  await page.getByLabel("Mot de passe").fill(account.password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((url) => url.pathname === then.split("?")[0]);
};

/** Someone at home: no JavaScript, a small phone. */
export const atHome = async (browser: Browser): Promise<Page> =>
  (
    await browser.newContext({ baseURL: address, javaScriptEnabled: false, viewport: { width: 390, height: 844 }, locale: "fr-FR" })
  ).newPage();

/** Asks to be called back at the Mutuelle, as fast as the form lets one. @returns the address of the follow-up page */
export const askToBeCalled = async (
  page: Page,
  who: { readonly phone: string; readonly firstName: string; readonly commune?: string },
): Promise<string> => {
  await page.goto("/s/mutuelle-des-alpes/");
  await page.getByRole("link", { name: "Être rappelé" }).click();
  await page.getByRole("radio").first().check({ force: true });
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Votre numéro de téléphone").fill(who.phone);
  await page.getByLabel("Votre prénom").fill(who.firstName);
  if (who.commune !== undefined) await page.getByLabel("Votre commune").fill(who.commune);
  await page.getByRole("button", { name: "Continuer" }).click();
  if ((await page.getByRole("radio", { name: "Oui, vous pouvez" }).count()) === 0) {
    await page.getByRole("radio").first().check({ force: true });
    await page.getByRole("button", { name: "Continuer" }).click();
  }
  await page.getByRole("radio", { name: "Oui, vous pouvez" }).check({ force: true });
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("button", { name: "Confirmer le rappel" }).click();
  const link = page.getByRole("link", { name: "Suivre ma demande" });
  return (await link.getAttribute("href")) ?? "";
};

/** The administrator reads the messages that were kept: the newest one that holds an address beginning so. */
export const newestLink = async (page: Page, service: string, beginning: string): Promise<string> => {
  await page.goto(`/administration/messages?service=${service}`);
  const messages = await page
    .getByRole("link", { name: /Ouvrir/ })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const message of messages.slice(0, 12)) {
    await page.goto(message);
    const found = new RegExp(`${beginning}[a-z0-9]+`).exec(await page.getByRole("main").innerText());
    if (found) return found[0];
  }
  throw new Error(`no message holds ${beginning}`);
};
