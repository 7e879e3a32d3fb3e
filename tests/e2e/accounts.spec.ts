import { expect, test, type Page } from "@playwright/test";
import { createInvitation } from "@/features/invitations/mutations";
import { db } from "@/lib/db";
import { makePerson, makePlace, revokeRoles, signInTo, type Person, type Place } from "./support/world";

let place: Place;
test.beforeAll(async () => {
  place = await makePlace();
});

async function typeSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto("/sign-in?from=/me");
  await page.getByLabel("手机号或工号").fill(login);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

function officer(): Promise<Person> {
  return makePerson(place, [{ role: "study-officer", scopeKind: "branch", scopeId: place.branchId }]);
}

test("a newcomer opens the invitation, reads what the data is for, sets a password and signs in", async ({ page }) => {
  const person = await makePerson(place);
  await db().member.update({ where: { id: person.memberId }, data: { state: "invited", passwordHash: null } });
  const { token } = await createInvitation({ memberId: person.memberId, actorId: null, now: new Date() });

  await page.goto(`/invite/${token}`);
  await page.reload(); // Opening the page, even twice, consumes nothing.
  await expect(page.getByText("你的信息这样使用")).toBeVisible();
  await page.getByLabel("给自己设一个密码").fill("晨会一刻钟学党史");
  await page.getByLabel("再输一次").fill("晨会一刻钟学党史");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "同意并开始使用" }).click();
  await expect(page.getByText("密码设好了。")).toBeVisible();
  expect(await db().consent.count({ where: { memberId: person.memberId } })).toBe(1);

  await typeSignIn(page, person.login.toLowerCase(), "晨会一刻钟学党史");
  await expect(page.getByRole("heading", { name: person.name })).toBeVisible();

  await page.goto(`/invite/${token}`);
  await expect(page.getByText("这个邀请不能用了")).toBeVisible();
});

test("somebody who mistypes the password is told what to do, and nothing typed is lost", async ({ page }) => {
  const person = await makePerson(place);
  await typeSignIn(page, person.login, "不是这个密码呀");
  await expect(page.getByText("没有登录成功。")).toBeVisible();
  await expect(page.getByLabel("手机号或工号")).toHaveValue(person.login);
  await page.getByLabel("密码").fill(person.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("heading", { name: person.name })).toBeVisible();
});

test("a member who forgot the password gets a code from the study officer and sets a new one", async ({ browser }) => {
  const member = await makePerson(place);
  const helper = await officer();
  const phone = await browser.newContext();
  await signInTo(phone, member);
  const office = await browser.newContext();
  await signInTo(office, helper);

  const desk = await office.newPage();
  await desk.goto("/branch/people");
  const row = desk.getByRole("row").filter({ has: desk.getByText(member.name, { exact: true }) });
  await row.getByRole("button", { name: "发一次性口令" }).click();
  const code = (await row.getByRole("status").locator("b").textContent()) ?? "";
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  const screen = await phone.newPage();
  await screen.goto("/me"); // All sessions of the person ended with the code.
  await expect(screen).toHaveURL(/\/sign-in/);
  await screen.goto("/sign-in/code");
  await screen.getByLabel("手机号或工号").fill(member.login);
  await screen.getByLabel("一次性口令").fill(code.toLowerCase());
  await screen.getByLabel("新密码", { exact: true }).fill("车间微课堂第一讲");
  await screen.getByLabel("再输一次新密码").fill("车间微课堂第一讲");
  await screen.getByRole("button", { name: "设新密码" }).click();
  await expect(screen.getByText("新密码已保存。")).toBeVisible();
  await typeSignIn(screen, member.login, "车间微课堂第一讲");
  await expect(screen.getByRole("link", { name: /^消息2/ }).first()).toBeVisible();
  expect(await db().auditEntry.count({ where: { action: "member.code.issue", subjectId: member.memberId } })).toBe(1);
  await Promise.all([phone.close(), office.close()]);
});

test("an officer whose role is withdrawn while signed in finds the console closed at the next click", async ({
  page,
  context,
}) => {
  const helper = await officer();
  await signInTo(context, helper);
  await page.goto("/branch/people");
  await expect(page.getByRole("heading", { name: "支部党员", level: 1 })).toBeVisible();
  await revokeRoles(helper.memberId);
  expect((await page.goto("/branch/people"))?.status()).toBe(404);
  expect((await page.goto("/me"))?.status()).toBe(200);
  await expect(page.getByText("支部工作")).toHaveCount(0);
});

test("leaving all devices ends the sessions of the others too", async ({ browser }) => {
  const person = await makePerson(place);
  const [first, second] = [await browser.newContext(), await browser.newContext()];
  await signInTo(first, person);
  await signInTo(second, person);
  const page = await first.newPage();
  await page.goto("/me");
  await page.getByRole("button", { name: "退出所有设备" }).click();
  await expect(page.getByText("所有设备都已退出。")).toBeVisible();
  const other = await second.newPage();
  await other.goto("/me");
  await expect(other).toHaveURL(/\/sign-in/);
  await Promise.all([first.close(), second.close()]);
});

test("a console that nobody used for half a day asks for the password again, reading does not", async ({
  page,
  context,
}) => {
  const helper = await officer();
  await signInTo(context, helper);
  await db().session.updateMany({
    where: { memberId: helper.memberId },
    data: { consoleUntil: new Date(Date.now() - 1000) },
  });
  await page.goto("/branch");
  await expect(page.getByText("管理页面闲置超过12小时。")).toBeVisible();
  expect((await page.goto("/me"))?.status()).toBe(200);
});
