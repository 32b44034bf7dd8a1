import path from "node:path";
import { test } from "@playwright/test";
import { findPlaces } from "./places.ts";
import { listeningScreens } from "./listening-screens.ts";
import { signIn } from "./people.ts";
import { screens, type Places } from "./screens.ts";

// `npm run pictures`: the screens as people see them, at 1440 and 390 px, kept in docs/pictures.

const folder = path.resolve(import.meta.dirname, "../docs/pictures");
const widths = [
  { width: 1440, height: 1000 },
  { width: 390, height: 844 },
];

let places: Places;
test.beforeAll(async ({ browser }) => {
  places = await findPlaces(browser);
});

for (const screen of screens)
  for (const size of widths)
    test(`${screen.name} at ${size.width} px`, async ({ page }) => {
      await page.setViewportSize(size);
      if (screen.who === "counsellor") await signIn(page, "ines@");
      await page.goto(screen.address(places));
      await screen.ready(page);
      await page.waitForTimeout(700);
      await page.screenshot({ path: path.join(folder, `${screen.name}-${size.width}.png`), fullPage: screen.name !== "bureau-echange" });
    });

// What stands at the edges of the screen of an exchange, danger above and closing below, is shown where people see it.
for (const screen of listeningScreens)
  for (const size of widths)
    test(`${screen.name} at ${size.width} px`, async ({ page }) => {
      await page.setViewportSize(size);
      if (screen.who !== "nobody") await signIn(page, screen.who);
      await screen.open(page);
      await page.waitForTimeout(700);
      await page.screenshot({ path: path.join(folder, `${screen.name}-${size.width}.png`), fullPage: screen.who === "nobody" });
    });
