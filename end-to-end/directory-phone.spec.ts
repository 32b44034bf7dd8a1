import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { address } from "./house.ts";

// A citizen without JavaScript, on a small telephone.

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, hasTouch: true });

test("a town with a like name, a filter, a service, and back to the same list", async ({ page }) => {
  await page.goto("/annuaire");
  await page.getByLabel("Ou avec vos mots").fill("budjet");
  await page.getByRole("textbox", { name: "Où ?" }).fill("saint martin");
  await page.getByRole("button", { name: "Chercher" }).click();
  // Several towns bear the name: each with its département and its postal code.
  await expect(page.getByRole("heading", { name: "Quelle commune ?" })).toBeVisible();
  await page.getByRole("link", { name: /Saint-Martin-d.Hères\s+38400\s+Isère/ }).click();
  const first = page.getByRole("article").first();
  await expect(first).toContainText("Conseil budget");
  await expect(first).toContainText(/à (environ )?\d/);
  await page.getByRole("checkbox", { name: "gratuit" }).check({ force: true });
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByRole("article").first()).toContainText("gratuit");
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  const list = page.url();
  await page.getByRole("article").first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Conseil budget");
  await page.goBack();
  expect(page.url()).toBe(list);
  await expect(page.getByRole("article").first()).toContainText("Conseil budget");
});

test("open now: what does not tell its hours is counted, and a service says until when it is open", async ({ page }) => {
  await page.goto("/annuaire?besoin=garde&commune=38185&ouvert=oui");
  await expect(page.getByRole("checkbox", { name: "ouvert maintenant" })).toBeChecked();
  for (const found of await page.getByRole("article").all()) await expect(found).toContainText(/Ouvert|Ferme dans/);
});

test("another site shows the search in its own page; no other page of ours lets itself be framed", async ({ page, request }) => {
  // Another port is another site.
  const elsewhere = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<iframe title="cadre" src="${address}/annuaire?cadre=oui&besoin=garde&commune=38185" width="340" height="600"></iframe>`);
  });
  await new Promise<void>((ready) => elsewhere.listen(0, "127.0.0.1", ready));
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const framed = page.frameLocator("iframe");
  await expect(framed.getByRole("heading", { level: 1, name: "Trouver un service" })).toBeVisible();
  await expect(framed.getByRole("link", { name: /Quitter vite/ })).toHaveCount(0);
  elsewhere.close();
  const search = await request.get("/annuaire?cadre=oui");
  expect(search.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(search.headers()["x-frame-options"]).toBeUndefined();
  expect(search.headers()["set-cookie"]).toBeUndefined();
  for (const other of ["/annuaire", "/annuaire/integrer", "/connexion", "/connexion?cadre=oui"])
    expect((await request.get(other)).headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});

test("the page for other sites gives the line to copy", async ({ page }) => {
  await page.goto("/annuaire/integrer");
  await expect(page.getByLabel("La ligne à copier")).toHaveValue(/<iframe src="http.*\/annuaire\?cadre=oui"/);
});
