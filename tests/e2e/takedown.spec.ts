import { expect, test, type APIRequestContext } from "@playwright/test";
import { findLibraryEntry } from "@/features/library/queries";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { listActiveTakedowns } from "@/features/takedowns/queries";
import { makePerson, makePlace, signInTo } from "./support/world";

/** Each project has an entry of its own, far from the days that other journeys read. */
const DAYS: Record<string, { monthDay: string; before: string; after: string }> = {
  phone: { monthDay: "12-27", before: "12-26", after: "12-28" },
  pc: { monthDay: "01-04", before: "01-03", after: "01-05" },
};

function dayOf(project: string) {
  const day = DAYS[project] ?? DAYS["phone"];
  const entry = day && findLibraryEntry(day.monthDay);
  if (!day || !entry) throw new Error(`no entry for ${project}`);
  const [sentence = ""] = entry.markdown.split(/[，。]/);
  return { ...day, id: entry.id, title: entry.front.title, sentence };
}

/** Where the title or the first words of the body still stand. */
async function remains(request: APIRequestContext, day: ReturnType<typeof dayOf>): Promise<string[]> {
  const pages = [`/${day.id}`, `/daily/${day.before}`, `/daily/${day.after}`, "/daily", "/feed.xml", "/daily.ics"];
  const found: string[] = [];
  for (const page of pages) {
    const html = await (await request.get(page)).text();
    const flight = page.includes(".")
      ? ""
      : await (await request.get(`${page}?_rsc=1`, { headers: { RSC: "1" } })).text();
    if ([html, flight].some((text) => text.includes(day.title) || text.includes(day.sentence))) found.push(page);
  }
  return found;
}

test("a reader reports an error, the committee takes the entry down, answers, and brings it back", async ({
  page,
  browser,
  request,
}, { project }) => {
  const day = dayOf(project.name);
  const place = await makePlace();
  const committee = await makePerson(place, [{ role: "committee", scopeKind: "zone", scopeId: "" }]);
  const text = `第二段的年份和出处不一样，${place.marker}。`;

  await page.goto(`/${day.id}`);
  await page.getByRole("link", { name: "报告错误" }).first().click();
  await page.getByLabel("哪里不对，应该是什么").fill(text);
  await page.getByRole("button", { name: "送出" }).click();
  await expect(page.getByText("收到了，谢谢。")).toBeVisible();

  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await signInTo(desk.context(), committee);
  await desk.goto("/committee/feedback");
  const report = desk.getByRole("listitem").filter({ hasText: text });
  await report.getByText("先撤下再核对").click();
  await report.getByLabel("为什么撤下").fill("核对年份");
  await report.getByRole("button", { name: "撤下" }).click();
  await expect(desk.getByRole("button", { name: `恢复天天谈《${day.title}》` })).toBeVisible();
  expect(await remains(request, day)).toEqual([]);
  await page.goto(`/${day.id}`);
  await expect(page.getByText("这一条已撤下")).toBeVisible();

  await desk.getByRole("button", { name: `恢复天天谈《${day.title}》` }).click();
  await expect(desk.getByRole("button", { name: `恢复天天谈《${day.title}》` })).toHaveCount(0);
  await page.goto(`/${day.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(day.title);

  await report.getByText("没有错", { exact: true }).click();
  await report.getByLabel("为什么没有错").fill("已核对，谢谢。");
  await report.getByRole("button", { name: "答复" }).click();
  await expect(desk.getByRole("listitem").filter({ hasText: text })).toContainText("答复：没有错。已核对，谢谢。");
  await desk.close();
});

test("what another process takes down is gone everywhere within a minute, without a rebuild", async ({ request }, {
  project,
}) => {
  const day = dayOf(project.name);
  const act = { actorId: "another-process", now: new Date() };
  expect(await remains(request, day)).toContain(`/${day.id}`);
  await takeDown({ targetKind: "entry", targetId: day.id, reason: "核对", ...act });
  await expect.poll(() => remains(request, day), { timeout: 55_000, intervals: [1_000] }).toEqual([]);
  for (const { id, targetId } of await listActiveTakedowns()) {
    if (targetId === day.id) await restore({ takedownId: id, ...act });
  }
  await expect.poll(() => remains(request, day), { timeout: 55_000, intervals: [1_000] }).toContain(`/${day.id}`);
});
