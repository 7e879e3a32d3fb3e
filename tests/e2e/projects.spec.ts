import { expect, test, type APIRequestContext, type Browser, type Page } from "@playwright/test";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { claimProject } from "@/features/projects/mutations/claim-project";
import { decideClaim } from "@/features/projects/mutations/decide-claim";
import { issueProjectLink } from "@/features/projects/mutations/project-link";
import { listLinks } from "@/features/projects/queries/links";
import type { ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";
import { MARKERS, publish, TEXT } from "@/tests/factories/projects";
import { ROUTES } from "./support/classification";
import { makePerson, makePlace, sessionCookie, signInTo, type Person, type Place } from "./support/world";

const committeeOf = (place: Place, isZone = false): Promise<Person> =>
  makePerson(place, [
    isZone
      ? { role: "committee", scopeKind: "zone", scopeId: "" }
      : { role: "committee", scopeKind: "station", scopeId: place.stationId },
  ]);

async function deskOf(browser: Browser, person: Person): Promise<Page> {
  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 }, isMobile: false });
  await signInTo(desk.context(), person);
  return desk;
}

async function fillText(page: Page, { title, need }: { title: string; need: string }): Promise<void> {
  await page.getByLabel("类型").selectOption("wish");
  await page.getByLabel("类别").selectOption("goods");
  await page.getByLabel("一句话写明要办什么").fill(title);
  await page.getByLabel("需要什么、什么时候要").fill(need);
}

async function fillContact(page: Page, { isUnder14 = false } = {}): Promise<void> {
  await page.getByLabel("受助的人未满14岁吗").selectOption(isUnder14 ? "yes" : "no");
  await page.getByLabel("联系谁").selectOption("person");
  await page.getByLabel("姓名").fill(MARKERS.name);
  await page.getByLabel("电话").fill(MARKERS.phone);
  await page.getByLabel("住址").fill(MARKERS.address);
  await page.getByLabel("谁同意的").selectOption(isUnder14 ? "guardian" : "person");
  await page.getByLabel("哪一天同意的").fill(businessDateOf(new Date()));
  await page.getByLabel("怎样同意的").selectOption("written");
}

const titled = (place: Place): string => `给${place.marker}自习室添台灯`;

test("a station proposes, two others pass it, and everybody reads it", async ({ page, browser }) => {
  const place = await makePlace();
  const [writer, first, second] = [await committeeOf(place), await committeeOf(place), await committeeOf(place, true)];
  const title = titled(place);
  const desk = await deskOf(browser, writer);
  await desk.goto("/committee/projects");
  await desk.getByRole("link", { name: "申报项目" }).click();
  await desk.getByLabel("村或社区").fill("示例村");
  await fillText(desk, { title, need: `送到3栋502室${MARKERS.name}家` });
  await fillContact(desk);
  await expect(desk.getByText("“502室”像门牌号")).toBeVisible();
  await expect(desk.getByText(`“${MARKERS.name}”联系人的姓名`)).toBeVisible();
  await desk.getByRole("button", { name: "申报，送初审" }).click();
  await expect(desk.getByText("要由另外两位同志审")).toBeVisible();
  const address = new URL(desk.url()).pathname;
  expect(await desk.content()).not.toContain(MARKERS.phone);

  await desk.getByText("修改内容").click();
  await desk.getByLabel("需要什么、什么时候要").fill("四盏护眼台灯，下个月开学以前送到。");
  await desk.getByRole("button", { name: "保存，重新送初审" }).click();
  await expect(desk.locator("dd", { hasText: "四盏护眼台灯" })).toBeVisible();

  const checking = await deskOf(browser, first);
  await checking.goto(address);
  await expect(checking.getByText("没有发现电话、证件号")).toBeVisible();
  await checking.getByRole("button", { name: "初审通过" }).click();
  await expect(checking.getByText("初审是你办的")).toBeVisible();

  const publishing = await deskOf(browser, second);
  await publishing.goto(address);
  await publishing.getByRole("button", { name: "复审通过，发布" }).click();
  await expect(publishing.getByText("还没有人认领")).toBeVisible();

  await page.goto("/projects?kind=wish");
  await page.getByRole("link", { name: new RegExp(title) }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByRole("link", { name: "登录后认领" })).toBeVisible();
  expect(await page.locator("meta[property='og:title']").getAttribute("content")).toBe(title);
});

test("a village proposes by its link without script or account, and is told what is wrong", async ({ browser }) => {
  const place = await makePlace();
  const now = new Date();
  const area = `示例${place.marker}村`;
  await issueProjectLink({ stationId: place.stationId, area, days: 30, actorId: "writer", now });
  const [link] = await listLinks({ stationId: place.stationId } as ZoneScope, now);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/propose/${link?.token ?? ""}`);
  await expect(page.getByRole("heading", { name: `${area}申报志愿项目` })).toBeVisible();
  await fillText(page, { title: titled(place), need: "四盏台灯，开学以前送到。" });
  await fillContact(page, { isUnder14: true });
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "提交给工作站" }).click();
  await expect(page.getByText("未满14岁的，只由工作站转达")).toBeVisible();
  await expect(page.getByLabel("一句话写明要办什么")).toHaveValue(titled(place));
  await page.getByLabel("联系谁").selectOption("station");
  for (const label of ["姓名", "电话", "住址"]) await page.getByLabel(label).fill("");
  await page.getByRole("button", { name: "提交给工作站" }).click();
  await expect(page.getByText("收到了，谢谢。")).toBeVisible();
  await expect(page.getByText(`${titled(place)}，等初审`)).toBeVisible();
  const row = await db().project.findFirstOrThrow({ where: { area }, include: { contact: true } });
  expect(row).toMatchObject({ state: "submitted", isUnder14: true, contactKind: "station", contact: null });
  await context.close();
});

test("a member claims, is approved, sees the contact, does it, and is thanked", async ({ page, context, browser }) => {
  const place = await makePlace();
  const [member, officer] = [await makePerson(place), await committeeOf(place)];
  const title = titled(place);
  const id = await publish(place.stationId, { text: { ...TEXT, title } });
  await signInTo(context, member);
  await page.goto(`/projects/${id}`);
  await page.getByRole("button", { name: "我来认领" }).click();
  await expect(page).toHaveURL(/\/me\/claims$/);
  const card = page.getByRole("article", { name: title });
  await expect(card).toContainText("等工作站同意");
  expect(await page.content()).not.toContain(MARKERS.phone);

  const desk = await deskOf(browser, officer);
  await desk.goto("/inbox");
  const word = desk.getByRole("listitem").filter({ hasText: `有人认领：${title}` });
  await expect(word).not.toContainText(member.name);
  await word.getByRole("link").click();
  await desk.getByRole("button", { name: "同意认领" }).click();
  await expect(desk.getByText(`${member.name}，正在办`)).toBeVisible();

  await page.reload();
  expect(await page.content()).not.toContain(MARKERS.phone);
  await card.getByRole("button", { name: "看联系方式" }).click();
  await expect(card).toContainText(MARKERS.phone);
  await card.getByLabel("办到哪一步了").fill("约好周六去");
  await card.getByRole("button", { name: "记一条进展" }).click();
  await expect(card).toContainText("进展：约好周六去");
  await card.getByLabel("办到哪一步了").fill("四盏都送到了");
  await card.getByRole("button", { name: "办完了" }).click();
  await expect(card).toContainText("办完待确认");

  await desk.goto("/inbox");
  await expect(desk.getByText(`报了办完：${title}`)).toBeVisible();
  await desk.goto(`/committee/projects/${id}`);
  await expect(desk.getByText(`${member.name}看过`)).toBeVisible();
  await desk.getByLabel("一句感谢").fill("孩子们很高兴");
  await desk.getByRole("button", { name: "确认办成" }).click();
  await expect(desk.getByText(`${member.name}，已确认办成`)).toBeVisible();

  await page.reload();
  await expect(card).toContainText("办成了，积10分");
  await expect(card).toContainText("孩子们很高兴");
  await page.goto("/me/points");
  await expect(page.getByText("志愿服务").first()).toBeVisible();
});

test("a secretary claims for the branch, and gives the place to who waits", async ({ page, context }) => {
  const place = await makePlace();
  const role = { role: "branch-secretary", scopeKind: "branch", scopeId: place.branchId } as const;
  const [secretary, member] = [await makePerson(place, [role]), await makePerson(place)];
  const id = await publish(place.stationId, { text: { ...TEXT, title: titled(place) } });
  await signInTo(context, secretary);
  await page.goto(`/projects/${id}`);
  await page.getByLabel("以谁的名义").selectOption({ label: `示例支部${place.marker}` });
  await page.getByRole("button", { name: "我来认领" }).click();
  const card = page.getByRole("article", { name: titled(place) });
  await expect(card).toContainText(`以示例支部${place.marker}的名义`);
  await page.goto("/branch/projects");
  await expect(card).toContainText("等工作站同意");
  const claimant = { kind: "member", id: member.memberId } as const;
  const waiting = await claimProject({ projectId: id, claimant, memberId: member.memberId, now: new Date() });
  await card.getByRole("button", { name: "放回这个项目" }).click();
  await card.getByRole("button", { name: "放回", exact: true }).click();
  await expect(card).toContainText("你放回了，不记过失");
  const rows = await db().projectClaim.findMany({ where: { holderOf: id } });
  expect(rows.map((row) => row.id)).toEqual([waiting.ok ? waiting.claimId : ""]);
});

test("what is typed stays when there is no network, and a note sent again is one note", async ({ page, context }) => {
  const place = await makePlace();
  const member = await makePerson(place);
  const id = await publish(place.stationId, { text: { ...TEXT, title: titled(place) } });
  const claimant = { kind: "member", id: member.memberId } as const;
  const made = await claimProject({ projectId: id, claimant, memberId: member.memberId, now: new Date() });
  const claimId = made.ok ? made.claimId : "";
  await decideClaim({ claimId, act: "approve", words: "", actorId: "publisher", now: new Date() });
  await signInTo(context, member);
  await page.goto("/me/claims");
  await page.getByLabel("办到哪一步了").fill("约好周六去");
  // The note arrives and its answer is lost.
  await page.route("**/notes", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "记一条进展" }).click();
  await expect(page.getByText("现在没有网，没有送到")).toBeVisible();
  await expect(page.getByLabel("办到哪一步了")).toHaveValue("约好周六去");
  await page.unroute("**/notes");
  await page.getByRole("button", { name: "记一条进展" }).click();
  await expect(page.getByText("进展：约好周六去")).toHaveCount(1);
  expect(await db().claimNote.count({ where: { claimId } })).toBe(1);
});

test("the committee reads the figures and takes them as a spreadsheet", async ({ browser }) => {
  const place = await makePlace();
  await publish(place.stationId, { text: { ...TEXT, area: `示例${place.marker}村` } });
  const desk = await deskOf(browser, await committeeOf(place));
  await desk.goto("/committee/projects/figures");
  await expect(desk.getByRole("figure", { name: /各村社项目/ })).toContainText(`示例${place.marker}村`);
  const download = desk.waitForEvent("download");
  await desk.getByRole("link", { name: "下载表格" }).click();
  expect((await download).suggestedFilename()).toBe("志愿项目数据.xlsx");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the board is read and filtered", async ({ page }) => {
    const place = await makePlace();
    const area = `示例${place.marker}村`;
    const title = titled(place);
    await publish(place.stationId, { text: { ...TEXT, title, area } });
    await page.goto("/projects");
    await page.locator("summary", { hasText: "筛选" }).click();
    await page.getByLabel("村或社区").selectOption(area);
    await page.getByRole("button", { name: "查看" }).click();
    await expect(page.getByRole("heading", { level: 3 })).toHaveText([title]);
    await page.goto(`/projects?area=${encodeURIComponent(area)}&state=confirmed`);
    await expect(page.getByText("没有这样的项目")).toBeVisible();
  });
});

/** Every address of the build, with the ids of this project where one is asked for. */
function addresses(projectId: string): string[] {
  const own = [
    `/projects/${projectId}`,
    `/committee/projects/${projectId}`,
    "/committee/projects?show=all",
    "/me/notices",
  ];
  return [...Object.values(ROUTES).flatMap(({ path }) => (path === null ? [] : [path])), ...own];
}

async function leaks(request: APIRequestContext, person: Person | null, paths: readonly string[]): Promise<string[]> {
  const cookie = person ? await sessionCookie(person.memberId) : null;
  const found: string[] = [];
  for (const path of paths) {
    const headers = cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {};
    const body = await (await request.get(path, { headers, maxRedirects: 0 })).body();
    for (const marker of Object.values(MARKERS)) if (body.includes(marker)) found.push(path);
  }
  return found;
}

test("the contact is in no page and no reply to a get, for nobody, the approved claimant included", async ({
  request,
}) => {
  test.setTimeout(300_000);
  const place = await makePlace();
  const member = await makePerson(place);
  const id = await publish(place.stationId, { text: { ...TEXT, title: titled(place) } });
  const claimant = { kind: "member", id: member.memberId } as const;
  const made = await claimProject({ projectId: id, claimant, memberId: member.memberId, now: new Date() });
  const claimId = made.ok ? made.claimId : "";
  await decideClaim({ claimId, act: "approve", words: "", actorId: "publisher", now: new Date() });
  const everybody = [
    null,
    member,
    await makePerson(place),
    await makePerson(place, [{ role: "branch-secretary", scopeKind: "branch", scopeId: place.branchId }]),
    await committeeOf(place),
    await committeeOf(place, true),
    await makePerson(place, [{ role: "administrator", scopeKind: "zone", scopeId: "" }]),
  ];
  for (const person of everybody) expect(await leaks(request, person, addresses(id))).toEqual([]);
  // It is there, and the one way to it is the claimant's.
  const { name, value } = await sessionCookie(member.memberId);
  const look = await request.post(`/api/v1/claims/${claimId}/contact`, { headers: { cookie: `${name}=${value}` } });
  expect(await look.text()).toContain(MARKERS.phone);
});
