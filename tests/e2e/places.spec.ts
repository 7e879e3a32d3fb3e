import { expect, test, type Page } from "@playwright/test";
import { parseCreditCode } from "@/domain/people/credit-code";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { db } from "@/lib/db";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

const ZONE = [{ role: "committee", scopeKind: "zone", scopeId: "" }] as const;

const nameOf = async (place: Place) =>
  (await db().organisation.findUniqueOrThrow({ where: { id: place.organisationId } })).name;

/** A right credit code that no other journey uses, from letters of its own. */
function creditCode({ marker }: Place): string {
  const first17 = `91${marker.replace(/[IOSVZ]/g, "X")}`.padEnd(17, "0");
  const right = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].find((last) => "value" in parseCreditCode(first17 + last));
  if (right === undefined) throw new Error("No such code.");
  return first17 + right;
}

async function openEdit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByText("修改", { exact: true }).click();
}

let place: Place;
let committee: Person;
test.beforeEach(async () => {
  place = await makePlace();
  committee = await makePerson(await makePlace(), ZONE);
});

test("the committee registers an organisation, is told of a mistyped credit code, and finds it by its initials", async ({
  page,
  context,
}) => {
  await signInTo(context, committee);
  await page.goto("/committee/organisations");
  await page.getByRole("link", { name: "登记组织" }).click();
  const name = `示例晨曦精工${place.marker}`;
  await page.getByLabel("类型").selectOption("企业");
  await page.getByLabel("组织名称").fill(` ${name} `);
  await page.getByLabel("统一社会信用代码").fill("9135O100M000100Y43");
  await page.getByLabel("组织短码").fill(`n${place.marker}`);
  await page.getByLabel("所属工作站").selectOption(place.stationId);
  await page.getByRole("button", { name: "登记组织" }).click();
  await expect(page.getByText("是不是“91350100M000100Y43”？")).toBeVisible();
  await page.getByLabel("统一社会信用代码").fill("");
  await page.getByRole("button", { name: "登记组织" }).click();
  await expect(page.getByText(`“${name}”登记好了。`)).toBeVisible();
  await expect(page.getByLabel("组织名称")).toHaveValue("");

  await page.goto("/committee/organisations");
  await page.getByLabel("找组织").fill(`slcxjg${place.marker}`);
  await page.getByRole("button", { name: "查找", exact: true }).click();
  await expect(page.getByText(`现在看的是：“slcxjg${place.marker}”`)).toBeVisible();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("登记组织", { exact: true })).toBeVisible();
  await expect(page.getByText(`经办：${committee.name}`)).toBeVisible();
});

test("the second of two editors learns who changed what, loses nothing typed and can still save", async ({
  page,
  context,
  browser,
}) => {
  const other = await makePerson(await makePlace(), ZONE);
  const path = `/committee/organisations/${place.organisationId}`;
  const [name, code] = [await nameOf(place), creditCode(place)];
  await signInTo(context, committee);
  await openEdit(page, path);
  await page.getByLabel("统一社会信用代码").fill(code);

  const office = await browser.newContext();
  await signInTo(office, other);
  const desk = await office.newPage();
  await openEdit(desk, path);
  await desk.getByLabel("组织名称").fill(`示例改名${place.marker}`);
  await desk.getByRole("button", { name: "保存" }).click();
  await expect(desk.getByText("已保存。")).toBeVisible();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(`示例改名${place.marker}`);

  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("还没有保存，你打开以后别人改过。")).toBeVisible();
  const told = page.getByText(`修改组织，名称原来是“${name}”，现在是“示例改名${place.marker}”。`);
  await expect(told).toContainText(other.name);
  await expect(page.getByLabel("统一社会信用代码")).toHaveValue(code);
  await expect(page.getByLabel("组织名称")).toHaveValue(`示例改名${place.marker}`);
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`示例改名${place.marker}`);
  const row = await db().organisation.findUniqueOrThrow({ where: { id: place.organisationId } });
  expect([row.name, row.creditCode, row.version]).toEqual([`示例改名${place.marker}`, code, 2]);
  await office.close();
});

test("a new short code opens accounts, and the worker's old number still does", async ({ page, context, browser }) => {
  const worker = await makePerson(place);
  const code = `Q${place.marker}`;
  await signInTo(context, committee);
  await openEdit(page, `/committee/organisations/${place.organisationId}`);
  await page.getByLabel("组织短码").fill(code.toLowerCase());
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("1人可以用新短码的工号登录，原来的工号登录名也还能用")).toBeVisible();
  for (const login of [worker.login.replace(place.shortCode, code), worker.login]) {
    const phone = await browser.newContext();
    const screen = await phone.newPage();
    await screen.goto("/sign-in?from=/me");
    await screen.getByLabel("手机号或工号").fill(login);
    await screen.getByLabel("密码").fill(worker.password);
    await screen.getByRole("button", { name: "登录", exact: true }).click();
    await expect(screen.getByRole("heading", { name: worker.name })).toBeVisible();
    await phone.close();
  }
});

test("a branch and its organisation are closed when nobody is left, and opened again", async ({ page, context }) => {
  const last = await makePerson(place);
  const path = `/committee/branches/${place.branchId}`;
  await signInTo(context, committee);
  await page.goto(path);
  await page.getByRole("button", { name: "关闭支部" }).click();
  await expect(page.getByText(`支部里还有党员和其他人员1名（${last.name}）`)).toBeVisible();
  await leaveZone({ memberId: last.memberId, on: "2026-01-01", actorId: null, now: new Date() });
  await page.getByRole("button", { name: "关闭支部" }).click();
  await expect(page.getByRole("button", { name: "恢复支部" })).toBeVisible();

  await page.goto(`/committee/organisations/${place.organisationId}`);
  await page.getByRole("button", { name: "关闭组织" }).click();
  await expect(page.getByRole("button", { name: "恢复组织" })).toBeVisible();
  const name = await nameOf(place);
  await page.goto(`/committee/organisations?q=${name}`);
  await expect(page.getByText("没有符合这些条件的组织")).toBeVisible();
  await page.goto(`/committee/organisations?q=${name}&state=closed`);
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "恢复组织" }).click();
  await expect(page.getByRole("button", { name: "关闭组织" })).toBeVisible();
  await expect(page.getByText("恢复组织", { exact: true })).toBeVisible();
});

test("a joint branch gets a host, and its page says where its people come from", async ({ page, context }) => {
  const neighbour = await makePlace();
  await signInTo(context, committee);
  await page.goto("/committee/branches/new");
  const name = `示例联合${place.marker}支部`;
  await page.getByLabel("支部名称").fill(name);
  await page.getByLabel("所属工作站").selectOption(place.stationId);
  await page.getByRole("button", { name: "建立支部" }).click();
  await page.getByRole("link", { name: "看它的页面" }).click();
  await expect(page.getByText("联合组建", { exact: true })).toBeVisible();
  const branch = await db().branch.findFirstOrThrow({ where: { name } });
  const member = await makePerson({ ...place, branchId: branch.id }, [
    { role: "branch-secretary", scopeKind: "branch", scopeId: branch.id },
  ]);
  await openEdit(page, `/committee/branches/${branch.id}`);
  await expect(page.getByRole("listitem").filter({ hasText: await nameOf(place) })).toContainText("1人");
  await expect(page.getByRole("link", { name: member.name })).toBeVisible();
  await page.getByLabel("设在哪家组织").selectOption(neighbour.organisationId);
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  await expect(page.getByText("单独组建", { exact: true })).toBeVisible();
  await expect(page.getByText("修改支部", { exact: true })).toBeVisible();
  expect((await db().branch.findFirstOrThrow({ where: { name } })).stationId).toBe(neighbour.stationId);
});

test("stations are made, renamed, moved up and closed by the committee of the zone", async ({ page, context }) => {
  await signInTo(context, committee);
  await page.goto("/committee/stations");
  await page.locator("summary", { hasText: "建立工作站" }).click();
  const name = `示例新站${place.marker}`;
  await page.getByLabel("站名").fill(name);
  await page.getByRole("button", { name: "建立工作站" }).click();
  await expect(page.getByText(`“${name}”建好了，排在最后。`)).toBeVisible();
  await page.getByRole("link", { name }).click();
  const box = page.locator("#station");
  await box.getByLabel("站名").fill(`${name}西`);
  await box.getByLabel("排在第几位").selectOption("2");
  await box.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  await expect(page.getByRole("row").nth(2)).toContainText(`${name}西`);
  await box.getByRole("button", { name: "关闭工作站" }).click();
  await expect(box.getByRole("button", { name: "恢复工作站" })).toBeVisible();
  await page.goto(`/committee/stations?station=${place.stationId}`);
  await page.getByRole("button", { name: "关闭工作站" }).click();
  await expect(page.getByText(/站里还有组织1家（.+），支部1个/)).toBeVisible();
});

test("the committee of one station sees its own; an instructor reads and changes nothing", async ({
  page,
  context,
  browser,
}) => {
  const neighbour = await makePlace();
  const own = [{ role: "committee", scopeKind: "station", scopeId: place.stationId }] as const;
  await signInTo(context, await makePerson(place, own));
  await page.goto("/committee/stations");
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByText("建立工作站")).toHaveCount(0);
  await page.goto(`/committee/stations?station=${place.stationId}`);
  await expect(page.getByRole("button", { name: /保存|关闭工作站/ })).toHaveCount(0);
  await page.goto("/committee/organisations?state=all");
  await expect(page.getByText("1家", { exact: true })).toBeVisible();
  expect((await page.goto(`/committee/organisations/${neighbour.organisationId}`))?.status()).toBe(404);
  expect((await page.goto(`/committee/branches/${neighbour.branchId}`))?.status()).toBe(404);
  await openEdit(page, `/committee/organisations/${place.organisationId}`);
  await expect(page.getByLabel("所属工作站").getByRole("option")).toHaveCount(2);

  const read = await browser.newContext();
  const role = [{ role: "instructor", scopeKind: "station", scopeId: place.stationId }] as const;
  await signInTo(read, await makePerson(place, role));
  const screen = await read.newPage();
  for (const path of [`organisations/${place.organisationId}`, `branches/${place.branchId}`, "stations"]) {
    await screen.goto(`/committee/${path}`);
    await expect(screen.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(screen.getByText(/^(修改|保存|关闭组织|关闭支部|建立工作站)$/)).toHaveCount(0);
  }
  await expect(screen.getByRole("link", { name: "导入导出" })).toHaveCount(0);
  for (const path of ["organisations/new", "imports"])
    expect((await screen.goto(`/committee/${path}`))?.status()).toBe(404);
  await read.close();
});
