import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./people.ts";
import { complaints, hereAndNarrow } from "./seen.ts";

// Each page of the directory as it is when all goes well, when nothing is found, and when somebody is hostile.

/** What each one sees: by name, who looks and where. */
const open: Readonly<Record<string, string>> = {
  "a town of several": "/annuaire?besoin=garde&ou=neuilly",
  "a town that is none": "/annuaire?besoin=garde&ou=Zzyzx",
  "results with their filters": "/annuaire?mots=garage&ou=Grenoble&rayon=60&ouvert=oui&gratuit=oui",
  "nothing found": "/annuaire?mots=zzyzx+wwwqq&ou=Voiron+38500",
  "the page for other sites": "/annuaire?cadre=oui&besoin=garde&ou=Voiron+38500",
  "how to show it elsewhere": "/annuaire/integrer",
  "the files to take": "/annuaire/donnees",
};
const kept: Readonly<Record<string, string>> = {
  "a new service": "/annuaire/services/nouveau",
  approvals: "/annuaire/agrements",
  imports: "/annuaire/imports",
  "the desk of who keeps the directory": "/bureau/referent",
};

for (const [name, at] of Object.entries(open))
  test(`${name}: nothing that axe sees, and nothing that overflows at 360 px`, async ({ page }) => {
    await page.goto(at);
    expect(await complaints(page, hereAndNarrow)).toEqual([]);
  });

test("what a data referent sees has nothing that axe sees, and nothing that overflows at 360 px", async ({ page }) => {
  test.slow();
  await signIn(page, "hugo@", "/bureau/referent");
  for (const [name, at] of Object.entries(kept)) {
    await page.goto(at);
    expect(await complaints(page, hereAndNarrow), name).toEqual([]);
  }
});

const bad = [
  "rayon=-1&ou=%00",
  "rayon=NaN&age=-3&mots=garage",
  `mots=${"a".repeat(5_000)}`,
  "mots=%F0%9F%9A%97&ou=%F0%9F%8F%A0",
  "mots=%3Cscript%3Ealert(1)%3C/script%3E&ou=Grenoble",
  "ou=a&ou=b&besoin=c&besoin=d",
  "besoin=nulle-part&ou=Voiron+38500",
  "mots=garage&apres=%3Cb%3E",
  "mots=%25_%27%22%5C&ou=Voiron+38500",
];
test("a bad address is answered in words, never by an error of the server, and nothing of it is run", async ({ page }) => {
  let isRun = false;
  page.on("dialog", (dialog) => {
    isRun = true;
    void dialog.dismiss();
  });
  for (const query of bad) {
    const answer = await page.goto(`/annuaire?${query}`);
    expect(answer?.status(), query).toBeLessThan(500);
    await expect(page.getByRole("heading", { level: 1 }), query).toBeVisible();
  }
  expect(isRun).toBe(false);
});

const services = (page: Page) => page.getByRole("main").locator(".found-list a");

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("from a service, « Retour » goes back to the list that was read, filters kept, and the address tells nothing of what was looked for", async ({
    page,
  }) => {
    await page.goto("/annuaire?besoin=garde&ou=Voiron+38500&rayon=30");
    await services(page).first().click();
    expect(new URL(page.url()).search).toBe("");
    await page.getByRole("link", { name: "Retour" }).click();
    await expect(page).toHaveURL(/besoin=garde.*rayon=30/);
    await expect(services(page).first()).toBeVisible();
  });

  test("a service is printed without the buttons that paper cannot press", async ({ page }) => {
    await page.goto("/annuaire?besoin=garde&ou=Voiron+38500");
    await services(page).first().click();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: "Retour" })).toBeHidden();
  });
});
