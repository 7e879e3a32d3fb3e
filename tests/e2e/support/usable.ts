import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The rules of WCAG 2.2, A and AA. */
export const STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** The page as it stands is for everybody and scrolls in one direction, in normal and in large type. */
export async function expectUsable(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  for (const size of ["normal", "large"]) {
    await page.evaluate((value) => Object.assign(document.documentElement.dataset, { size: value }), size);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([where, size, Math.max(0, overflow)]).toEqual([where, size, 0]);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(STANDARDS).analyze();
    expect(violations.map(({ id, nodes }) => [where, size, id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { size: "normal" }));
}
