import { expect, test } from "@playwright/test";
import { db } from "@/lib/db";
import { makePerson, makePlace, signInTo } from "./support/world";

const now = new Date();
/** Long ago: nothing else writes this period, and nothing tries it again by itself. */
const PERIOD = `2025-0${1 + Math.floor(Math.random() * 9)}-${10 + Math.floor(Math.random() * 18)}`;

test("the committee sees what the clock could not do, has it done again, and reads when everything runs next", async ({
  page,
  context,
}) => {
  test.slow();
  const times = { at: now, startedAt: now, finishedAt: now };
  const key = { job: "settle-moves", period: PERIOD };
  await db().jobRun.deleteMany({ where: key });
  await db().jobRun.create({ data: { ...key, state: "failed", attempts: 3, note: "示例原因：磁盘满了", ...times } });
  await signInTo(context, await makePerson(await makePlace(), [{ role: "committee", scopeKind: "zone", scopeId: "" }]));

  await page.goto("/committee");
  await expect(page.getByText("项定时任务没有办成")).toBeVisible();
  await page.getByRole("link", { name: "看任务" }).click();
  const [year, month, day] = PERIOD.split("-").map(Number);
  const line = page.getByRole("listitem").filter({ hasText: `转接生效，${year}年${month}月${day}日` });
  await expect(line.getByText("示例原因：磁盘满了")).toBeVisible();
  await expect(line.getByText("试了3次没有办成")).toBeVisible();
  await line.getByRole("button", { name: "重办" }).click();
  await expect(async () => {
    await page.reload();
    await expect(line).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  expect(await db().jobRun.findFirst({ where: key })).toMatchObject({ state: "done", attempts: 4 });
  await expect(page.getByRole("row", { name: /公示期满结算一季积分/ })).toContainText("每天00:30");
  await expect(page.getByRole("row", { name: /通知上一季积分公示/ })).toContainText("每季第一天08:00");
});

test("a station's committee member has no page of the zone's clock, and no way to it", async ({ page, context }) => {
  const place = await makePlace();
  const scope = { role: "committee", scopeKind: "station", scopeId: place.stationId } as const;
  await signInTo(context, await makePerson(place, [scope]));
  await page.goto("/committee");
  await expect(page.locator('a[href="/committee/objections"]').first()).toBeAttached();
  for (const href of ["/committee/jobs", "/committee/questions", "/committee/seasons"]) {
    await expect(page.locator(`a[href="${href}"]`)).toHaveCount(0);
    expect((await page.goto(href))?.status()).toBe(404);
    await page.goto("/committee");
  }
});
