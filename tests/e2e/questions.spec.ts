import { expect, test, type Browser, type Page } from "@playwright/test";
import { db } from "@/lib/db";
import { beginAttempt, makeQuiz } from "./support/quiz";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

let place: Place;
test.beforeAll(async () => {
  place = await makePlace();
});

const COMMITTEE = [{ role: "committee", scopeKind: "zone", scopeId: "" }] as const;

async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  await signInTo(context, person);
  return context.newPage();
}

async function write(page: Page, stem: string): Promise<void> {
  await page.goto("/committee/questions/new");
  await page.getByLabel("题干").fill(stem);
  for (const [index, text] of ["遵义", "瑞金", "延安"].entries()) await page.getByLabel(`选项${index + 1}`).fill(text);
  await page.getByRole("radio", { name: "正确" }).first().check();
  await page.getByLabel("解析").fill("会议在贵州省的这座城市召开，史称遵义会议。");
  await page.getByLabel("主题").selectOption("meetings");
  await page.getByLabel("时期").selectOption("new-democratic-revolution");
  await page.getByLabel("难度").selectOption("easy");
  await page.getByLabel("原文").fill("1935年1月15日至17日，中共中央政治局在遵义召开扩大会议。");
  await page.getByLabel("出处1，标题").fill("遵义会议");
  await page.getByLabel("发布单位").fill("共产党员网");
  await page.getByLabel("网址").fill("https://www.12371.cn/2021/02/25/ARTI1.shtml");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("已存为草稿")).toBeVisible();
}

test("one writes a question, another releases it, a member meets it; void, it gives everybody full marks", async ({
  browser,
}) => {
  const [writer, reviewer] = [await makePerson(place, COMMITTEE), await makePerson(place, COMMITTEE)];
  const stem = `1935年1月，中央政治局在哪座城市开会（${writer.login}）？`;
  const writing = await pageOf(browser, writer);
  await write(writing, stem);
  await writing.getByRole("button", { name: "送另一位同志复核" }).click();
  await expect(writing.getByText("要由另一位同志复核发布")).toBeVisible();
  await expect(writing.getByRole("button", { name: "复核无误，发布" })).toBeDisabled();

  const reviewing = await pageOf(browser, reviewer);
  await reviewing.goto("/committee/questions");
  await reviewing.getByRole("link", { name: stem }).click();
  await reviewing.getByRole("button", { name: "复核无误，发布" }).click();
  await reviewing.getByRole("link", { name: "看这道题" }).click();
  await expect(reviewing.getByText("本单位")).toBeVisible();
  const { id: questionId } = await db().question.findFirstOrThrow({ where: { current: { stem } } });

  const member = await makePerson(place);
  const paper = await beginAttempt(member, await makeQuiz({ questionIds: [questionId], title: "示例作废测验" }));
  const taking = await pageOf(browser, member);
  await taking.goto(`/attempts/${paper.attemptId}`);
  await expect(taking.getByText(stem)).toBeVisible();
  await taking.getByRole("button", { name: "交卷" }).first().click();
  await taking.getByRole("dialog").getByRole("button", { name: "交卷" }).click();
  await expect(taking.getByText("还没通过")).toBeVisible();

  await reviewing.getByRole("link", { name: "作废，人人按满分计" }).click();
  await expect(reviewing.getByText("1份答卷")).toBeVisible();
  await reviewing.getByLabel("为什么作废").fill("选项有误");
  await reviewing.getByRole("button", { name: "作废这道题" }).click();
  await expect(reviewing.getByText("更正了1份答卷")).toBeVisible();

  await taking.goto(`/attempts/${paper.attemptId}`);
  await expect(taking.getByText("有一道题作废，人人按满分计")).toBeVisible();
  await expect(taking.getByText("通过了，60%就算通过")).toBeVisible();
  await taking.goto("/inbox");
  await expect(taking.getByText("“示例作废测验”里有一道题作废")).toBeVisible();
});
