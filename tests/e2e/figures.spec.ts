import { expect, test, type Browser, type Page } from "@playwright/test";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { recordResults } from "@/features/assignments/mutations/record-results";
import { setAssignments } from "@/features/assignments/mutations/set-assignments";
import { db } from "@/lib/db";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

const ZONE = [{ role: "committee", scopeKind: "zone", scopeId: "" }] as const;
const now = new Date();
const TODAY = businessDateOf(now);
/** Still in this quarter, also on its last day. */
const DUE = [TODAY, addDays(TODAY, 1)].find((day) => day.slice(0, 7) === TODAY.slice(0, 7)) ?? TODAY;

/** Six people who are asked for one lesson: two studied offline, one is on night shift. */
async function makeStudy(place: Place): Promise<Person[]> {
  const people: Person[] = [];
  for (let count = 0; count < 6; count += 1) people.push(await makePerson(place));
  const officer = await makePerson(await makePlace());
  const lesson = await db().contentItem.findFirstOrThrow({ where: { kind: "lesson", retiredAt: null } });
  const act = { branchId: place.branchId, actorId: officer.memberId, note: "", now };
  const set = await setAssignments({
    ...act,
    targets: [{ kind: "lesson", id: lesson.id }],
    memberIds: null,
    dueOn: DUE,
  });
  const assignmentId = set.ok ? (set.ids[0] ?? "") : "";
  const ids = people.map((person) => person.memberId);
  const offline = { kind: "offline", manner: "morning-quarter", on: TODAY } as const;
  await recordResults({ ...act, ...offline, assignmentId, memberIds: ids.slice(0, 2) });
  await recordResults({ ...act, kind: "excused", manner: "night-shift", assignmentId, memberIds: ids.slice(2, 3) });
  return people;
}

/** Figures are remembered for five seconds: another journey may have asked for them just before this one's people came. */
async function showsSoon(page: Page, open: () => Promise<unknown>, text: string): Promise<void> {
  await expect(async () => {
    await open();
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

async function deskOf(browser: Browser, person: Person): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, isMobile: false });
  await signInTo(page.context(), person);
  return page;
}

test("the committee finds an organisation, reads how it stands, and takes the figures along as a spreadsheet", async ({
  page,
  context,
}) => {
  const place = await makePlace();
  await makeStudy(place);
  await signInTo(context, await makePerson(await makePlace(), ZONE));
  const search = async (): Promise<void> => {
    await page.goto("/committee");
    await page.getByLabel("找组织").fill(place.marker);
    await page.getByRole("button", { name: "查找" }).click();
    await expect(page.getByText("现在看的是：")).toContainText(`“${place.marker}”`);
  };
  await showsSoon(page, search, "2 / 5人次");
  const row = page.locator("tr").filter({ hasText: `示例单位${place.marker}` });
  await expect(row).toContainText("2 / 5人次");
  await expect(row).toContainText("1人次");
  await expect(row).toContainText("还没有人答过");

  await page.getByRole("link", { name: "按站" }).click();
  await page.getByRole("link", { name: `示例站${place.marker}` }).click();
  await expect(row).toContainText("2 / 5人次");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出xlsx" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^学习情况 \d{4}年第.季度\.xlsx$/);

  await row.getByRole("link", { name: `示例单位${place.marker}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `示例单位${place.marker}` })).toBeVisible();
  await expect(page.locator("tr").filter({ hasText: "完成日期在本季度的学习里" })).toContainText("2 / 5人次");
  await expect(page.getByRole("img", { name: /40%（2 \/ 5）/ })).toBeVisible();
});

test("a party worker objects to a figure, the committee sees that beside it and answers, and the worker reads it", async ({
  page,
  context,
  browser,
}) => {
  const place = await makePlace();
  await makeStudy(place);
  const scope = { role: "party-worker", scopeKind: "organisation", scopeId: place.organisationId } as const;
  await signInTo(context, await makePerson(await makePlace(), [scope]));
  await showsSoon(page, () => page.goto("/branch/organisation"), "2 / 5人次");
  const figure = page.locator("tr").filter({ hasText: "2 / 5人次" });
  await figure.getByText("提出异议").click();
  await figure.getByLabel("哪里不对").fill("少");
  await figure.getByRole("button", { name: "送出" }).click();
  await expect(figure.getByText("至少五个字")).toBeVisible();
  const words = `周五晨会还有一人学过，${place.marker}`;
  await figure.getByLabel("哪里不对").fill(words);
  await figure.getByRole("button", { name: "送出" }).click();
  await expect(figure.getByText("有异议，待答复")).toBeVisible();

  const desk = await deskOf(browser, await makePerson(await makePlace(), ZONE));
  await desk.goto(`/committee?q=${place.marker}`);
  await desk.getByRole("link", { name: "1处待答复" }).click();
  const item = desk.getByRole("listitem").filter({ hasText: words });
  await expect(item).toContainText("已答，当时是2 / 5人次");
  await item.locator("summary").click();
  await item.getByLabel("答复").fill("已请支部补记。");
  await item.getByRole("button", { name: "送出答复" }).click();
  await expect(desk.getByRole("listitem").filter({ hasText: words })).toContainText("答复：已请支部补记。");
  await desk.goto(`/committee?q=${place.marker}`);
  await expect(desk.getByRole("link", { name: "1处待答复" })).toHaveCount(0);
  await desk.close();

  await page.goto("/branch/organisation");
  await expect(page.getByText("答复：已请支部补记。")).toBeVisible();
  await page.goto("/inbox");
  await expect(page.getByText("的异议有了答复：已请支部补记。")).toBeVisible();
});

test("an organisation of four says what was assigned and no more, to the committee and to itself", async ({
  page,
  context,
}) => {
  const place = await makePlace();
  const people = await makeStudy(place);
  for (const { memberId } of people.slice(0, 2)) {
    await db().member.update({ where: { id: memberId }, data: { standing: "applicant" } });
  }
  const scope = { role: "party-worker", scopeKind: "organisation", scopeId: place.organisationId } as const;
  await signInTo(context, await makePerson(await makePlace(), [scope, ...ZONE]));
  for (const path of [
    `/committee?q=${place.marker}`,
    `/committee/organisations/${place.organisationId}`,
    "/branch/organisation",
  ]) {
    await showsSoon(page, () => page.goto(path), "不足5人，不列");
    await expect(page.getByText("0 / 3人次")).toHaveCount(0);
  }
});
