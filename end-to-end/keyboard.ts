import { expect, type Locator, type Page } from "@playwright/test";

const stopsAtMost = 150;

/** Goes to something as people without a mouse do: Tab until it has the focus. */
export const tabTo = async (page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> => {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < stopsAtMost; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(wanted)} was not reached by ${stopsAtMost} ${key}`);
};

/** Goes there, and presses Entrée. */
export const pressByKey = async (page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> => {
  await tabTo(page, wanted, key);
  await page.keyboard.press("Enter");
};
