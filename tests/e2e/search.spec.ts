import { expect, test } from "@playwright/test";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { listActiveTakedowns } from "@/features/takedowns/queries";
import { makePerson, makePlace } from "./support/world";

const LESSON = "/lessons/new-democratic-revolution/04-zunyi";

test("somebody looks a place up from 学习, narrows it to lessons and opens one", async ({ page }) => {
  await page.goto("/lessons");
  await page.getByRole("link", { name: "搜索" }).click();
  await expect(page.getByRole("heading", { name: "可以这样找" })).toBeVisible();
  await page.getByRole("searchbox", { name: "找什么" }).fill("遵义会议");
  await page.getByRole("button", { name: "搜索" }).click();
  await expect(page).toHaveURL(/\/search\?q=/);
  const found = page.getByRole("region", { name: "找到的" });
  await expect(found.getByRole("link", { name: /遵义会议开幕/ })).toBeVisible();
  await expect(found.locator("mark").first()).toHaveText("遵义会议");
  await page
    .getByRole("navigation", { name: "类别" })
    .getByRole("link", { name: /^课程 \d+$/ })
    .click();
  await expect(found.getByRole("link", { name: /遵义会议开幕/ })).toHaveCount(0);
  await found.getByRole("link", { name: /^长征与遵义会议/ }).click();
  await expect(page).toHaveURL(new RegExp(`${LESSON}$`));
});

test.describe("with script switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("a date, first letters, a single character and nonsense are all answered", async ({ page }) => {
    await page.goto("/search");
    const box = page.getByRole("searchbox", { name: "找什么" });
    const ask = async (q: string) => {
      await box.fill(q);
      await page.getByRole("button", { name: "搜索" }).click();
      await expect(box).toHaveValue(q);
    };
    await ask("1935年1月15日");
    await expect(page.getByRole("region", { name: "找到的" }).getByRole("link").first()).toHaveAttribute(
      "href",
      "/daily/01-15",
    );
    await ask("czyzyhy");
    await expect(page.getByRole("link", { name: /长征与遵义会议/ })).toHaveAttribute("href", LESSON);
    await ask("党");
    await expect(page.getByText("只有单个字“党”")).toBeVisible();
    await ask("瓦片火山");
    await expect(page.getByText("没有找到“瓦片火山”")).toBeVisible();
    await expect(page.getByRole("link", { name: "告诉我们想看什么" })).toHaveAttribute("href", "/suggestions");
    const stories = page.getByText("只给本单位的人看的厂情厂史不在搜索里").getByRole("link", { name: "厂情厂史" });
    await expect(stories).toHaveAttribute("href", "/stories");
    await ask("遵义会议楼上的灯");
    await expect(page.getByText("没有一字不差的，下面这些相近。")).toBeVisible();
  });
});

test("what is taken down is not found, and is again when it is back", async ({ page }, { project }) => {
  // The journeys of two screens run beside each other: each takes an entry of its own down.
  const [id, title] = project.name === "phone" ? ["daily/02-14", "02-14"] : ["daily/02-15", "02-15"];
  const officer = await makePerson(await makePlace());
  const address = `/search?q=${title}`;
  const link = page.locator(`main a[href="/${id}"]`);
  await page.goto(address);
  await expect(link).toHaveCount(1);
  const target = { targetKind: "entry", targetId: id } as const;
  await takeDown({ ...target, reason: "示例", actorId: officer.memberId, now: new Date() });
  await page.goto(address);
  await expect(link).toHaveCount(0);
  const down = (await listActiveTakedowns()).find(({ targetId }) => targetId === id);
  await restore({ takedownId: down?.id ?? "", actorId: officer.memberId, now: new Date() });
  await page.goto(address);
  await expect(link).toHaveCount(1);
});
