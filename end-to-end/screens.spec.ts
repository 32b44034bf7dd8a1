import { expect, test } from "@playwright/test";
import { findPlaces } from "./places.ts";
import { signIn } from "./people.ts";
import { screens, type Places } from "./screens.ts";
import { complaints, hereAndNarrow } from "./seen.ts";

let places: Places;
test.beforeAll(async ({ browser }) => {
  places = await findPlaces(browser);
});

for (const screen of screens)
  test(`${screen.name}: nothing that axe sees, and nothing that overflows at 360 px`, async ({ page }) => {
    if (screen.who === "counsellor") await signIn(page, "ines@");
    await page.goto(screen.address(places));
    await screen.ready(page);
    expect(await complaints(page, hereAndNarrow)).toEqual([]);
  });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  for (const screen of screens.filter((each) => each.who === "nobody"))
    test(`${screen.name} is whole`, async ({ page }) => {
      const answer = await page.goto(screen.address(places));
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
});
