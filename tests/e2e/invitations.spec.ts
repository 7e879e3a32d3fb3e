import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { db } from "@/lib/db";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

/** People come in: by slips of paper, by the branch's code, and every act of it can be read afterwards. */
const PASSWORD = "车间微课堂第一讲";

let place: Place;
test.beforeAll(async () => {
  place = await makePlace();
});

const officerOf = ({ branchId }: Place): Promise<Person> =>
  makePerson(place, [{ role: "branch-secretary", scopeKind: "branch", scopeId: branchId } satisfies RoleScope]);

async function deskOf(context: BrowserContext, person: Person, path: string): Promise<Page> {
  await signInTo(context, person);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function makeInvitee(): Promise<Person> {
  const person = await makePerson(place);
  await db().member.update({ where: { id: person.memberId }, data: { state: "invited", passwordHash: null } });
  return person;
}

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel("给自己设一个密码").fill(PASSWORD);
  await page.getByLabel("再输一次").fill(PASSWORD);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "同意并开始使用" }).click();
  await expect(page.getByText("密码设好了。")).toBeVisible();
}

/** Presses the button for slips; the address on the slip of a person, as it would be typed from paper. */
async function printSlips(desk: Page, person: Person): Promise<string> {
  const [slips] = await Promise.all([
    desk.context().waitForEvent("page"),
    desk.getByRole("button", { name: "发邀请，打印邀请条" }).click(),
  ]);
  const slip = slips.locator("article").filter({ hasText: person.name });
  await expect(slip.locator("svg")).toBeVisible();
  const address = (await slip.locator(".address").textContent()) ?? "";
  await slips.close();
  return address;
}

test("an officer prints slips, prints them again, and the person comes in with what is typed from the last one", async ({
  browser,
}) => {
  const person = await makeInvitee();
  const desk = await deskOf(await browser.newContext(), await officerOf(place), "/branch/invitations");
  await expect(desk.getByRole("row").filter({ hasText: person.name })).toContainText("没有");
  const first = await printSlips(desk, person);
  await desk.reload();
  await expect(desk.getByText("以前拿到的链接和邀请条就作废了")).toBeVisible();
  const second = await printSlips(desk, person);

  const phone = await (await browser.newContext()).newPage();
  await phone.goto(first);
  await expect(phone.getByText("这个邀请不能用了")).toBeVisible();
  const typed = second.replace(/[^/]+$/, (ticket) => ticket.toLowerCase().replaceAll("-", ""));
  await phone.goto(typed);
  await setPassword(phone);
  await desk.reload();
  await expect(desk.getByRole("row").filter({ hasText: person.name })).toHaveCount(0);
});

test("an officer takes the links away as a spreadsheet; in WeChat it is said that this needs the browser", async ({
  browser,
}) => {
  await makeInvitee();
  const officer = await officerOf(place);
  const desk = await deskOf(await browser.newContext(), officer, "/branch/invitations");
  await expect(desk.getByText("在浏览器打开")).toHaveCount(0);
  const [file] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("button", { name: "发邀请，下载表格" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("指尖课堂邀请.xlsx");
  const weChat = await browser.newContext({ userAgent: "Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0.50" });
  const page = await deskOf(weChat, officer, "/branch/invitations");
  await expect(page.getByText("在浏览器打开")).toBeVisible();
});

async function newCode(browser: Browser): Promise<{ desk: Page; address: string }> {
  const desk = await deskOf(await browser.newContext(), await officerOf(place), "/branch/invitations");
  await desk.getByRole("button", { name: /^(发支部码|换一个支部码)$/ }).click();
  const code = desk.getByText("现在的支部码").locator("b");
  await expect(code).toBeVisible();
  await desk.goto("/branch/invitations/poster");
  const address = (await desk.locator(".address").textContent()) ?? "";
  return { desk, address };
}

test("who is not on the list scans the poster, applies without script, is let in and sets a password", async ({
  browser,
}) => {
  const { desk, address } = await newCode(browser);
  const phone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const name = `示例申请${place.marker}`;
  await phone.goto(address);
  await phone.getByLabel("姓名").fill(name);
  await phone.getByLabel("手机号或工号").fill("1380000");
  await phone.getByRole("checkbox").check();
  await phone.getByRole("button", { name: "提交申请" }).click();
  await expect(phone.getByLabel("姓名")).toHaveValue(name); // Nothing typed is lost.
  await phone.getByLabel("手机号或工号").fill(`137${String(Date.now()).slice(-8)}`);
  await phone.getByRole("button", { name: "提交申请" }).click();
  await expect(phone.getByText("等待确认")).toBeVisible();

  await desk.goto("/branch/applications");
  const item = desk.getByRole("listitem").filter({ hasText: name });
  await expect(item).toContainText("名单上没有这个登录名");
  await item.getByLabel("身份").selectOption({ label: "正式党员" });
  await item.getByRole("button", { name: "通过", exact: true }).click();
  await expect(desk.getByRole("row").filter({ hasText: name })).toContainText("已通过");

  await phone.reload();
  await expect(phone.getByText("已通过")).toBeVisible();
  await phone.getByRole("button", { name: "给自己设一个密码" }).click();
  const invitation = phone.url();
  expect(invitation).toContain("/invite/");
  const withScript = await (await browser.newContext()).newPage();
  await withScript.goto(invitation);
  await setPassword(withScript);
  await phone.goto("/join/status");
  await expect(phone.getByText("密码已经设好，去登录")).toBeVisible();
});

test("one of the list is shown as that row, another is refused with a reason read at the private address", async ({
  browser,
}) => {
  const person = await makeInvitee();
  const { desk, address } = await newCode(browser);
  const apply = async (name: string, login: string): Promise<string> => {
    const phone = await (await browser.newContext()).newPage();
    await phone.goto(address);
    await phone.getByLabel("姓名").fill(name);
    await phone.getByLabel("手机号或工号").fill(login);
    await phone.getByRole("checkbox").check();
    await phone.getByRole("button", { name: "提交申请" }).click();
    await expect(phone.getByText("等待确认")).toBeVisible();
    return (await phone.getByLabel("自己的查询网址").locator("p").last().textContent()) ?? "";
  };
  await apply(person.name, person.login);
  const stranger = `示例路人${place.marker}`;
  const own = await apply(stranger, `136${String(Date.now()).slice(-8)}`);

  await desk.goto("/branch/applications");
  const listed = desk.getByRole("listitem").filter({ hasText: person.name });
  await expect(listed).toContainText("就是本支部名单上的这个人");
  await listed.getByRole("button", { name: "通过", exact: true }).click();
  await expect(desk.getByRole("row").filter({ hasText: person.name })).toContainText("已通过");
  const refused = desk.getByRole("listitem").filter({ hasText: stranger });
  await refused.locator("summary").click();
  await refused.getByLabel("为什么没有通过").fill("不是本支部的人");
  await refused.getByRole("button", { name: "没有通过" }).click();
  await expect(desk.getByRole("row").filter({ hasText: stranger })).toContainText("没有通过");
  expect(await db().member.count({ where: { name: person.name } })).toBe(1);

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(own);
  await expect(elsewhere.getByText("不是本支部的人")).toBeVisible();
});

test("an administrator reads who did what, and takes it out; nobody else does", async ({ browser }) => {
  const name = `示例被查${place.marker}`;
  const person = await makePerson(place);
  await db().member.update({ where: { id: person.memberId }, data: { name, state: "invited" } });
  const officer = await officerOf(place);
  const context = await browser.newContext();
  const desk = await deskOf(context, officer, "/branch/invitations");
  await printSlips(desk, { ...person, name });

  const administrator = await makePerson(place, [{ role: "administrator", scopeKind: "zone", scopeId: "" }]);
  const log = await deskOf(await browser.newContext(), administrator, "/admin/audit");
  await log.getByLabel("经办人").fill(officer.name);
  await log.getByLabel("做了什么").selectOption({ label: "发邀请" });
  await log.getByLabel("对象").fill(name);
  await log.getByRole("button", { name: "查找" }).click();
  const row = log.getByRole("row").filter({ hasText: name });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(officer.name);
  const [file] = await Promise.all([
    log.waitForEvent("download"),
    log.getByRole("button", { name: "下载表格" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("操作记录.xlsx");

  const refused = await context.request.get("/admin/audit/sheet", { maxRedirects: 0 });
  expect(refused.status()).toBe(404);
  const nobody = await (await browser.newContext()).request.get("/admin/audit/sheet", { maxRedirects: 0 });
  expect(nobody.status()).toBe(307);
});
