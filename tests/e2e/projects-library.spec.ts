import { expect, test } from "@playwright/test";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { PROJECT_RULES } from "@/domain/imports/projects";
import { claimProject } from "@/features/projects/mutations/claim-project";
import { db } from "@/lib/db";
import { writeCsv } from "@/lib/sheets/write-csv";
import { publish, TEXT } from "@/tests/factories/projects";
import { makePerson, makePlace, signInTo, type Place } from "./support/world";

/** As on the taking screen, which is the heaviest. */
const MOST_KIB = 170;

const titled = (place: Place): string => `给${place.marker}自习室添台灯`;

test("a study officer reads what the branch has claimed, and what others claimed is not there", async ({
  page,
  context,
}) => {
  const [place, neighbour] = [await makePlace(), await makePlace()];
  const officer = await makePerson(place, [{ role: "study-officer", scopeKind: "branch", scopeId: place.branchId }]);
  for (const [where, title] of [
    [place, titled(place)],
    [neighbour, titled(neighbour)],
  ] as const) {
    const projectId = await publish(where.stationId, { text: { ...TEXT, title } });
    const claimant = { kind: "branch", id: where.branchId } as const;
    await claimProject({ projectId, claimant, memberId: officer.memberId, now: new Date() });
  }
  await signInTo(context, officer);
  await page.goto("/branch/projects");
  const card = page.getByRole("article", { name: titled(place) });
  await expect(card).toContainText("等工作站同意");
  await expect(card.getByRole("button")).toHaveCount(0);
  await expect(page.getByText(titled(neighbour))).toHaveCount(0);
});

test("a station brings projects in by a table: what is wrong is told by cell, what is right waits for the first look", async ({
  browser,
}) => {
  const place = await makePlace();
  const officer = await makePerson(place, [{ role: "committee", scopeKind: "station", scopeId: place.stationId }]);
  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 }, isMobile: false });
  await signInTo(desk.context(), officer);
  const heads = PROJECT_RULES.map(({ label }) => label);
  const line = (title: string, kind: string): string[] => {
    const cells: Readonly<Record<string, string>> = {
      ...{
        要办什么: title,
        类型: kind,
        类别: "添置物品",
        村或社区: "示例村",
        需要什么: "四盏护眼台灯，开学以前送到。",
      },
      ...{ 联系谁: "工作站转达", 谁同意的: "本人", 哪一天同意的: businessDateOf(new Date()), 怎样同意的: "书面签字" },
    };
    return heads.map((head) => cells[head] ?? "");
  };
  const upload = async (rows: string[][]): Promise<void> => {
    await desk.goto("/committee/projects");
    await desk.getByText("用表格申报").first().click();
    const buffer = writeCsv({ columns: heads.map((header) => ({ header, kind: "text" as const })), rows });
    const file = { name: `项目${place.marker}.csv`, mimeType: "text/csv", buffer };
    await desk.getByLabel("志愿项目", { exact: true }).setInputFiles(file);
    await desk.getByRole("button", { name: "上传并试导入" }).click();
    await expect(desk.getByText("到现在为止，什么都没有写入")).toBeVisible();
  };
  await upload([line(titled(place), "微心愿"), line(`${titled(place)}二`, "心愿单")]);
  await expect(desk.getByRole("link", { name: "B3", exact: true })).toBeVisible();
  await expect(desk.getByRole("link", { name: "下载标注过的表" })).toHaveCount(0);
  await upload([line(titled(place), "微心愿"), line(`${titled(place)}二`, "微心愿")]);
  await desk.getByRole("button", { name: "写入没有错的2行" }).click();
  await expect(desk.getByText("写入了2行。")).toBeVisible();
  const rows = await db().project.findMany({ where: { stationId: place.stationId } });
  expect(rows.map(({ state, writers }) => [state, writers])).toEqual(
    ["", ""].map(() => ["submitted", JSON.stringify([officer.memberId])]),
  );
  await desk.goto("/committee/projects");
  await expect(desk.getByRole("link", { name: titled(place), exact: true })).toBeVisible();
});

test("the board and a project load no more script than the heaviest page of members", async ({ browser }) => {
  const place = await makePlace();
  const member = await makePerson(place);
  const id = await publish(place.stationId, { text: { ...TEXT, title: titled(place) } });
  const weigh = async (address: string): Promise<number> => {
    // A browser of its own each time: nothing is there already.
    const context = await browser.newContext();
    await signInTo(context, member);
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script")
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${process.env["E2E_BASE_URL"] ?? ""}${address}`, { waitUntil: "networkidle" });
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
    await context.close();
    return total;
  };
  for (const address of ["/projects", `/projects/${id}`, "/me/claims"]) {
    const weight = await weigh(address);
    console.log(`${address}: ${weight.toFixed(1)} KiB of script`);
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThanOrEqual(MOST_KIB);
  }
});
