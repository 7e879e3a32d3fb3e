import { expect, test, type Browser, type Page } from "@playwright/test";
import { awardPoints } from "@/features/points/mutations/award-points";
import { db, inTransaction } from "@/lib/db";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

const secretaryOf = ({ branchId }: Place) =>
  [{ role: "branch-secretary", scopeKind: "branch", scopeId: branchId }] as const;
const ZONE = [{ role: "committee", scopeKind: "zone", scopeId: "" }] as const;

async function as(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  await signInTo(context, person);
  return context.newPage();
}

let from: Place;
let to: Place;
test.beforeEach(async () => {
  [from, to] = [await makePlace(), await makePlace()];
});

test("a member asks to change the branch, both secretaries agree, and both lists are right", async ({ browser }) => {
  const member = await makePerson(from);
  const [old, young] = [await makePerson(from, secretaryOf(from)), await makePerson(to, secretaryOf(to))];
  const phone = await as(browser, member);
  await phone.goto("/me/transfers");
  await phone.getByLabel("转到哪个支部").fill(`示例支部${to.marker}x`);
  await phone.getByRole("button", { name: "送出申请" }).click();
  await expect(phone.getByText("没有找到这个支部。")).toBeVisible();
  await phone.getByLabel("转到哪个支部").fill(`示例支部${to.marker}`);
  await phone.getByRole("button", { name: "送出申请" }).click();
  await expect(phone.getByText("申请送出了")).toBeVisible();
  await expect(phone.getByText(`等示例支部${from.marker}、示例支部${to.marker}同意`)).toBeVisible();

  for (const secretary of [old, young]) {
    const desk = await as(browser, secretary);
    await desk.goto("/branch/transfers");
    await desk.getByRole("button", { name: `同意${member.name}的转接` }).click();
    await expect(desk.getByRole("button", { name: `同意${member.name}的转接` })).toHaveCount(0);
    await desk.context().close();
  }
  for (const [secretary, count] of [
    [old, 0],
    [young, 1],
  ] as const) {
    const desk = await as(browser, secretary);
    await desk.goto("/branch/people");
    await expect(desk.getByRole("link", { name: member.name, exact: true })).toHaveCount(count);
    await desk.context().close();
  }
  await phone.goto("/inbox");
  await expect(phone.getByText("已办好：你的组织关系")).toBeVisible();
  await phone.goto("/me");
  await expect(phone.getByText(`示例支部${to.marker}`)).toBeVisible();
  await phone.context().close();
});

test("a secretary brings somebody in by name and login, and the other side says no with a reason", async ({
  browser,
}) => {
  const member = await makePerson(from);
  const [old, young] = [await makePerson(from, secretaryOf(from)), await makePerson(to, secretaryOf(to))];
  const desk = await as(browser, young);
  await desk.goto("/branch/transfers");
  await desk.getByText("转进一位同志，或转出一位").click();
  await desk.getByLabel("本人姓名").fill("示例别人");
  await desk.getByLabel("本人的登录名").fill(member.login);
  await desk.getByRole("button", { name: "申请转接" }).click();
  await expect(desk.getByText("没有找到姓名和登录名都对得上的人")).toBeVisible();
  await desk.getByLabel("本人姓名").fill(member.name);
  await desk.getByRole("button", { name: "申请转接" }).click();
  await expect(desk.getByText("申请送出了")).toBeVisible();

  const other = await as(browser, old);
  await other.goto("/branch/transfers");
  await other.getByText("不同意", { exact: true }).first().click();
  await other.getByLabel("为什么", { exact: true }).fill("示例理由：本人没有换单位");
  await other.getByRole("button", { name: `不同意${member.name}的转接` }).click();
  await expect(other.getByText("没有同意：示例理由：本人没有换单位")).toBeVisible();
  await desk.goto("/inbox");
  await expect(desk.getByText("理由：示例理由：本人没有换单位")).toBeVisible();
  await Promise.all([desk.context().close(), other.context().close()]);
});

test("the committee moves somebody to a new employer, and the new work number opens the account", async ({
  browser,
}) => {
  const member = await makePerson(from);
  const desk = await as(browser, await makePerson(from, ZONE));
  await desk.goto(`/committee/people/${member.memberId}`);
  await desk.getByText("转到别的单位").click();
  await desk.getByLabel("转到哪个单位").fill(to.shortCode);
  await desk.getByLabel("在新单位的工号").fill("0012");
  await desk
    .getByLabel(/工委直接办理/)
    .last()
    .check();
  await desk.getByRole("button", { name: "转工作关系" }).click();
  await expect(desk.getByText(`${to.shortCode}-0012`).first()).toBeVisible();
  await desk.context().close();

  const phone = await browser.newPage();
  await phone.goto("/sign-in?from=/me");
  await phone.getByLabel("手机号或工号").fill(`${to.shortCode}-0012`);
  await phone.getByLabel("密码").fill(member.password);
  await phone.getByRole("button", { name: "登录", exact: true }).click();
  await expect(phone).toHaveURL(/\/me$/, { timeout: 15_000 });
  await expect(phone.getByText(`示例单位${to.marker}`)).toBeVisible();
  await phone.close();
});

test("two accounts of one person become one, after a look at what comes of it", async ({ browser }) => {
  const [kept, gone] = [await makePerson(from), await makePerson(from)];
  const award = { reason: "lesson", source: "lessons/e2e/one", now: new Date() } as const;
  await inTransaction((tx) => awardPoints(tx, { ...award, memberId: kept.memberId }));
  await inTransaction((tx) => awardPoints(tx, { ...award, memberId: gone.memberId }));
  await inTransaction((tx) => awardPoints(tx, { ...award, source: "lessons/e2e/two", memberId: gone.memberId }));
  const desk = await as(browser, await makePerson(to, ZONE));
  await desk.goto(`/committee/people/${kept.memberId}`);
  await desk.getByRole("link", { name: "与另一个账号合并" }).click();
  await desk.getByLabel("找另一个账号").fill(gone.login);
  await desk.getByRole("button", { name: "查找" }).click();
  await desk.getByRole("link", { name: new RegExp(gone.name) }).click();
  await expect(desk.getByText("合并以后共4分")).toBeVisible();
  await expect(desk.getByText("有2分不重复计")).toBeVisible();
  await desk.getByRole("checkbox").check();
  await desk.getByRole("button", { name: "合并账号" }).click();
  await expect(desk).toHaveURL(new RegExp(`/committee/people/${kept.memberId}$`));
  await expect(desk.getByText(gone.login)).toBeVisible();
  const sums = await db().pointsTotal.findMany({ where: { memberId: { in: [kept.memberId, gone.memberId] } } });
  expect(new Map(sums.map((row) => [row.memberId, row.total]))).toEqual(
    new Map([
      [kept.memberId, 4],
      [gone.memberId, 0],
    ]),
  );
  await desk.goto(`/committee/people/${gone.memberId}`);
  await expect(desk.getByText("，已并入")).toBeVisible();
  await desk.context().close();
});
