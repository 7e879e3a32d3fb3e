import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { QR_BOX } from "@/features/leaflets/document";
import { findLibraryLeaflet } from "@/features/library/queries";
import { drawPdf, openPdf } from "@/tests/support/pdf-pixels";
import { expectGoneWhileDown } from "./support/takedowns";
import { expectUsable } from "./support/usable";
import { giveVoice } from "./support/voice";
import "./support/world";

const LEAFLET = "/leaflets/long-march";
const BACK = "有8.6万人";
const card = (page: Page, front: string) => page.getByRole("listitem").filter({ hasText: front }).first();

test.describe("with script switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("I come from 学习 to a leaflet, turn a card by a tap and back, and go to the source of what it says", async ({
    page,
  }) => {
    await page.goto("/lessons");
    await page.getByRole("link", { name: "应知应会折页" }).click();
    await page.getByRole("link", { name: /^长征/ }).click();
    await expect(page).toHaveURL(new RegExp(`${LEAFLET}$`));
    const start = card(page, "什么时候出发");
    await expect(start.getByText(BACK)).toBeHidden();
    await start.locator("summary").click();
    await expect(start.getByText(BACK)).toBeVisible();
    await start.getByRole("link", { name: "出处2" }).click();
    await expect(page).toHaveURL(/#source-s2$/);
    await expect(start.getByText(BACK)).toBeVisible();
    // On a phone the source is a sheet over the cards.
    const close = page.locator("#source-s2").getByRole("link", { name: "收起出处" });
    if (await close.isVisible()) await close.click();
    await start.locator("summary").click();
    await expect(start.getByText(BACK)).toBeHidden();
  });
});

test("every card turns with the keyboard alone", async ({ page }) => {
  await page.goto(LEAFLET);
  const fronts = page.locator(".flip > summary");
  await expect(fronts).toHaveCount(8);
  await fronts.first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(BACK).first()).toBeVisible();
  // Past the notes of the open card to the next one.
  for (let at = 0; at < 5 && !(await fronts.nth(1).evaluate((node) => node === document.activeElement)); at += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.locator("details[open]")).toHaveCount(2);
});

test("a leaflet that was opened opens again in flight mode, cards and all, and is read aloud", async ({
  page,
  context,
}) => {
  await giveVoice(page, "zh-CN");
  await page.goto(LEAFLET);
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined), { timeout: 15_000 })
    .toBe(true);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "长征" })).toBeVisible();
  const start = card(page, "什么时候出发");
  await start.locator("summary").click();
  await expect(start.getByText(BACK)).toBeVisible();
  // With its looks: a card without its sheet has no border.
  expect(await start.locator(".flip").evaluate((node) => getComputedStyle(node).borderTopWidth)).toBe("1px");
  await page.getByRole("button", { name: "朗读" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "长征" })).toHaveClass(/aloud/);
  await page.getByRole("button", { name: "停下" }).click();
  // One that was never opened says so, and asks nobody to worry about answers.
  await page.goto("/leaflets/korea").catch(() => undefined);
  await expect(page.getByText("这一页还没有存在手机里")).toBeVisible();
  await expect(page.getByText("答案")).toHaveCount(0);
  await context.setOffline(false);
});

test("the sheet to print is A4 on both sides, and its code leads back to the page", async ({ page }) => {
  await page.goto(LEAFLET);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载折页" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("应知应会折页-长征.pdf");
  const bytes = readFileSync(await download.path());
  expect((await openPdf(bytes)).numPages).toBe(2);
  const address = (await drawPdf(bytes)).readCode(QR_BOX) ?? "";
  expect(new URL(address).pathname).toBe(LEAFLET);
  const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pdf = await openPdf(printed);
  expect(pdf.numPages).toBe(2);
  for (const number of [1, 2]) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    expect(text.normalize("NFKC").replace(/\s/g, "")).toContain(number === 1 ? "三军会师" : BACK);
  }
});

test("no leaflet scrolls sideways on the narrowest phone, in any size, and each is for everybody", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/leaflets", LEAFLET]) {
    await page.goto(path);
    await page.evaluate(() =>
      document.querySelectorAll("details.flip").forEach((node) => node.setAttribute("open", "")),
    );
    await expectUsable(page);
  }
});

test("a leaflet that is taken down is gone from list, page and sheet within a minute", async ({ request }, {
  project,
}) => {
  const slug = project.name === "phone" ? "founding" : "reform";
  const leaflet = findLibraryLeaflet(slug);
  if (!leaflet) throw new Error(`no leaflet ${slug}`);
  const back =
    leaflet.markdown
      .split("\n")
      .find((line) => line.includes("{#"))
      ?.slice(0, 12) ?? "";
  const remains = async () => {
    const [list, page, pdf] = [
      await (await request.get("/leaflets")).text(),
      await (await request.get(`/leaflets/${slug}`)).text(),
      await request.get(`/leaflets/${slug}/pdf`),
    ];
    return [list.includes(`/leaflets/${slug}"`), page.includes(back), pdf.status()];
  };
  const target = { targetKind: "leaflet", targetId: leaflet.id } as const;
  await expectGoneWhileDown(target, remains, { standing: [true, true, 200], gone: [false, false, 404] });
});
