import { expect, test } from "@playwright/test";
import { businessDateOf } from "@/domain/calendar/shanghai";

const LESSON = "/lessons/new-democratic-revolution/04-zunyi";

test.describe("with script switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody who never signed in reads today's page, an entry and a lesson to the end", async ({ page }) => {
    await page.goto("/");
    const day = String(Number(businessDateOf(new Date()).slice(8)));
    await expect(page.locator(".leaf-date")).toContainText(day);
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();

    await page.goto("/daily/11-22");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main")).toContainText("1936年11月22日");
    await expect(page.getByText("出处").first()).toBeVisible();

    await page.goto("/lessons");
    await page
      .getByRole("link", { name: /遵义会议/ })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`${LESSON}$`));
    await expect(page.locator("main")).toContainText("1935年1月15日");
    const text = (await page.locator("main").innerText()).replace(/\s/g, "");
    expect(text.length).toBeGreaterThan(800);
  });

  test("a note in a lesson leads to its source and back", async ({ page }) => {
    await page.goto(LESSON);
    const note = page.locator("a.fn").first();
    const target = await note.getAttribute("href");
    expect(target).toMatch(/^#/);
    await expect(page.locator(`[id="${(target ?? "").slice(1)}"]`)).toHaveCount(1);
  });
});

test("the feed and the calendar file hold released entries with their addresses", async ({ request }) => {
  const feed = await request.get("/feed.xml");
  expect(feed.status()).toBe(200);
  expect(feed.headers()["content-type"]).toContain("xml");
  expect(await feed.text()).toContain("/daily/");
  const calendar = await request.get("/daily.ics");
  expect(calendar.status()).toBe(200);
  const text = await calendar.text();
  expect(text).toContain("BEGIN:VCALENDAR");
  expect(text).toContain("SUMMARY");
});

test("the chosen appearance stays, also on the next page", async ({ page }) => {
  await page.goto("/lessons");
  await page.getByText("外观").first().click();
  await page.getByRole("button", { name: "深色" }).click();
  await page.getByRole("button", { name: "长辈版，大字大按钮" }).click();
  await page.goto(LESSON);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-size", "large");
});

test("no page scrolls sideways on the narrowest phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/", "/daily", "/daily/11-22", "/lessons", LESSON, "/sign-in", "/suggestions"]) {
    await page.goto(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
