import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { db } from "@/lib/db";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

const TODAY = businessDateOf(new Date());
const ZONE = [{ role: "committee", scopeKind: "zone", scopeId: "" }] as const;
const secretaryOf = ({ branchId }: Place) =>
  [{ role: "branch-secretary", scopeKind: "branch", scopeId: branchId }] as const;
const workerOf = ({ organisationId }: Place) =>
  [{ role: "party-worker", scopeKind: "organisation", scopeId: organisationId }] as const;

let place: Place;
let committee: Person;
let member: Person;
test.beforeEach(async () => {
  place = await makePlace();
  committee = await makePerson(await makePlace(), ZONE);
  member = await makePerson(place);
});

async function open(page: Page, label: string): Promise<void> {
  await page.getByText(label, { exact: true }).first().click();
}

test("the committee finds somebody by initials, sets the name right, and a stale page overwrites nothing", async ({
  page,
  context,
}) => {
  await signInTo(context, committee);
  await page.goto("/committee/people");
  await page.getByLabel("找人").fill(`sl${place.marker.toLowerCase()}`);
  await page.getByRole("button", { name: "查找", exact: true }).click();
  await page.getByRole("link", { name: member.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: member.name })).toBeVisible();

  const stale = await context.newPage();
  await stale.goto(page.url());
  await open(page, "改姓名、身份、限时");
  await page.getByLabel("姓名").fill(`例一${place.marker}`);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: `例一${place.marker}` })).toBeVisible();
  await expect(page.getByText("修改资料")).toBeVisible();

  await open(stale, "改姓名、身份、限时");
  await stale.getByLabel("姓名").fill(`例二${place.marker}`);
  await stale.getByRole("button", { name: "保存", exact: true }).click();
  await expect(stale.getByText(`现在是：例一${place.marker}，正式党员`)).toBeVisible();
  await expect(stale.getByLabel("姓名")).toHaveValue(`例二${place.marker}`);
});

test("an account that is stopped is out at the next click, and comes back with its password", async ({ browser }) => {
  const [desk, phone] = [await browser.newContext(), await browser.newContext()];
  await signInTo(desk, committee);
  await signInTo(phone, member);
  const [office, screen] = [await desk.newPage(), await phone.newPage()];
  expect((await screen.goto("/me"))?.url()).toContain("/me");

  await office.goto(`/committee/people/${member.memberId}`);
  await open(office, "停用账号");
  await office.getByLabel("为什么", { exact: true }).fill("示例理由：手机丢了");
  await office.getByRole("button", { name: "停用账号" }).click();
  await expect(office.getByRole("definition").filter({ hasText: /^停用$/ })).toBeVisible();
  await screen.goto("/me");
  await expect(screen).toHaveURL(/\/sign-in/);

  await open(office, "恢复使用");
  await office.getByLabel("为什么", { exact: true }).fill("示例理由：找到了");
  await office.getByRole("button", { name: "恢复使用" }).click();
  await expect(office.getByRole("definition").filter({ hasText: /^在用$/ })).toBeVisible();
  await screen.goto("/sign-in?from=/me");
  await screen.getByLabel("手机号或工号").fill(member.login);
  await screen.getByLabel("密码").fill(member.password);
  await screen.getByRole("button", { name: "登录", exact: true }).click();
  await expect(screen.getByRole("heading", { name: member.name })).toBeVisible();
  await Promise.all([desk.close(), phone.close()]);
});

test("a term that ends next week is warned of and renewed in one step", async ({ page, context }) => {
  const officer = await makePerson(place, secretaryOf(place));
  const until = addDays(TODAY, 7);
  await db().roleGrant.updateMany({ where: { memberId: officer.memberId }, data: { until } });
  await signInTo(context, committee);
  await page.goto("/committee/people");
  const renew = page.getByRole("button", { name: new RegExp(`^${officer.name}.*续任$`) });
  await renew.click();
  await expect(renew).toHaveCount(0);
  const [grant] = await db().roleGrant.findMany({ where: { memberId: officer.memberId } });
  expect(grant?.until).toBe(`${Number(until.slice(0, 4)) + 1}${until.slice(4)}`);
});

test("a new study officer is appointed on the person's page and finds the console open", async ({ browser }) => {
  const [desk, phone] = [await browser.newContext(), await browser.newContext()];
  await signInTo(desk, committee);
  await signInTo(phone, member);
  const [office, screen] = [await desk.newPage(), await phone.newPage()];
  expect((await screen.goto("/branch"))?.status()).toBe(404);
  await office.goto(`/committee/people/${member.memberId}`);
  await open(office, "任命职责");
  await office.getByLabel("职责", { exact: true }).selectOption("study-officer");
  await office.getByLabel("管哪里").selectOption(`branch:${place.branchId}`);
  await office.getByRole("button", { name: "任命", exact: true }).click();
  await expect(office.getByText("任命好了")).toBeVisible();
  expect((await screen.goto("/branch"))?.status()).toBe(200);
  await office.getByRole("button", { name: /^撤回示例支部/ }).click();
  await expect(office.getByText("已撤回")).toBeVisible();
  expect((await screen.goto("/branch"))?.status()).toBe(404);
  await Promise.all([desk.close(), phone.close()]);
});

async function withoutScript(make: () => Promise<BrowserContext>, person: Person): Promise<Page> {
  const context = await make();
  await signInTo(context, person);
  return context.newPage();
}

test("somebody with several roles changes between them at the head of each console, also without script", async ({
  browser,
}) => {
  const roles = [...secretaryOf(place), ...workerOf(place), ...ZONE];
  const person = await makePerson(place, roles);
  const page = await withoutScript(() => browser.newContext({ javaScriptEnabled: false }), person);
  await page.goto("/branch/people");
  const choice = page.getByLabel("现在以哪个身份工作");
  await expect(choice.locator("option")).toHaveCount(3);
  await choice.selectOption({ label: "全区，工委工作人员" });
  await page.getByRole("button", { name: "切换身份" }).click();
  await expect(page).toHaveURL(/\/committee$/);
  await choice.selectOption({ label: `示例单位${place.marker}，党务工作者` });
  await page.getByRole("button", { name: "切换身份" }).click();
  await expect(page).toHaveURL(/\/branch\/organisation$/);
  await page.context().close();
});

test("who works for an organisation alone is shown its pages, and the members' console to nobody else", async ({
  page,
  context,
}) => {
  await signInTo(context, await makePerson(place, workerOf(place)));
  await page.goto("/branch");
  await expect(page).toHaveURL(/\/branch\/organisation$/);
  expect((await page.goto("/branch/people"))?.status()).toBe(404);
});
