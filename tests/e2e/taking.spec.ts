import AxeBuilder from "@axe-core/playwright";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { QUESTION_TYPES, type PublicPaper } from "@/domain/quizzes/types";
import { db } from "@/lib/db";
import { beginAttempt, makeQuiz, savedAnswers } from "./support/quiz";
import { STANDARDS } from "./support/usable";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

let place: Place;
test.beforeAll(async () => {
  place = await makePlace();
});

type Choice = Parameters<typeof makeQuiz>[0];

async function begin(context: BrowserContext, choice?: Choice): Promise<{ person: Person; paper: PublicPaper }> {
  const person = await makePerson(place);
  await signInTo(context, person);
  return { person, paper: await beginAttempt(person, await makeQuiz(choice)) };
}

const addressOf = ({ attemptId }: PublicPaper): string => `/attempts/${attemptId}`;
const numberOf = (page: Page, number: number) =>
  page.getByRole("navigation", { name: "题号" }).getByRole("link", { name: new RegExp(`^第${number}题，`) });

test("I tap 开始答题 and 交卷 twice: it is one attempt, one receipt, one entry of points", async ({
  page,
  context,
}) => {
  const person = await makePerson(place);
  await signInTo(context, person);
  const title = `双击测验${person.login}`;
  await makeQuiz({ types: ["true-false"], title });
  await expect
    .poll(
      async () => {
        await page.goto("/quizzes");
        return page.getByRole("heading", { name: title }).count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await page.getByRole("article").filter({ hasText: title }).getByRole("button", { name: "开始答题" }).dblclick();
  await page.waitForURL(/\/attempts\//);
  await page.locator(".opt").first().click();
  await page.getByRole("button", { name: "交卷" }).dblclick();
  const twice = page.getByRole("dialog").getByRole("button", { name: "交卷" });
  await twice.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(page.getByText("1题全部送达，已计一次")).toBeVisible();
  const own = { where: { memberId: person.memberId } };
  expect(await db().attempt.count(own)).toBe(1);
  expect(await db().receipt.count({ where: { attempt: own.where } })).toBe(1);
  expect(await db().pointsEntry.count(own)).toBeLessThanOrEqual(1);
});

test("the first question is in the page before any script has run", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { paper } = await begin(context, { types: ["single", "single"] });
  const page = await context.newPage();
  await page.goto(addressOf(paper));
  await expect(page.getByText(paper.questions[0]?.stem ?? "-")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(4);
  await context.close();
});

test("what I choose before the script has arrived is kept", async ({ page, context }) => {
  const { paper } = await begin(context, { types: ["single", "single"] });
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(addressOf(paper), { waitUntil: "commit" });
  await page.locator(".opt").nth(2).click();
  release();
  await expect(numberOf(page, 1)).toHaveAccessibleName(/，已送达/, { timeout: 15_000 });
  await expect(page.getByRole("radio").nth(2)).toBeChecked();
  expect(Object.keys(await savedAnswers(paper.attemptId))).toHaveLength(1);
});

/** Answers whatever stands there with the keyboard alone. */
async function answerByKeys(page: Page, type: PublicPaper["questions"][number]["type"]): Promise<void> {
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const tabTo = async (selector: string): Promise<void> => {
    for (let step = 0; step < 40; step += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reached ${selector}`);
  };
  switch (type) {
    case "single":
    case "true-false":
      await tabTo("input[type=radio]");
      return press("Space", "ArrowDown");
    case "multiple":
      await tabTo("input[type=checkbox]");
      return press("Space", "Tab", "Space");
    case "fill":
      await tabTo("input[type=text]");
      return page.keyboard.type("1949");
    case "ordering":
      await tabTo("[data-move]:not([aria-disabled=true])");
      return press("Enter");
    case "matching":
      await tabTo("select");
      return press("ArrowDown");
  }
}

test("I take a whole quiz with the keyboard alone, one question of every type", async ({ page, context }) => {
  const { paper } = await begin(context);
  await page.goto(addressOf(paper));
  for (const [index, { type }] of paper.questions.entries()) {
    await expect(page.locator(`#question-${index + 1}`)).toBeVisible();
    await answerByKeys(page, type);
    await expect(numberOf(page, index + 1)).toHaveAccessibleName(/已存手机|已送达/);
    const next = page.getByRole("button", { name: index < paper.questions.length - 1 ? "下一题" : "交卷" });
    for (let step = 0; step < 60 && !(await next.evaluate((it) => it === document.activeElement)); step += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    if (index < paper.questions.length - 1) {
      await expect(page.locator(`#question-${index + 2} legend`)).toBeFocused();
    }
  }
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${paper.questions.length}题全部送达，已计一次`)).toBeVisible();
});

test("when the time is up the paper is handed in with what is there", async ({ page, context }) => {
  const { paper } = await begin(context, { types: ["single", "single"], limitSeconds: 8 });
  await page.goto(addressOf(paper));
  await page.locator(".opt").first().click();
  await expect(page.getByText("答了的1题都已送达，已计一次")).toBeVisible({ timeout: 20_000 });
});

test("answers that come after the closing do not count, and I am told which", async ({ page, context }) => {
  const { paper } = await begin(context, { types: ["single", "single"], limitSeconds: 600 });
  await page.goto(addressOf(paper));
  await page.locator(".opt").first().click();
  await expect(numberOf(page, 1)).toHaveAccessibleName(/，已送达/);
  await context.setOffline(true);
  await numberOf(page, 2).click();
  await page.locator(".opt").first().click();
  const longAgo = new Date(Date.now() - 120_000);
  await db().attempt.update({ where: { id: paper.attemptId }, data: { deadline: longAgo } });
  await context.setOffline(false);
  await expect(page.getByText("第2题的答案到得太晚，没有计分，服务器留了一份。计分的有1题。")).toBeVisible({
    timeout: 15_000,
  });
  await page.getByRole("link", { name: "看成绩和回执" }).click();
  await expect(page.getByText("到时自动交卷")).toBeVisible();
  await expect(page.getByText("答了的1题都已送达，已计一次")).toBeVisible();
});

test("another person's attempt does not exist for me", async ({ page, context }) => {
  const { paper } = await begin(context, { types: ["single"] });
  await context.clearCookies();
  await signInTo(context, await makePerson(place));
  expect((await page.goto(addressOf(paper)))?.status()).toBe(404);
  await context.clearCookies();
  await page.goto(addressOf(paper));
  await expect(page).toHaveURL(new RegExp(`/sign-in\\?from=${encodeURIComponent(addressOf(paper))}`));
});

test("after handing in I see my score, my receipt, and for each mistake the right answer and where it is written", async ({
  page,
  context,
}) => {
  const { paper } = await begin(context);
  await page.goto(addressOf(paper));
  await page.getByRole("button", { name: "全部列出" }).click();
  await page.locator("input[type=text]").first().fill("不知道");
  await page.getByRole("button", { name: "交卷" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "交卷" }).click();
  await expect(page.getByText("回执", { exact: true })).toBeVisible();
  await expect(page.getByRole("img", { name: "回执纹" })).toBeVisible();
  const wrong = page.getByRole("article").first();
  await expect(wrong.getByText("正确的")).toBeVisible();
  await expect(wrong.getByRole("link", { name: /^(课程|\d+月\d+日的天天谈)《/ })).toHaveAttribute("href", /#/);
  await expect(wrong.getByRole("link", { name: "报告错误" })).toHaveAttribute("href", /^\/report\?target=question:/);
  await page.goto("/me/mistakes");
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.goto("/me/attempts");
  await expect(page.getByRole("link", { name: /示例测验/ })).toHaveAttribute("href", addressOf(paper));
});

test("a quiz that keeps its review closed shows no right answer anywhere", async ({ page, context }) => {
  const { paper } = await begin(context, { reviewOpens: "never" });
  await page.goto(addressOf(paper));
  await page.getByRole("button", { name: "交卷" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "交卷" }).click();
  await expect(page.getByText("这份测验不公布解析。")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
  await page.goto("/me/mistakes");
  await expect(page.getByText("没有要温故的题")).toBeVisible();
});

test("the taking screen loads at most 170 KiB of compressed script", async ({ page, context }) => {
  const { paper } = await begin(context);
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(addressOf(paper), { waitUntil: "networkidle" });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  console.log(`taking screen: ${(total / 1024).toFixed(1)} KiB of script`);
  expect(total).toBeGreaterThan(0);
  expect(total / 1024).toBeLessThan(170);
});

const LOOKS = [
  { title: "light", theme: "light", size: "normal" },
  { title: "dark", theme: "dark", size: "normal" },
  { title: "large type", theme: "light", size: "large" },
] as const;

for (const look of LOOKS) {
  test(`everybody can use the taking screen, its dialog and the result, ${look.title}`, async ({ page, context }) => {
    const { paper } = await begin(context, { types: [...QUESTION_TYPES], limitSeconds: 1_200 });
    await page.addInitScript((choice) => {
      localStorage.setItem("zj-theme", choice.theme);
      localStorage.setItem("zj-size", choice.size);
    }, look);
    const violations = async () => {
      // What is half under a sticky bar at the moment would count as too small a target.
      // The content policy takes no style element; a sheet made by script is none.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".bar, .dock, .tabs { position: static !important }");
        document.adoptedStyleSheets.push(sheet);
      });
      const found = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
      );
    };
    await page.goto(addressOf(paper));
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "全部列出" }).click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: /^下移/ }).first().click();
    await page.getByRole("button", { name: "标记" }).first().click();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "交卷" }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "交卷" }).click();
    await expect(page.getByRole("img", { name: "回执纹" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
}
