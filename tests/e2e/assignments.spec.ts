import { expect, test, type Browser, type Page } from "@playwright/test";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { objectToResult } from "@/features/assignments/mutations/object-to-result";
import { recordResults } from "@/features/assignments/mutations/record-results";
import { setAssignments } from "@/features/assignments/mutations/set-assignments";
import { db } from "@/lib/db";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

/** An entry whose questions are answered by choosing. */
const ENTRY = "daily/11-25";
const LESSON = "lessons/new-democratic-revolution/04-zunyi";

async function titleOf(contentId: string): Promise<string> {
  return (await db().contentItem.findUniqueOrThrow({ where: { id: contentId }, select: { title: true } })).title;
}

function officerOf(place: Place): Promise<Person> {
  return makePerson(place, [{ role: "study-officer", scopeKind: "branch", scopeId: place.branchId }]);
}

/** The officer's own browser, on a PC. */
async function deskOf(browser: Browser, officer: Person): Promise<Page> {
  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 }, isMobile: false });
  await signInTo(desk.context(), officer);
  return desk;
}

/** The lesson, for the whole branch, until a week from now; gives the assignment's id. */
async function assignLesson(place: Place, officer: Person): Promise<string> {
  const now = new Date();
  const made = await setAssignments({
    ...{ branchId: place.branchId, targets: [{ kind: "lesson", id: LESSON }], memberIds: null },
    ...{ dueOn: addDays(businessDateOf(now), 7), note: "", actorId: officer.memberId, now },
  });
  if (!made.ok) throw new Error(made.detail);
  return made.ids[0] ?? "";
}

test("a study officer assigns an entry, a member finds it on 今日, answers it, and the officer sees it done", async ({
  page,
  context,
  browser,
}) => {
  const place = await makePlace();
  const [officer, member] = [await officerOf(place), await makePerson(place)];
  const title = await titleOf(ENTRY);

  const desk = await deskOf(browser, officer);
  await desk.goto("/branch/assignments/new");
  await desk.getByText("天天谈，11月").click();
  await desk.getByRole("checkbox", { name: title }).check();
  await expect(desk.getByText(`选了1项：${title}`)).toBeVisible();
  await desk.getByRole("radio", { name: /^3个工作日/ }).check();
  await desk.getByLabel("给大家的一句话（可不填）").fill("周末前想一想");
  await desk.getByRole("button", { name: "派发" }).click();
  await expect(desk.getByText("派发好了，共1项。")).toBeVisible();

  await signInTo(context, member);
  await page.goto("/");
  const card = page
    .getByRole("link")
    .filter({ hasText: title })
    .filter({ hasText: /还有\d天|今天之内/ });
  await expect(card).toContainText("周末前想一想");
  await card.click();
  await expect(page).toHaveURL(new RegExp(`/${ENTRY}$`));
  await expect(page.locator("fieldset[data-question]").first()).toBeVisible();
  for (const question of await page.locator("fieldset[data-question]").all()) {
    await question.getByRole("radio").first().check();
  }
  await page.getByRole("button", { name: "答完了，交上去" }).click();
  await expect(page.getByText("支部派发的这一项也学完了，另记2分")).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link").filter({ hasText: title }).filter({ hasText: "学过了" })).toBeVisible();

  await desk.getByRole("link", { name: "看派发的情况" }).click();
  const row = desk.getByRole("row").filter({ hasText: title });
  await expect(row).toContainText("1 / 2人");
  await row.getByRole("link").first().click();
  const done = desk.locator("section").filter({ has: desk.getByRole("heading", { name: "自己答完" }) });
  await expect(done).toContainText(member.name);
  await desk.close();
});

test("what is recorded about somebody who studied offline can be objected to, and is taken back", async ({
  page,
  context,
  browser,
}) => {
  const place = await makePlace();
  const [officer, member] = [await officerOf(place), await makePerson(place)];
  const id = await assignLesson(place, officer);
  const title = await titleOf(LESSON);

  const desk = await deskOf(browser, officer);
  await desk.goto(`/branch/assignments/${id}`);
  await desk.getByRole("checkbox", { name: member.name }).check();
  await desk.getByLabel("怎么学的").selectOption("晨会一刻钟");
  await desk.getByRole("button", { name: "记下" }).click();
  await expect(desk.getByRole("row").filter({ hasText: member.name })).toContainText("晨会一刻钟");

  await signInTo(context, member);
  await page.goto("/me/assignments");
  const line = page.getByRole("listitem").filter({ hasText: title });
  await expect(line).toContainText("线下学过");
  await line.getByText("记录不对").click();
  await line.getByLabel("哪里不对").fill("那天我上夜班");
  await line.getByRole("button", { name: "送出" }).click();
  await expect(line).toContainText("支部核对以前不计");

  await desk.reload();
  const objected = desk.getByRole("row").filter({ hasText: member.name });
  await expect(objected).toContainText("本人说：那天我上夜班");
  await objected.getByRole("button", { name: `撤销${member.name}的记录` }).click();
  await expect(desk.getByRole("checkbox", { name: member.name })).toBeVisible();
  await page.reload();
  await expect(line).toContainText("还没学");
  await desk.close();
});

test("an officer answers an objection to a record that is right: it counts again, and the member reads why", async ({
  page,
  context,
  browser,
}) => {
  const place = await makePlace();
  const [officer, member] = [await officerOf(place), await makePerson(place)];
  const assignmentId = await assignLesson(place, officer);
  const now = new Date();
  await recordResults({
    ...{ kind: "offline", manner: "talk", on: businessDateOf(now), note: "", memberIds: [member.memberId] },
    ...{ assignmentId, branchId: place.branchId, actorId: officer.memberId, now },
  });
  await objectToResult({ assignmentId, memberId: member.memberId, words: "那天我上夜班", now });

  const desk = await deskOf(browser, officer);
  await desk.goto(`/branch/assignments/${assignmentId}`);
  const row = desk.getByRole("row").filter({ hasText: member.name });
  await row.locator("summary", { hasText: "记录是对的" }).click();
  await row.getByLabel("为什么是对的").fill("签到表上有你的名字");
  await row.getByRole("button", { name: "送出答复" }).click();
  await expect(row).toContainText("支部答复：签到表上有你的名字");
  await expect(desk.getByText("本人说记录不对")).toBeHidden();
  await desk.close();

  await signInTo(context, member);
  await page.goto("/me/assignments");
  const line = page.getByRole("listitem").filter({ hasText: await titleOf(LESSON) });
  await expect(line).toContainText("支部核对过，记录没有改：签到表上有你的名字");
  await expect(line.getByText("记录不对", { exact: true })).toHaveCount(0);
});

test("an officer excuses somebody with a reason, and takes an assignment back", async ({ page, context }) => {
  const place = await makePlace();
  const [officer, member] = [await officerOf(place), await makePerson(place)];
  const id = await assignLesson(place, officer);
  await signInTo(context, officer);
  await page.goto(`/branch/assignments/${id}`);
  await page.getByRole("checkbox", { name: member.name }).check();
  await page.getByRole("radio", { name: "这一次免学" }).check();
  await page.getByLabel("什么原因").selectOption("其他");
  await page.getByRole("button", { name: "记下" }).click();
  await expect(page.getByText("选了“其他”，请写明原因。")).toBeVisible();
  await page.getByLabel(/补充一句/).fill("参加技能比赛");
  await page.getByLabel("什么原因").selectOption("夜班");
  await page.getByRole("button", { name: "记下" }).click();
  await expect(page.getByRole("row").filter({ hasText: member.name })).toContainText("夜班，参加技能比赛");
  await page.getByText("撤回派发").click();
  await page.getByRole("button", { name: "确定撤回" }).click();
  await expect(page.getByText("已经撤回，学完的照样算")).toBeVisible();
});

test("the sheet for those without a phone has the text, the questions and, apart, the answers", async ({
  page,
  context,
}) => {
  const place = await makePlace();
  const officer = await officerOf(place);
  const id = await assignLesson(place, officer);
  await signInTo(context, officer);
  await page.goto(`/branch/sheet?assignment=${id}`);
  const piece = page.locator(".study-sheet .piece");
  await expect(piece).toHaveCount(1);
  await expect(piece).toContainText("遵义会议是哪一天开幕的");
  await expect(piece).not.toContainText("参考答案");
  const keys = page.locator(".study-sheet .keys");
  await expect(keys.getByRole("listitem")).toHaveCount(4);
  await page.emulateMedia({ media: "print" });
  expect(await keys.evaluate((node) => getComputedStyle(node).breakBefore)).toBe("page");
  await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
});

test.describe("with script switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("a member reads under 我的 what the branch has set, by when, and where it is", async ({ page, context }) => {
    const place = await makePlace();
    const [officer, member] = [await officerOf(place), await makePerson(place)];
    await assignLesson(place, officer);
    await signInTo(context, member);
    await page.goto("/me");
    await page.getByRole("link", { name: /支部派发的学习/ }).click();
    await expect(page.getByText("还有7天")).toBeVisible();
    await page.getByRole("link", { name: await titleOf(LESSON) }).click();
    await expect(page).toHaveURL(new RegExp(`/${LESSON}$`));
  });
});
