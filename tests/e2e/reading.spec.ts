import { expect, test } from "@playwright/test";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { db } from "@/lib/db";
import { expectUsable } from "./support/usable";
import { giveVoice } from "./support/voice";
import { makePerson, makePlace, signInTo } from "./support/world";

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

  test("a note shows its source and goes again, and the text stays where it was", async ({ page }) => {
    await page.goto(LESSON);
    const note = page.locator(".body a.fn").first();
    await note.scrollIntoViewIfNeeded();
    const source = page.locator(`[id="${(await note.getAttribute("href"))?.slice(1) ?? ""}"]`);
    await expect(source).toHaveCount(1);
    await expect(source).not.toBeInViewport();
    const isPhone = (page.viewportSize()?.width ?? 0) < 768;
    const before = await note.boundingBox();
    await note.click();
    await expect(source).toBeInViewport({ ratio: 1 });
    if (!isPhone) return;
    // On a phone it is a sheet: nothing was scrolled, and a tap beside it takes it away.
    expect(await note.boundingBox()).toEqual(before);
    await page.touchscreen.tap(180, 60);
    await expect(source).not.toBeInViewport();
    expect(await note.boundingBox()).toEqual(before);
    await note.click();
    await source.getByRole("link", { name: "收起出处" }).click();
    await expect(source).not.toBeInViewport();
  });
});

test.describe("reading aloud", () => {
  test("an entry is read sentence by sentence, stops, and goes on where it stopped", async ({ page }) => {
    await giveVoice(page, "zh-CN");
    await page.goto("/daily/11-22");
    const title = page.getByRole("heading", { level: 1 });
    await page.getByRole("button", { name: "朗读" }).click();
    await expect(title).toHaveClass(/aloud/);
    await page.evaluate("sentenceEnds()");
    await expect(title).not.toHaveClass(/aloud/);
    await expect(page.locator(".lede")).toHaveClass(/aloud/);
    await page.getByRole("button", { name: "停下", pressed: true }).click();
    await expect(page.locator(".aloud")).toHaveCount(0);
    await page.getByRole("button", { name: "接着读" }).click();
    await expect(page.locator(".lede")).toHaveClass(/aloud/);
    const said = (await page.evaluate("said")) as string[];
    expect(said[0]).toBe(await title.innerText());
    expect(said[2]).toBe(said[1]);
  });

  test("a leaflet is read card by card, and each is turned when its turn comes", async ({ page }) => {
    await giveVoice(page, "zh-CN");
    await page.goto("/leaflets/long-march");
    await page.getByRole("button", { name: "朗读" }).click();
    await expect(page.locator("details.flip[open]")).toHaveCount(0);
    const first = page.locator(".flip").first();
    await expect(async () => {
      await page.evaluate("sentenceEnds()");
      await expect(first.locator("p")).toHaveClass(/aloud/, { timeout: 100 });
    }).toPass();
    await expect(page.locator("details.flip[open]")).toHaveCount(1);
    const said = (await page.evaluate("said")) as string[];
    expect(said.at(-1)).not.toMatch(/[〔〕]/);
  });

  test("a film is read to the last word of its text, what is seen apart from what is said", async ({ page }) => {
    await giveVoice(page, "zh-CN");
    await page.goto("/films/zunyi");
    await page.getByRole("button", { name: "朗读" }).click();
    const line = page
      .locator(".transcript li", { has: page.locator(".picture") })
      .first()
      .locator("p");
    const picture = await line.locator(".picture").innerText();
    await expect(async () => {
      await page.evaluate("sentenceEnds()");
      await expect(line).toHaveClass(/aloud/, { timeout: 100 });
    }).toPass();
    expect(((await page.evaluate("said")) as string[]).at(-1)).toBe(`${picture}。`);
    const last = page.locator(".transcript li").last().locator("p");
    await expect(async () => {
      await page.evaluate("sentenceEnds()");
      await expect(last).toHaveClass(/aloud/, { timeout: 100 });
    }).toPass();
  });

  test("nothing is offered where the browser has no Chinese voice", async ({ page }) => {
    await giveVoice(page, "en-US");
    await page.goto("/daily/11-22");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("load");
    await expect(page.locator("[data-read-aloud]")).toBeHidden();
  });
});

test("a member sees which lessons are done and goes on with the next", async ({ page, context }) => {
  const { memberId, ...member } = await makePerson(await makePlace());
  const done = { memberId, contentId: "lessons/new-democratic-revolution/01-founding", occasion: "first" };
  await db().recall.create({
    data: { ...done, businessDate: "2026-01-05", answers: "{}", rightCount: 0, total: 4, answeredAt: new Date() },
  });
  await signInTo(context, { memberId, ...member });
  await page.goto("/lessons");
  await page.getByRole("link", { name: /学到哪里/ }).click();
  const course = page.getByRole("region", { name: "开天辟地" });
  await expect(course).toContainText("学过1课，共8课");
  await expect(course.getByRole("link", { name: /第1课/ })).toContainText("学过了");
  await expect(page.getByRole("region", { name: "改天换地" })).toContainText("学过0课");
  await course.getByRole("link", { name: /^接着学第2课/ }).click();
  await expect(page.getByText("第2课，共8课")).toBeVisible();

  // The longest title of a next lesson on the narrowest phone, in large type as well. As tall as the page: what lies under
  // the bar at the bottom would count as too small a target.
  const others = ["02-great-revolution", "03-jinggangshan", "04-zunyi", "05-resistance", "06-yanan"];
  const answered = { memberId, occasion: "first", businessDate: "2026-01-05", answers: "{}", rightCount: 0, total: 4 };
  for (const lesson of others)
    await db().recall.create({
      data: { ...answered, contentId: `lessons/new-democratic-revolution/${lesson}`, answeredAt: new Date() },
    });
  await page.setViewportSize({ width: 320, height: 6000 });
  await page.goto("/me/courses");
  await expect(course.getByRole("link", { name: /^接着学第7课/ })).toBeVisible();
  await expectUsable(page);
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
