import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { businessDateOf, quarterOf, startOfDay } from "@/domain/calendar/shanghai";
import { objectionPeriod } from "@/domain/ranking/objections";
import { awardPoints } from "@/features/points/mutations/award-points";
import { closeSeason } from "@/features/seasons/mutations/close-season";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { inTransaction } from "@/lib/db";
import { startLaterServer, type LaterServer } from "./support/later-server";
import { makePerson, makePlace, type Person } from "./support/world";

/** The present quarter, seen from the first morning after it. */
const now = new Date();
const quarter = quarterOf(businessDateOf(now));
const period = objectionPeriod(quarter);
const morning = new Date(startOfDay(period.from).getTime() + 10 * 3_600_000);

test.describe.configure({ mode: "serial" });

let server: LaterServer;
let first: Person;
let second: Person;
let officer: Person;

const earn = (memberId: string, source: string) =>
  inTransaction((tx) => awardPoints(tx, { memberId, reason: "lesson", source, now }));

test.beforeAll(async () => {
  server = await startLaterServer(morning);
  const place = await makePlace();
  [first, second] = [await makePerson(place), await makePerson(place)];
  officer = await makePerson(place, [{ role: "committee", scopeKind: "zone", scopeId: "" }]);
  for (const { memberId } of [first, second]) {
    await joinSeason({ own: { memberId }, quarter, showName: false, now });
    await earn(memberId, "lessons/example/01");
  }
  await earn(first.memberId, "lessons/example/02");
});
test.afterAll(() => server.stop());

test("who joined says that points are missing, while the result stands for objection", async ({ page, context }) => {
  await server.signIn(context, second);
  await page.goto(`${server.base}/seasons/${quarter}`);
  await expect(page.getByRole("heading", { name: "正在公示" })).toBeVisible();
  await expect(page.getByRole("region", { name: "我的名次" })).toContainText("第2名");
  await page.getByText("提出异议", { exact: true }).click();
  await page.getByLabel("哪一样不对").selectOption({ label: "我的积分" });
  await page.getByLabel("哪里不对").fill("示例：线下学的一课没有记上");
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "送出" }).click();
  await expect(page.getByText("等工委答复")).toBeVisible();
  await expect(page.getByText("提出异议", { exact: true })).toHaveCount(0);
});

test("the committee finds the objection on its desk, answers and corrects the points", async ({ page, context }) => {
  await server.signIn(context, officer);
  await page.goto(`${server.base}/committee`);
  const decision = page.getByRole("listitem").filter({ hasText: "条积分异议等答复" });
  await decision.getByRole("link", { name: "答复" }).click();
  await expect(page.getByText("示例：线下学的一课没有记上")).toBeVisible();
  await page.locator("summary", { hasText: "答复" }).click();
  await page.getByLabel("答复", { exact: true }).fill("示例：核对过，补记这一课");
  await page.getByLabel("更正几分（不更正就空着）").fill("3");
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "送出答复" }).click();
  await expect(page.getByText("没有等答复的异议", { exact: true })).toBeVisible();
  await expect(page.getByText("按这条异议更正+3分，记在流水里")).toBeVisible();
});

test("the correction stands in the ledger and the list, and the settled quarter is announced", async ({
  page,
  context,
}) => {
  await server.signIn(context, second);
  await page.goto(`${server.base}/seasons/${quarter}`);
  await expect(page.getByText("答复：示例：核对过，补记这一课")).toBeVisible();
  await expect(page.getByRole("region", { name: "我的名次" })).toContainText("第1名");
  await page.goto(`${server.base}/me/points`);
  await expect(page.getByText("公示期里核对流水后更正")).toBeVisible();

  const { digest } = await closeSeason({ quarter, salt: "5a".repeat(32), now: period.settlesAt });
  await expect(async () => {
    await page.goto(`${server.base}/seasons/${quarter}`);
    await expect(page.getByText(digest)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText("答复了1条异议，其中1条更正了积分")).toBeVisible();
  await expect(page.getByRole("heading", { name: "谁都可以重算" })).toBeVisible();
  expect((await page.request.get(`${server.base}/seasons/${quarter}/archive`)).status()).toBe(200);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);

  await page.getByRole("link", { name: "领证书" }).click();
  await expect(page).toHaveURL(/\/me\/certificates$/);
  await expect(page.getByText("第一名")).toBeVisible();
});
