import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { db } from "@/lib/db";
import { beginAttempt, makeQuiz, savedAnswers } from "./support/quiz";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

let place: Place;
test.beforeAll(async () => {
  place = await makePlace();
});

const SINGLES = ["single", "single", "single", "single"] as const;

type Begun = { person: Person; attemptId: string; address: string };

async function begin(context: BrowserContext, types: readonly "single"[] = SINGLES): Promise<Begun> {
  const person = await makePerson(place);
  await signInTo(context, person);
  const { attemptId } = await beginAttempt(person, await makeQuiz({ types }));
  return { person, attemptId, address: `/attempts/${attemptId}` };
}

const numbers = (page: Page) => page.getByRole("navigation", { name: "题号" });
const numberOf = (page: Page, number: number) =>
  numbers(page).getByRole("link", { name: new RegExp(`^第${number}题，`) });

/** Chooses an option of a question by its place. */
async function choose(page: Page, number: number, option = 0): Promise<void> {
  await numberOf(page, number).click();
  await page.locator(`#question-${number} .opt`).nth(option).click();
}

async function expectState(page: Page, number: number, state: string): Promise<void> {
  await expect(numberOf(page, number)).toHaveAccessibleName(new RegExp(`，${state}`), { timeout: 15_000 });
}

const countSaved = async (attemptId: string): Promise<number> => Object.keys(await savedAnswers(attemptId)).length;

async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "交卷" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "交卷" }).click();
}

test("the network dies in mid-quiz and comes back: every answer arrives, and I am told which have", async ({
  page,
  context,
}) => {
  const { attemptId, address } = await begin(context);
  await page.goto(address);
  await choose(page, 1);
  await expectState(page, 1, "已送达");
  await context.setOffline(true);
  await choose(page, 2);
  await choose(page, 3, 1);
  await expectState(page, 2, "已存手机");
  await expect(page.getByText("已存手机，有网就送")).toBeVisible();
  expect(await countSaved(attemptId)).toBe(1);
  await context.setOffline(false);
  await expectState(page, 2, "已送达");
  await expectState(page, 3, "已送达");
  expect(await countSaved(attemptId)).toBe(3);
});

test("I hand in without network: it goes by itself when the network is back, and I can still change my mind", async ({
  page,
  context,
}) => {
  const { attemptId, address } = await begin(context);
  await page.goto(address);
  await choose(page, 1);
  await context.setOffline(true);
  await choose(page, 2);
  await handIn(page);
  await expect(page.getByText("还没交上。")).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "先不交，接着答" }).click();
  await choose(page, 3);
  await handIn(page);
  await context.setOffline(false);
  await expect(page.getByText("答了的3题都已送达，已计一次")).toBeVisible({ timeout: 15_000 });
  expect(await db().receipt.count({ where: { attemptId } })).toBe(1);
});

test("I reload in flight mode: the page opens, my answers are there, and they arrive later", async ({
  page,
  context,
}) => {
  const { attemptId, address } = await begin(context);
  await page.goto(address);
  await choose(page, 1);
  await expectState(page, 1, "已送达");
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined), { timeout: 15_000 })
    .toBe(true);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await context.setOffline(true);
  await choose(page, 2, 1);
  await expectState(page, 2, "已存手机");
  await page.reload();
  await expect(page.locator("html[data-shell]")).toHaveCount(1);
  await expectState(page, 1, "已送达");
  await expectState(page, 2, "已存手机");
  await numberOf(page, 2).click();
  await expect(page.locator("#question-2 input").nth(1)).toBeChecked();
  await choose(page, 3);
  await context.setOffline(false);
  await expectState(page, 3, "已送达");
  expect(await countSaved(attemptId)).toBe(3);
});

test("I leave to another page and come back with the back button: nothing is lost", async ({ page, context }) => {
  const { address, attemptId } = await begin(context);
  await page.goto(address);
  await choose(page, 1);
  await page.getByRole("link", { name: "暂离，答案都留着" }).click();
  await expect(page.getByRole("heading", { name: "答题", level: 1 })).toBeVisible();
  await page.goBack();
  await expectState(page, 1, "已送达");
  await choose(page, 2);
  await expectState(page, 2, "已送达");
  expect(await countSaved(attemptId)).toBe(2);
});

test("two tabs show the same answers, and both end when one hands in", async ({ page, context }) => {
  const { address, attemptId } = await begin(context);
  const other = await context.newPage();
  await page.goto(address);
  await other.goto(address);
  await choose(page, 1);
  await expectState(other, 1, "已送达");
  await choose(other, 1, 2);
  await choose(other, 2, 1);
  await expectState(page, 2, "已送达");
  await page.bringToFront();
  await numberOf(page, 1).click();
  await expect(page.locator("#question-1 input").nth(2)).toBeChecked();
  await handIn(page);
  await expect(page.getByText("已计一次")).toBeVisible();
  await other.bringToFront();
  await expect(other.getByText("已计一次")).toBeVisible();
  expect(await db().receipt.count({ where: { attemptId } })).toBe(1);
});

test("an older answer from another phone never overwrites a newer one, and that phone says so", async ({
  page,
  context,
  browser,
}) => {
  const { person, address, attemptId } = await begin(context);
  const old = await browser.newContext();
  await signInTo(old, person);
  const oldPhone = await old.newPage();
  await oldPhone.goto(address);
  await page.goto(address);
  for (const option of [0, 1, 2]) {
    await choose(page, 1, option);
    await expect(page.locator("#question-1").getByText("已送达", { exact: true })).toBeVisible();
  }
  const newer = await savedAnswers(attemptId);
  await choose(oldPhone, 1, 3);
  await expect(oldPhone.getByText("第1题在另一个页面上改过。")).toBeVisible({ timeout: 15_000 });
  await expect(oldPhone.locator("#question-1 input").nth(2)).toBeChecked();
  expect(await savedAnswers(attemptId)).toEqual(newer);
  await choose(oldPhone, 1, 3);
  await expect.poll(() => savedAnswers(attemptId)).not.toEqual(newer);
  await old.close();
});

test("my session expires in mid-quiz: the answers wait for me, and only for me", async ({ page, context }) => {
  const { person, address, attemptId } = await begin(context);
  await page.goto(address);
  await choose(page, 1);
  await expectState(page, 1, "已送达");
  await context.clearCookies();
  await choose(page, 2);
  await expect(page.getByText("登录过期了。")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("link", { name: "去登录" })).toHaveAttribute(
    "href",
    `/sign-in?from=${encodeURIComponent(address)}`,
  );

  const somebodyElse = await makePerson(place);
  await signInTo(context, somebodyElse);
  expect((await page.goto(address))?.status()).toBe(404);
  await page.goto("/quizzes");
  await page.waitForTimeout(1_000);
  expect(await countSaved(attemptId)).toBe(1);

  await context.clearCookies();
  await page.goto(`/sign-in?from=${encodeURIComponent(address)}`);
  await page.getByLabel("手机号或工号").fill(person.login);
  await page.getByLabel("密码").fill(person.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expectState(page, 2, "已送达");
  expect(await countSaved(attemptId)).toBe(2);
});

test("a browser without storage and service worker warns me, and my answers arrive all the same", async ({
  page,
  context,
}) => {
  const { address, attemptId } = await begin(context);
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
    Object.defineProperty(window, "caches", { value: undefined });
    Object.defineProperty(window, "BroadcastChannel", { value: undefined });
    Object.defineProperty(navigator, "serviceWorker", { value: undefined });
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new Error("refused");
      },
    });
  });
  await page.goto(address);
  await expect(page.getByText("这个浏览器不能存答案。")).toBeVisible();
  await choose(page, 1);
  await expectState(page, 1, "已送达");
  await handIn(page);
  await expect(page.getByText("已计一次")).toBeVisible();
  expect(await countSaved(attemptId)).toBe(1);
});

test("what could not be sent is sent from whatever page I open next", async ({ browser }) => {
  // Requests of a page under a service worker cannot be cut off one by one.
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const { address, attemptId } = await begin(context);
  await page.goto(address);
  await page.route("**/api/v1/attempts/**", (route) => route.abort());
  await choose(page, 1);
  await expect(page.getByText("已存手机，有网就送")).toBeVisible({ timeout: 15_000 });
  await page.unroute("**/api/v1/attempts/**");
  await page.goto("/lessons");
  await expect.poll(() => countSaved(attemptId)).toBe(1);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("zj-waiting"))).toBeNull();
  await context.close();
});
