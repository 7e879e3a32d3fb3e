import { expect, test, type Browser, type Page } from "@playwright/test";
import { settleContests } from "@/features/contests/mutations/settle-contests";
import { db } from "@/lib/db";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

let place: Place;
test.beforeAll(async () => {
  place = await makePlace();
});

const COMMITTEE = [{ role: "committee", scopeKind: "zone", scopeId: "" }] as const;
/** The server keeps lists of quizzes and contests for five seconds. */
const UP_TO_DATE = { timeout: 20_000 };

async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  await signInTo(context, person);
  return context.newPage();
}

/** Reads the page again until it shows what has changed in the database. */
async function reloadsTo(page: Page, shown: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await shown();
  }).toPass(UP_TO_DATE);
}

async function drawUp(page: Page, title: string): Promise<void> {
  await page.goto("/committee/contests/new");
  await page.getByLabel("名称").fill(title);
  await page.getByLabel("题数").fill("3");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("全部题目都可能出自公共题库")).toBeVisible();
  await page.getByRole("link", { name: "看样卷" }).click();
  await expect(page.getByText("已记下你看过")).toBeVisible();
  await page.getByRole("link", { name: "回到竞赛" }).click();
  await page.getByRole("button", { name: "送另一位同志复核" }).click();
  await expect(page.getByText("要由另一位同志复核发布")).toBeVisible();
}

test("the next contest is drawn up after an earlier one, and only what is different is typed", async ({ browser }) => {
  const writer = await makePerson(place, COMMITTEE);
  const title = `示例旧赛${writer.login}`;
  const page = await pageOf(browser, writer);
  await drawUp(page, title);
  await page.getByRole("link", { name: "照这一场再拟一场" }).click();
  await expect(page.getByLabel("名称")).toHaveValue(title);
  await expect(page.getByLabel("题数")).toHaveValue("3");
  await page.getByLabel("名称").fill(`示例新赛${writer.login}`);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page).toHaveURL(/\/committee\/contests\/(?!new)[^/?]+$/u);
  await expect(page.getByLabel("名称")).toHaveValue(`示例新赛${writer.login}`);
  const { opensAt: before } = await db().quiz.findFirstOrThrow({ where: { title } });
  const { opensAt } = await db().quiz.findFirstOrThrow({ where: { title: `示例新赛${writer.login}` } });
  expect(opensAt.getTime() - before.getTime()).toBe(28 * 24 * 60 * 60 * 1000);
});

test("one draws a contest up, another releases it, a member registers, leaves, comes back, takes part and sees the own place", async ({
  browser,
}) => {
  const [writer, reviewer] = [await makePerson(place, COMMITTEE), await makePerson(place, COMMITTEE)];
  const title = `示例竞赛${writer.login}`;
  const writing = await pageOf(browser, writer);
  await drawUp(writing, title);

  const reviewing = await pageOf(browser, reviewer);
  await reviewing.goto("/committee/contests");
  await reviewing.getByRole("link", { name: title }).click();
  await reviewing.getByRole("button", { name: "复核无误，发布" }).click();
  await expect(reviewing.getByText("封存摘要")).toBeVisible();

  const member = await makePerson(place);
  const page = await pageOf(browser, member);
  await page.goto("/contests");
  await reloadsTo(page, () => expect(page.getByRole("link", { name: title })).toBeVisible({ timeout: 1_000 }));
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "报名" }).click();
  await expect(page.getByText("报了名")).toBeVisible();
  await expect(page.getByText("1人报名")).toBeVisible();
  await expect(page.getByRole("button", { name: "开始答题" })).toHaveCount(0);
  await page.getByRole("button", { name: "退出竞赛" }).click();
  await page.getByRole("button", { name: "退出", exact: true }).click();
  await page.getByRole("button", { name: "报名" }).click();
  await expect(page.getByText("报了名")).toBeVisible();

  const { id } = await db().quiz.findFirstOrThrow({ where: { title } });
  await db().quiz.update({ where: { id }, data: { opensAt: new Date(Date.now() - 60_000) } });
  const begin = page.getByRole("button", { name: "开始答题" });
  await reloadsTo(page, () => expect(begin).toBeVisible({ timeout: 1_000 }));
  await begin.click();
  await page.waitForURL(/\/attempts\//);
  await page.getByRole("button", { name: "交卷" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "交卷" }).click();
  await expect(page.getByText("回执", { exact: true })).toBeVisible();

  await db().quiz.update({ where: { id }, data: { closesAt: new Date(Date.now() - 60_000) } });
  await settleContests(new Date());
  await page.goto(`/contests/${id}`);
  await reloadsTo(page, () => expect(page.getByText("只有你看得到")).toBeVisible({ timeout: 1_000 }));
  await expect(page.getByText("第1名")).toBeVisible();
  await expect(page.getByRole("link", { name: "下载档案" })).toBeVisible();
  await expect(page.getByText("不足五人，不列")).toBeVisible();
  await reviewing.reload();
  await expect(reviewing.getByText("每道题的情况")).toBeVisible();
});
