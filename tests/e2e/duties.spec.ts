import ExcelJS from "exceljs";
import { expect, test, type Page } from "@playwright/test";
import { addWorkingDays } from "@/domain/calendar/working-days";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { LINE_COLUMNS } from "@/domain/duties/lines-sheet";
import { reportDuty } from "@/features/duties/mutations/do-duty";
import { drawUpList } from "@/features/reminders/mutations/draw-up-lists";
import { db } from "@/lib/db";
import { dutyLine, makeDuty } from "./support/duties";
import { makePerson, makePlace, signInTo } from "./support/world";

const today = () => businessDateOf(new Date());

const secretaryOf = (branchId: string) => [
  { role: "branch-secretary", scopeKind: "branch", scopeId: branchId } as const,
];
/** The gaps beyond the first few. */
async function showAll(page: Page): Promise<void> {
  const rest = page.locator("#gaps summary");
  if ((await rest.count()) > 0) await rest.click();
}

const COMMITTEE = [{ role: "committee", scopeKind: "zone", scopeId: "" } as const];

test("The committee draws up next year's list, issues it, and asks less of one organisation.", async ({
  page,
  context,
}) => {
  const place = await makePlace();
  await signInTo(context, await makePerson(place, COMMITTEE));
  const year = String(Number(today().slice(0, 4)) + 1);
  await page.goto("/committee/duties/years");
  const draft = page.getByRole("button", { name: `起草${year}年的清单` });
  if (await draft.isVisible()) {
    await draft.click();
    // The same journey on another screen may have been quicker: then the page says so.
    const told = page.getByText(`${year}年的责任清单已经有了`, { exact: false });
    await expect(
      page
        .getByRole("link", { name: `${year}年责任清单` })
        .or(told)
        .first(),
    ).toBeVisible();
    await page.reload();
  }
  await expect(page.getByRole("link", { name: `${year}年责任清单` })).toBeVisible();
  await page.goto(`/committee/duties/years/${year}`);
  const title = `示例活动${place.marker}`;
  const form = page.locator("form").filter({ hasText: "加这一项" });
  await form.getByLabel("名称").fill(title);
  await form.getByLabel("要做什么").fill("办一次示例活动");
  await form.getByLabel("多久一次").selectOption("yearly");
  await form.getByLabel("大约几分钟").fill("45");
  await page.getByRole("button", { name: "加这一项" }).click();
  await expect(page.getByText(`“${title}”加好了`)).toBeVisible();
  const issue = page.getByRole("button", { name: "下发给各家组织" });
  if (await issue.isVisible()) {
    await issue.click();
    await expect(page.getByText("下发好了。")).toBeVisible({ timeout: 30_000 });
  }
  await page.goto(`/committee/duties/organisations/${place.organisationId}?year=${year}`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await page.locator(`summary[aria-label="调整${title}"]`).click();
  const adapt = page.locator("details[open] form");
  await adapt.getByLabel(title, { exact: true }).selectOption("1");
  await adapt.getByLabel("为什么不一样").fill("示例：今年停产");
  await adapt.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  const own = page.getByRole("row", { name: title }).locator('td[data-label="这家"]');
  await expect(own).toHaveText("不作要求");
});

test("The secretary answers the weekly list with one tap, the committee asks for more, and the secretary reads why.", async ({
  page,
  context,
  browser,
}) => {
  const place = await makePlace();
  const [done, late] = [await makeDuty(place, "示例谈心", 0), await makeDuty(place, "示例讲坛", -3)];
  await drawUpList({ organisationId: place.organisationId, now: new Date() });
  await signInTo(context, await makePerson(place, secretaryOf(place.branchId)));
  await page.goto("/branch");
  await page.getByRole("link", { name: "去答复" }).first().click();
  await expect(page).toHaveURL(/\/branch\/reminders$/);
  await page.getByRole("button", { name: "示例谈心做了" }).click();
  await expect(page.getByText(/日做了$/)).toBeVisible();
  await page.locator('summary[aria-label="推迟示例讲坛"]').click();
  await page.getByRole("button", { name: "检修" }).click();
  await expect(page.getByText(/日推迟了$/)).toBeVisible();
  await expect(page.getByText("推迟：检修")).toBeVisible();

  const desk = await browser.newContext();
  await signInTo(desk, await makePerson(place, COMMITTEE));
  const committee = await desk.newPage();
  const url = process.env["E2E_BASE_URL"] ?? "";
  await committee.goto(`${url}/committee/duties?q=${place.marker}`);
  await showAll(committee);
  await expect(committee.locator("#gaps").getByRole("row", { name: new RegExp(place.marker) })).toContainText("检修");
  await committee.goto(`${url}/committee/duties/${done}`);
  await committee.locator("summary", { hasText: "退回" }).click();
  await committee.getByLabel("还差什么").fill("写一句谈了几人");
  await committee.getByRole("button", { name: "退回" }).click();
  await expect(committee.getByText("退回：写一句谈了几人")).toBeVisible();
  await desk.close();

  await page.goto(`/branch/duties/${done}`);
  await expect(page.getByText("退回：写一句谈了几人")).toBeVisible();
  await page.getByLabel("写一句（可不填）").fill("谈了三人");
  await page.getByRole("button", { name: "办了" }).click();
  await expect(page.getByText("等确认", { exact: false }).first()).toBeVisible();
  expect(await db().duty.findUniqueOrThrow({ where: { id: late } })).toMatchObject({ deferral: "overhaul" });
});

test("The secretary finds the week's list in the messages, and it leads to the answers.", async ({ page, context }) => {
  const place = await makePlace();
  await makeDuty(place, "示例谈心", 0);
  await signInTo(context, await makePerson(place, secretaryOf(place.branchId)));
  const { organisationId } = place;
  const now = new Date();
  expect(await drawUpList({ organisationId, now })).toBe(true);
  expect(await drawUpList({ organisationId, now })).toBe(false);
  await page.goto("/inbox");
  const words = page.getByRole("listitem").filter({ hasText: "这一周有1件责任要办" });
  // One list has one word; a journey over the night to Monday meets the clock's list of the new week beside its own.
  await expect(words).toHaveCount(await db().reminderList.count({ where: { organisationId } }));
  const word = words.first();
  await expect(word).toContainText("一共约20分钟");
  await word.getByRole("link").click();
  await expect(page).toHaveURL(/\/branch\/reminders$/);
  await page.getByRole("button", { name: "示例谈心已线下完成" }).click();
  await expect(page.getByText(/日已线下完成$/)).toBeVisible();
});

test("The committee takes a year away, decides in the sheet, and brings it back: faults by cell, then written once.", async ({
  page,
  context,
}) => {
  const place = await makePlace();
  const secretary = await makePerson(place, secretaryOf(place.branchId));
  const titles = ["示例谈心", "示例讲坛"];
  for (const title of titles) {
    const dutyId = await makeDuty(place, title, -1);
    const told = { manner: "reported", evidence: "示例：来了八人", link: "" } as const;
    await reportDuty({ dutyId, version: 0, actorId: secretary.memberId, now: new Date(), ...told });
  }
  await signInTo(context, await makePerson(place, COMMITTEE));
  await page.goto(`/committee/duties/organisations/${place.organisationId}`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出这一年xlsx" }).click(),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await file.path());
  const sheet = book.getWorksheet("责任");
  const column = (head: string): number => (sheet?.getRow(1).values as string[]).findIndex((value) => value === head);
  const write = (title: string, head: string, text: string): void => {
    sheet?.eachRow((row) => {
      if (row.getCell(column("责任")).text === title) row.getCell(column(head)).value = text;
    });
  };
  const upload = async (): Promise<void> => {
    await page.goto("/committee/duties");
    const buffer = Buffer.from(await book.xlsx.writeBuffer());
    const sent = { name: `责任${place.marker}.xlsx`, mimeType: "application/octet-stream", buffer };
    await page.getByLabel("改好的表").setInputFiles(sent);
    await page.getByRole("button", { name: "上传并试导入" }).click();
    await expect(page.getByText("到现在为止，什么都没有写入")).toBeVisible();
  };
  write("示例谈心", "处理", "确认");
  write("示例讲坛", "处理", "退回");
  await upload();
  await expect(page.getByText("退回没有写还差什么。")).toBeVisible();
  await expect(page.getByRole("link", { name: "下载标注过的表" })).toBeVisible();
  write("示例讲坛", "还差什么", "写一句讲了什么");
  await upload();
  await expect(page.getByText("退回：写一句讲了什么")).toBeVisible();
  await page.getByRole("button", { name: "写入没有错的2行" }).click();
  await expect(page.getByText("写入了2行。")).toBeVisible();
  const duties = await db().duty.findMany({
    where: { organisationId: place.organisationId, title: { in: titles } },
    orderBy: { title: "asc" },
  });
  expect(Object.fromEntries(duties.map(({ title, state, returned }) => [title, `${state} ${returned}`]))).toEqual({
    ...{ 示例谈心: "confirmed ", 示例讲坛: "open 写一句讲了什么" },
  });
  await upload();
  await expect(page.getByText("没有要写入的行")).toBeVisible();
});

test("A year's list with a fault is refused whole, and comes back with the cell marked.", async ({ page, context }) => {
  const place = await makePlace();
  await signInTo(context, await makePerson(place, COMMITTEE));
  await dutyLine();
  const year = today().slice(0, 4);
  const lines = await db().dutyLine.count({ where: { year } });
  const book = new ExcelJS.Workbook();
  const good = [`示例${place.marker}`, "示例要求", "每季", "", 5, 60, "支部说办了"];
  const bad = [`示例${place.marker}二`, "示例要求", "每周", "", 5, 60, "支部说办了"];
  book.addWorksheet("责任清单").addRows([LINE_COLUMNS.map(({ label }) => label), good, bad]);
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  await page.goto(`/committee/duties/years/${year}`);
  const file = { name: `清单${place.marker}.xlsx`, mimeType: "application/octet-stream", buffer };
  await page.getByLabel("改好的表格").setInputFiles(file);
  await page.getByRole("button", { name: "上传", exact: true }).click();
  await expect(page.getByText("有1处不对，什么都没有写入。")).toBeVisible();
  await expect(page.getByText("写每月、每季、每年或一次")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载标注过的表" }).click(),
  ]);
  const marked = new ExcelJS.Workbook();
  await marked.xlsx.readFile(await download.path());
  const fill = (address: string) => {
    const found = marked.getWorksheet("责任清单")?.getCell(address).fill;
    return found?.type === "pattern" ? found.fgColor?.argb : undefined;
  };
  expect([fill("C2"), fill("C3")]).toEqual([undefined, "FFFFC7CE"]);
  expect(await db().dutyLine.count({ where: { year } })).toBe(lines);
});

test("Who comes second learns that somebody has done it, and what was written stays.", async ({ page, context }) => {
  const place = await makePlace();
  const id = await makeDuty(place, "示例课堂", 2);
  await signInTo(context, await makePerson(place, secretaryOf(place.branchId)));
  await page.goto(`/branch/duties/${id}`);
  const other = await context.newPage();
  await other.goto(`/branch/duties/${id}`);
  await other.locator("summary", { hasText: "推迟" }).click();
  await other.getByLabel("为什么推迟").selectOption("other");
  await other.getByLabel("推迟到").fill(addWorkingDays(today(), 6).date);
  await other.getByRole("button", { name: "推迟" }).click();
  await expect(other.getByText("选了“其他”，请写明原因。")).toBeVisible();
  await other.getByLabel(/补一句/).fill("搬厂房");
  await other.getByRole("button", { name: "推迟" }).click();
  await expect(other.getByText("推迟：其他，搬厂房")).toBeVisible();
  await page.getByLabel("写一句（可不填）").fill("办好了，来了八人");
  await page.getByRole("button", { name: "办了" }).click();
  await expect(page.getByText("你打开以后别人办过这一件，没有存。", { exact: false })).toBeVisible();
  await expect(page.getByLabel("写一句（可不填）")).toHaveValue("办好了，来了八人");
});

test("A party worker of an organisation without a branch and without members has its duties.", async ({
  page,
  context,
}) => {
  const place = await makePlace();
  const empty = { ...place, organisationId: await emptyOrganisation(place.stationId, place.marker) };
  const id = await makeDuty(empty, "示例轮训", 1);
  const worker = [{ role: "party-worker", scopeKind: "organisation", scopeId: empty.organisationId } as const];
  await signInTo(context, await makePerson(place, worker));
  await page.goto("/branch/organisation/duties");
  await page.getByRole("link", { name: "示例轮训" }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await page.getByLabel("怎么办的").selectOption("offline");
  await page.getByRole("button", { name: "办了" }).click();
  await expect(page.getByText("已线下完成，等确认", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("待办", { exact: true })).toBeVisible();
});

async function emptyOrganisation(stationId: string, marker: string): Promise<string> {
  const name = `示例空单位${marker}`;
  const data = { kind: "social", name, nameKey: name, shortCode: `Z${marker}`, stationId };
  return (await db().organisation.create({ data, select: { id: true } })).id;
}
