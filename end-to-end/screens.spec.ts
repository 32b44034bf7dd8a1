import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { findPlaces } from "./places.ts";
import { signIn } from "./people.ts";
import { screens, type Places } from "./screens.ts";

let places: Places;
test.beforeAll(async ({ browser }) => {
  places = await findPlaces(browser);
});

for (const screen of screens)
  test(`${screen.name}: nothing that axe sees, and nothing that overflows at 360 px`, async ({ page }) => {
    if (screen.who === "counsellor") await signIn(page, "ines@");
    await page.goto(screen.address(places));
    await screen.ready(page);
    const seen = await new AxeBuilder({ page }).analyze();
    expect(
      seen.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`),
    ).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
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
