import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { db } from "@/lib/db";
import { winContest } from "@/tests/factories/certificates";
import { drawPdf } from "@/tests/support/pdf-pixels";
import { expectUsable } from "./support/usable";
import { makePerson, makePlace, signInTo, type Place } from "./support/world";

let place: Place;
test.beforeAll(async () => {
  place = await makePlace();
});

/** The server keeps lists of contests and standings for five seconds. */
const UP_TO_DATE = { timeout: 20_000 };

test("without a settled result there is no certificate, and the page says how one comes to be", async ({
  page,
  context,
}) => {
  await signInTo(context, await makePerson(place));
  await page.goto("/me");
  await page.getByRole("link", { name: "我的证书" }).click();
  await expect(page.getByText("还没有证书")).toBeVisible();
  await expectUsable(page);
});

test("I come from the contest to my certificate, download it, and whoever scans its code sees that it is genuine", async ({
  page,
  context,
  browser,
}) => {
  const member = await makePerson(place);
  const title = `示例竞赛${member.login}`.slice(0, 30);
  const contestId = await winContest(member.memberId, { title });
  await signInTo(context, member);
  await expect(async () => {
    await page.goto(`/contests/${contestId}`);
    await expect(page.getByRole("link", { name: "领证书" })).toBeVisible({ timeout: 1_000 });
  }).toPass(UP_TO_DATE);
  await page.getByRole("link", { name: "领证书" }).click();
  await expect(page.getByText(title)).toBeVisible();
  await expect(page.getByText("第一名，15分")).toBeVisible();
  await expect(page.getByText("在浏览器打开")).toBeVisible();
  await expectUsable(page);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载证书" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`荣誉证书 ${title}第一名.pdf`);
  const drawn = await drawPdf(readFileSync(await download.path()));
  const code = drawn.readCode({ x: 0, y: 0, width: 842, height: 595 });
  const { id } = await db().certificate.findFirstOrThrow({ where: { memberId: member.memberId } });
  expect(code).toBe(`${new URL(page.url()).origin}/certificates/${id}`);

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(code ?? "");
  await expect(stranger.getByText("证书是真的。")).toBeVisible();
  await expect(stranger.getByText(`知识竞赛“${title}”`)).toBeVisible();
  await expect(stranger.getByText("第一名")).toBeVisible();
  expect(await stranger.content()).not.toContain(member.name);
  await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expectUsable(stranger);
  expect((await stranger.goto(`/me/certificates/${id}/pdf`))?.url()).toContain("/sign-in");

  const other = await browser.newContext();
  await signInTo(other, await makePerson(place));
  expect((await other.request.get(`/me/certificates/${id}/pdf`)).status()).toBe(404);

  await page.goto(`/contests/${contestId}`);
  await page.getByRole("button", { name: "退出竞赛" }).click();
  await page.getByRole("button", { name: "退出", exact: true }).click();
  await expect(page.getByText("这一场你没有参加")).toBeVisible();
  await page.goto("/me/certificates");
  await expect(page.getByText("已撤销")).toBeVisible();
  await expect(page.getByRole("link", { name: "下载证书" })).toHaveCount(0);
  expect((await page.request.get(`/me/certificates/${id}/pdf`)).status()).toBe(404);
  await stranger.goto(code ?? "");
  await expect(stranger.getByText("证书已撤销。")).toBeVisible();
  await expect(stranger.getByText("本人退出了这项活动")).toBeVisible();
});

test("a number that nobody was given says so", async ({ page }) => {
  await page.goto("/certificates/AAAA-AAAA-AAAA-AAAA");
  await expect(page.getByText("没有这份证书")).toBeVisible();
  await expectUsable(page);
});
