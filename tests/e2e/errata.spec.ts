import { expect, test, type Page } from "@playwright/test";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { tellReaders } from "@/features/errata/mutations/tell-readers";
import { findLibraryEntry } from "@/features/library/queries";
import { db } from "@/lib/db";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

/** Each project has an entry of its own, far from the days that other journeys read. */
const DAYS: Readonly<Record<string, string>> = { phone: "12-19", pc: "01-11" };

function entryOf(project: string) {
  const entry = findLibraryEntry(DAYS[project] ?? "");
  if (!entry) throw new Error(`no entry for ${project}`);
  return { id: entry.id, title: entry.front.title };
}

async function report(page: Page, id: string, text: string): Promise<void> {
  await page.goto(`/${id}`);
  await page.getByRole("link", { name: "报告错误" }).first().click();
  await expect(page.getByText(/工委在5个工作日以内答复，今天送的最晚\d{4}年\d+月\d+日/)).toBeVisible();
  await page.getByLabel("哪里不对，应该是什么").fill(text);
  await page.getByRole("button", { name: "送出" }).click();
  await expect(page.getByRole("status")).toContainText(/最晚\d{4}年\d+月\d+日/);
}

let place: Place;
let committee: Person;
let reader: Person;
test.beforeAll(async () => {
  place = await makePlace();
  committee = await makePerson(place, [{ role: "committee", scopeKind: "zone", scopeId: "" }]);
  reader = await makePerson(place, []);
});

test("two readers report an entry, the committee looks at the correction and publishes it, everybody reads it", async ({
  page,
  browser,
  context,
}, { project }) => {
  const { id, title } = entryOf(project.name);
  const size = page.viewportSize();
  const today = businessDateOf(new Date());
  const desk = await browser.newPage({ viewport: size });
  await signInTo(desk.context(), committee);

  await test.step("the reports stand together, what is overdue first", async () => {
    await report(page, id, `第二句的年份不对，${place.marker}。`);
    await signInTo(context, reader);
    const recall = {
      contentId: id,
      occasion: today.slice(0, 4),
      businessDate: today,
      answers: "{}",
      rightCount: 0,
      total: 1,
    };
    await db().recall.create({ data: { ...recall, memberId: reader.memberId, answeredAt: new Date() } });
    await report(page, id, `年份写错了，${place.marker}。`);
    const late = new Date(Date.now() - 20 * 86_400_000);
    await db().feedback.updateMany({
      where: { targetId: id, text: { contains: place.marker } },
      data: { createdAt: late },
    });
    await desk.goto("/committee");
    await expect(desk.getByText(/其中\d+条今天到期或已经过期/)).toBeVisible();
    await desk.goto("/committee/feedback");
    const group = desk.getByRole("listitem").filter({ hasText: place.marker });
    await expect(group).toHaveCount(1);
    await expect(group.getByText(/以前答复，已经过期/)).toHaveCount(2);
    await group.getByRole("link", { name: "更正" }).click();
  });

  await test.step("the correction is seen as it will stand, changed once more, and published", async () => {
    await expect(desk.getByRole("heading", { name: `天天谈《${title}》` })).toBeVisible();
    await expect(desk.getByText("哪几条一起办")).toBeVisible();
    await desk.getByLabel("原来怎样写").fill(`示例旧字句${place.marker}`);
    await desk.getByLabel("现在怎样写").fill(`示例新字句${place.marker}`);
    await desk.getByRole("button", { name: "先看登出来的样子" }).click();
    const preview = desk.getByRole("region", { name: "登出来的样子" });
    await expect(preview).toContainText(`示例旧字句${place.marker}`);
    await desk.getByRole("button", { name: "回去改" }).click();
    await desk.getByLabel("现在怎样写").fill(`示例改好${place.marker}`);
    await desk.getByRole("button", { name: "先看登出来的样子" }).click();
    await expect(preview).toContainText(`示例改好${place.marker}`);
    await desk.getByRole("button", { name: "登出这条更正" }).click();
    await expect(desk.getByRole("status")).toContainText("已登出。");
    await desk.goto("/committee/feedback");
    await expect(desk.getByText(`答复：已更正。原来：示例旧字句${place.marker}`).first()).toBeVisible();
  });

  await test.step("it stands on its page, in the record, without script and without signing in; the reporter was told", async () => {
    const bare = await browser.newPage({ javaScriptEnabled: false, viewport: size });
    await bare.goto(`/${id}`);
    await expect(
      bare.getByText(`更正：原来“示例旧字句${place.marker}”，现在“示例改好${place.marker}”。`),
    ).toBeVisible();
    await bare.getByRole("link", { name: "更正记录" }).click();
    await expect(bare.getByRole("listitem").filter({ hasText: `示例改好${place.marker}` })).toContainText(title);
    await bare.close();
    await page.goto("/inbox");
    await expect(page.getByText(`你报告的错误有了答复：已更正。`)).toBeVisible();
    // The clock of the server and this process at once.
    await tellReaders(new Date());
    await page.reload();
    const told = page.getByRole("listitem").filter({ hasText: "你答过的一条天天谈有一处更正" });
    await expect(told).toHaveCount(1);
    await told.getByRole("link").click();
    await expect(page.getByText(`示例改好${place.marker}`)).toBeVisible();
    await page.goto("/me");
    await page.getByRole("link", { name: /^更正记录/ }).click();
    await expect(page.getByText(`示例改好${place.marker}`)).toBeVisible();
  });

  await test.step("revoked, its words are gone and the record says so", async () => {
    await desk.goto("/committee/errata");
    const item = desk.getByRole("listitem").filter({ hasText: `示例改好${place.marker}` });
    await item.getByText("撤销", { exact: true }).click();
    await item.getByLabel("为什么撤销").fill(`登错了${place.marker}`);
    await item.getByRole("button", { name: "撤销这条更正" }).click();
    await expect(desk.getByText(`撤销了：登错了${place.marker}`)).toBeVisible();
    await page.goto("/errata");
    await expect(page.getByText(`撤销了：登错了${place.marker}`)).toBeVisible();
    await page.goto(`/${id}`);
    await expect(page.getByText("看记录")).toHaveCount(0);
  });
  await desk.close();
});

test("a correction is written without a report; an address that names nothing is asked for again", async ({
  page,
  context,
}, { project }) => {
  await signInTo(context, committee);
  await page.goto("/committee/errata");
  await page.getByLabel("更正哪一条").fill("daily/02-31");
  await page.getByRole("button", { name: "写更正" }).click();
  await expect(page.getByText("没有找到这一条")).toBeVisible();
  const question = await db().question.findFirstOrThrow({
    where: { origin: "file", state: "active" },
    select: { id: true },
  });
  await page.getByLabel("更正哪一条").fill(`question/${question.id}`);
  await page.getByRole("button", { name: "写更正" }).click();
  const wrong = `示例选项${place.marker}${project.name}`;
  await page.getByLabel("原来怎样写").fill(wrong);
  await page.getByLabel("现在怎样写").fill(wrong);
  await page.getByRole("button", { name: "先看登出来的样子" }).click();
  await page.getByRole("button", { name: "登出这条更正" }).click();
  await expect(page.getByText("原来和现在写的一样，没有登。")).toBeVisible();
  await page.getByRole("button", { name: "回去改" }).click();
  await expect(page.getByLabel("原来怎样写")).toHaveValue(wrong);
  await page.getByLabel("现在怎样写").fill(`${wrong}改`);
  await page.getByRole("button", { name: "先看登出来的样子" }).click();
  await page.getByRole("button", { name: "登出这条更正" }).click();
  await expect(page.getByText("已登出。")).toBeVisible();
  const erratum = await db().erratum.findFirstOrThrow({ where: { wrong }, select: { contentId: true } });
  const day = await page.request.get(`/${erratum.contentId}`);
  const html = await day.text();
  expect(html).toContain("更正了一道题。");
  expect(html).not.toContain(wrong);
});
