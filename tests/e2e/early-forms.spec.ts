import { expect, test, type Page } from "@playwright/test";
import { db } from "@/lib/db";
import { makePerson, makePlace, type Person, type Place } from "./support/world";

let place: Place;
let person: Person;
test.beforeAll(async () => {
  place = await makePlace();
  person = await makePerson(place);
});

const LESSON = "/lessons/new-democratic-revolution/04-zunyi";
const PRESS = { noWaitAfter: true };

async function typeSignIn(page: Page): Promise<void> {
  await page.getByLabel("手机号或工号").fill(person.login);
  await page.getByLabel("密码").fill(person.password);
  await page.getByRole("button", { name: "登录", exact: true }).click(PRESS);
}

/** Opens a page whose scripts stay away until they are let through, as on a weak signal. */
async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return letThrough;
}

test.describe("before a page's script has come", () => {
  test("a password that is sent waits, and never stands in an address", async ({ page }) => {
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    const letThrough = await openWithoutScripts(page, "/sign-in?from=/me");
    await typeSignIn(page);
    await expect(page.locator("form[data-waits=sent]")).toHaveCount(1);
    await expect(page.getByLabel("密码")).toHaveValue(person.password);
    letThrough();
    await expect(page.getByRole("heading", { name: person.name })).toBeVisible();
    expect(addresses.filter((address) => address.includes(encodeURIComponent(person.password)))).toEqual([]);
  });

  test("a report that is sent arrives once", async ({ page }) => {
    const text = `早送的一条，${place.marker}，${String(Date.now())}。`;
    const letThrough = await openWithoutScripts(page, "/report?on=daily/11-22");
    await page.getByLabel("哪里不对，应该是什么").fill(text);
    await page.getByRole("button", { name: "送出" }).click(PRESS);
    await page.getByRole("button", { name: "送出" }).click(PRESS);
    letThrough();
    await expect(page.getByRole("status")).toContainText("收到了，谢谢。");
    expect(await db().feedback.count({ where: { text } })).toBe(1);
  });

  test("a recall question takes no choice that would be lost", async ({ page }) => {
    const letThrough = await openWithoutScripts(page, LESSON);
    const choices = page.locator("form").filter({ has: page.locator("[data-question]") });
    await expect(choices.locator("fieldset input").first()).toBeDisabled();
    await expect(choices.getByRole("button", { name: "正在准备" })).toBeDisabled();
    letThrough();
    // Who has not signed in is then told to.
    await expect(choices.getByRole("link", { name: "登录后作答" })).toBeVisible();
  });
});

test("a report typed where there is no network stays on the page and is sent when there is one", async ({
  page,
  context,
}) => {
  const text = `没有网时写的一条，${place.marker}，${String(Date.now())}。`;
  await page.goto("/report?on=daily/11-22", { waitUntil: "networkidle" });
  const field = page.getByLabel("哪里不对，应该是什么");
  await field.fill(text);
  await context.setOffline(true);
  await page.getByRole("button", { name: "送出" }).click();
  await expect(page.getByText("没有连上服务器，不知道送到了没有。写的还在这一页，有网再按一次。")).toBeVisible();
  await expect(field).toHaveValue(text);
  await context.setOffline(false);
  await page.getByRole("button", { name: "送出" }).click();
  await expect(page.getByRole("status")).toContainText("收到了，谢谢。");
  expect(await db().feedback.count({ where: { text } })).toBe(1);
});

test.describe("with script switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("a form that needs script keeps what was typed and sends nothing", async ({ page }) => {
    await page.goto("/sign-in");
    const address = page.url();
    await typeSignIn(page);
    await expect(page.getByLabel("密码")).toHaveValue(person.password);
    expect(page.url()).toBe(address);
  });
});
