import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Browser, type Page } from "@playwright/test";
import { address } from "./house.ts";

// What every page owes to whoever reads it: nothing that axe complains of, and nothing to be scrolled sideways.

/** How a page is looked at: how wide, by day or by night. What is not said stays as it is. */
export interface Look {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
}

/** A wide screen and a telephone, by day and by night. */
export const everyLook: readonly Look[] = [
  { width: 1440, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
  { width: 390, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
];

/** As it stands, then on the narrowest telephone. */
export const hereAndNarrow: readonly Look[] = [{}, { width: 360 }];

/** How many pixels stick out of the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * What is wrong with a page, one line for each rule broken; the window is put back as it was.
 * @param looks each one is looked at in turn; the page as it stands when nothing is said
 */
export const complaints = async (page: Page, looks: readonly Look[] = [{}]): Promise<string[]> => {
  // While a page reads again what it shows, it has no heading yet.
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  const before = page.viewportSize();
  const said: string[] = [];
  for (const look of looks) {
    await appear(page, look);
    said.push(...(await complaintsNow(page)).map((complaint) => `${look.colorScheme ?? ""} ${look.width ?? ""} ${complaint}`.trim()));
  }
  if (before) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
  return said;
};

const appear = async (page: Page, { width, colorScheme }: Look): Promise<void> => {
  if (colorScheme) await page.emulateMedia({ colorScheme });
  if (width !== undefined) await page.setViewportSize({ width, height: page.viewportSize()?.height ?? 900 });
};

const complaintsNow = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  const pixels = await overflow(page);
  return pixels > 0 ? [...said, `${pixels} px overflow`] : said;
};

/** Someone at home with the smallest telephone, and no JavaScript. */
export const smallPhone = async (browser: Browser): Promise<Page> =>
  (
    await browser.newContext({ baseURL: address, javaScriptEnabled: false, viewport: { width: 360, height: 640 }, locale: "fr-FR" })
  ).newPage();

/**
 * Looks at a page that has no script, while axe needs one: the same page is shown again in a browser that has. Beside what every page
 * owes, a thumb must be able to press each thing that is to be pressed.
 * @param also what else is done with the page while it is shown
 */
export const lookAtHome = async (browser: Browser, seen: Page, also?: (page: Page) => Promise<void>): Promise<void> => {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const body = await seen.content();
  await page.route(seen.url(), (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await page.goto(seen.url());
  expect([...(await complaints(page)), ...(await tooSmall(page))], await seen.title()).toEqual([]);
  await also?.(page);
  await context.close();
};

const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "main button, main .button, main summary, main select, main input:not([type=hidden]), main .choice",
      ),
    ]
      .filter((each) => !each.closest(".choice") || each.classList.contains("choice"))
      .filter((each) => each.offsetHeight > 0 && each.offsetHeight < 44)
      .map((each) => `too small: ${each.outerHTML.slice(0, 80)}`),
  );
