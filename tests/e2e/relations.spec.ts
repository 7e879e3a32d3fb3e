import { expect, test, type Browser, type Page } from "@playwright/test";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

const TODAY = businessDateOf(new Date());
const ZONE = [{ role: "committee", scopeKind: "zone", scopeId: "" }] as const;
const secretaryOf = ({ branchId }: Place) =>
  [{ role: "branch-secretary", scopeKind: "branch", scopeId: branchId }] as const;

async function as(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  await signInTo(context, person);
  return context.newPage();
}

/** Unfolds the one that is labelled so. */
const open = (page: Page, label: string): Promise<void> => page.getByText(label, { exact: true }).first().click();

let place: Place;
let other: Place;
let member: Person;
test.beforeEach(async () => {
  [place, other] = [await makePlace(), await makePlace()];
  member = await makePerson(place);
});

test("a move that is agreed on for next week is taken back by the new side, and the person reads why", async ({
  browser,
}) => {
  const desk = await as(browser, await makePerson(other, ZONE));
  await desk.goto(`/committee/people/${member.memberId}`);
  await open(desk, "转到别的支部");
  await desk.getByLabel("转到哪个支部").fill(`示例支部${other.marker}`);
  await desk.locator("#membership-since").fill(addDays(TODAY, 7));
  await desk
    .getByLabel(/工委直接办理/)
    .first()
    .check();
  await desk.getByRole("button", { name: "转组织关系" }).click();
  await expect(desk.getByText(/办好，还没到日子$/)).toBeVisible();
  // What is still to come is cancelled; there is nothing to end.
  await desk.reload();
  await expect(desk.getByText("结束工作关系，不转到别处")).toBeVisible();
  await expect(desk.getByText("结束组织关系，不转到别处")).toHaveCount(0);
  await desk.context().close();

  const office = await as(browser, await makePerson(other, secretaryOf(other)));
  await office.goto("/branch/transfers");
  await open(office, "取消这次转接");
  await office.getByLabel("为什么", { exact: true }).fill("示例理由：名额满了");
  await office.getByRole("button", { name: `取消转接：${member.name}` }).click();
  await expect(office.getByText(/取消：示例理由：名额满了$/)).toBeVisible();
  await expect(office.getByRole("button", { name: `取消转接：${member.name}` })).toHaveCount(0);
  await office.context().close();

  const phone = await as(browser, member);
  await phone.goto("/inbox");
  await expect(phone.getByText("已取消：你的组织关系").first()).toBeVisible();
  await expect(phone.getByText("理由：示例理由：名额满了").first()).toBeVisible();
  await phone.context().close();
});

test("somebody left the enterprise for nobody knows where: the employment ends, and the list without an employer has them", async ({
  browser,
}) => {
  const desk = await as(browser, await makePerson(other, ZONE));
  await desk.goto(`/committee/people/${member.memberId}`);
  await open(desk, "结束工作关系，不转到别处");
  await desk.locator("#employment-on").fill(addDays(TODAY, -1));
  await desk.locator("#employment-end-reason").selectOption("other");
  await desk.getByRole("button", { name: "结束工作关系" }).click();
  await expect(desk.getByText("选了“其他”，请写一句为什么。")).toBeVisible();
  await desk.locator("#employment-end-reason").selectOption("quit");
  await desk.getByRole("button", { name: "结束工作关系" }).click();
  await expect(desk.getByText("离职，去向不清楚").last()).toBeVisible();
  // The other relation is the last one now: it cannot be ended here.
  await expect(desk.getByText("结束组织关系，不转到别处")).toHaveCount(0);
  await desk.goto(`/committee/people?organisationId=none&branchId=${place.branchId}`);
  await expect(desk.getByText(/现在看的是：.*没有单位/)).toBeVisible();
  await expect(desk.getByRole("link", { name: member.name, exact: true })).toBeVisible();
  await desk.context().close();
});

test("the party worker ends the employment of somebody who left, by name and login, and the branch keeps them", async ({
  browser,
}) => {
  const office = await as(
    browser,
    await makePerson(place, [{ role: "party-worker", scopeKind: "organisation", scopeId: place.organisationId }]),
  );
  await office.goto("/branch/organisation/transfers");
  await open(office, "结束一位职工的工作关系");
  await office.locator("#ending-name").fill(member.name);
  await office.locator("#ending-login").fill(member.login);
  await office.locator("#employment-on").fill(TODAY);
  await office.locator("#employment-end-reason").selectOption("quit");
  await office.getByRole("button", { name: "结束工作关系" }).click();
  await expect(office.getByText(new RegExp(`^办好了，${member.name}的工作关系到.*结束。$`))).toBeVisible();
  await office.context().close();

  // The secretary answers for the branch's relation alone, which is the last one now.
  const desk = await as(browser, await makePerson(place, secretaryOf(place)));
  await desk.goto(`/branch/people/${member.memberId}`);
  await expect(desk.getByText(`示例支部${place.marker}`).first()).toBeVisible();
  await expect(desk.getByText("结束工作关系，不转到别处")).toHaveCount(0);
  await desk.context().close();
});

test("somebody who had left the zone is taken back on their page, and comes in by the new invitation", async ({
  browser,
}) => {
  const desk = await as(browser, await makePerson(other, ZONE));
  await desk.goto(`/committee/people/${member.memberId}`);
  await open(desk, "转出本区");
  await desk.getByRole("button", { name: "办理转出" }).click();
  await expect(desk.getByText(/^已转出，最后一天/)).toBeVisible();

  await open(desk, "本人回来了，办转入");
  await desk.getByLabel("工作单位").selectOption(other.organisationId);
  await desk.getByLabel("所在支部").selectOption(other.branchId);
  await desk.getByLabel("新的登录名（原来的还用就不填）").fill(`${other.shortCode}-0001`);
  await desk.getByRole("button", { name: "办理转入" }).click();
  await expect(desk.getByText(`${member.name}的转入办好了。`)).toBeVisible();
  const link = (await desk.locator("b.select-all").textContent()) ?? "";
  await desk.getByRole("link", { name: `看${member.name}的页面，任命职责` }).click();
  await expect(desk.getByText(`示例支部${other.marker}`).first()).toBeVisible();
  await desk.context().close();

  const phone = await (await browser.newContext()).newPage();
  await phone.goto(new URL(link).pathname);
  await phone.getByLabel("给自己设一个密码").fill("晨会一刻钟学党史");
  await phone.getByLabel("再输一次").fill("晨会一刻钟学党史");
  await phone.getByRole("checkbox").check();
  await phone.getByRole("button", { name: "同意并开始使用" }).click();
  await expect(phone.getByText("密码设好了。")).toBeVisible();
  await phone.context().close();
});
