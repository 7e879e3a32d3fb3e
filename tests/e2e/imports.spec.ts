import ExcelJS from "exceljs";
import { expect, test, type Page } from "@playwright/test";
import { db } from "@/lib/db";
import { writeCsv } from "@/lib/sheets/write-csv";
import { makePerson, makePlace, sessionCookie, signInTo, type Person, type Place } from "./support/world";

const ZONE = [{ role: "committee", scopeKind: "zone", scopeId: "" }] as const;
const HEADS = ["姓名", "手机号", "所在组织", "所在党支部", "身份"];

type Names = { organisation: string; branch: string };
type Line = readonly [name: string, phone: string, organisation: string, branch: string, standing: string];

const namesOf = ({ marker }: Place): Names => ({ organisation: `示例单位${marker}`, branch: `示例支部${marker}` });

/** A phone number that no other journey uses. */
let next = 0;
function phone(): string {
  next += 1;
  return `19${String((process.pid * 1000 + next) % 1_000_000_000).padStart(9, "0")}`;
}

async function workbook(lines: readonly Line[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("党员").addRows([["示例党员名册"], HEADS, ...lines.map((line) => [...line])]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Chooses a sheet of people and sends the plain form. */
async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/committee/imports");
  const form = page.locator("form", { has: page.getByLabel("人员", { exact: true }) });
  await form.getByLabel("人员", { exact: true }).setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await form.getByRole("button", { name: "上传并试导入" }).click();
  await expect(page).toHaveURL(/\/committee\/imports\/[\w-]+$/);
}

async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

let place: Place;
let committee: Person;
test.beforeEach(async () => {
  place = await makePlace();
  committee = await makePerson(await makePlace(), ZONE);
});

test("a faulty sheet comes back marked, the mended one is written, and once more there is nothing to do", async ({
  page,
  context,
}) => {
  const { organisation, branch } = namesOf(place);
  const [one, two] = [phone(), phone()];
  const good: Line = ["示例甲", one, organisation, branch, "正式党员"];
  const name = `名册${place.marker}.xlsx`;
  await signInTo(context, committee);

  await upload(page, name, await workbook([good, ["示例乙", "1390000", organisation, `${branch}甲`, "党代表"]]));
  await expect(page.getByText("到现在为止，什么都没有写入")).toBeVisible();
  for (const cell of ["B4", "D4", "E4"])
    await expect(page.getByRole("link", { name: cell, exact: true })).toBeVisible();
  await expect(page.getByText(`是不是“${branch}”？`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "第4行在表里的样子" })).toBeVisible();

  const marked = new ExcelJS.Workbook();
  await marked.xlsx.load(new Uint8Array(await download(page, "下载标注过的表")).buffer);
  const sheet = marked.getWorksheet("党员");
  const colourOf = (address: string) => {
    const fill = sheet?.getCell(address).fill;
    return fill?.type === "pattern" ? fill.fgColor?.argb : undefined;
  };
  expect(["B3", "B4", "D4", "E4"].map(colourOf)).toEqual([undefined, "FFFFC7CE", "FFFFC7CE", "FFFFC7CE"]);
  expect(sheet?.getCell("F4").text).toContain("看不懂这个身份");
  expect(
    await db().login.count({
      where: { member: { name: "示例甲", employments: { some: { organisationId: place.organisationId } } } },
    }),
  ).toBe(0);

  for (const [address, text] of [
    ["B4", two],
    ["D4", branch],
    ["E4", "预备党员"],
  ] as const) {
    const cell = sheet?.getCell(address);
    if (cell) cell.value = text;
  }
  await upload(page, name, Buffer.from(await marked.xlsx.writeBuffer()));
  await page.getByRole("button", { name: "写入没有错的2行" }).click();
  await expect(page.getByText("写入了2行。")).toBeVisible();
  const people = await db().member.findMany({
    where: { employments: { some: { organisationId: place.organisationId } } },
    select: { name: true, standing: true, state: true, memberships: { select: { branchId: true } } },
    orderBy: { name: "asc" },
  });
  const common = { state: "invited", memberships: [{ branchId: place.branchId }] };
  expect(people).toHaveLength(2);
  expect(people).toContainEqual({ name: "示例甲", standing: "full", ...common });
  expect(people).toContainEqual({ name: "示例乙", standing: "probationary", ...common });

  await upload(page, name, Buffer.from(await marked.xlsx.writeBuffer()));
  await expect(page.getByText("没有要写入的行")).toBeVisible();
  await expect(page.getByRole("button", { name: /写入没有错的/ })).toHaveCount(0);
  await page.goto("/committee/imports");
  await expect(page.getByRole("link", { name }).first()).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a sheet is uploaded and its dry run shows by itself", async ({ page, context }) => {
    const { organisation, branch } = namesOf(place);
    const content = writeCsv({
      columns: HEADS.map((header) => ({ header, kind: "text" as const })),
      rows: [["示例丙", phone(), organisation, branch, "职工"]],
    });
    await signInTo(context, committee);
    await upload(page, `名册${place.marker}.csv`, content);
    await expect(page.getByText("可以写入", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "新登记1" }).click();
    await expect(page.getByText("示例丙")).toBeVisible();
  });

  test("what is no sheet says what it is and what to do", async ({ page, context }) => {
    await signInTo(context, committee);
    const heavy = Buffer.alloc(11 * 1024 * 1024, "示例");
    for (const [name, content, text] of [
      ["名册.xlsx", Buffer.from("%PDF-1.7\n"), "这是PDF文件，不是表格。"],
      ["名册.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "这是旧版Excel格式（.xls），读不了。"],
      ["名册.xls", Buffer.from("<html><table><tr><td>姓名</td></tr></table></html>"), "这是网页，只是改了名字"],
      ["名册.csv", Buffer.alloc(0), "这个文件是空的"],
    ] as const) {
      await upload(page, name, content);
      await expect(page.getByText(text)).toBeVisible();
    }
    await page.goto("/committee/imports");
    const form = page.locator("form", { has: page.getByLabel("人员", { exact: true }) });
    const file = { name: "大.csv", mimeType: "text/csv", buffer: heavy };
    await form.getByLabel("人员", { exact: true }).setInputFiles(file);
    await form.getByRole("button", { name: "上传并试导入" }).click();
    await expect(page.getByText("文件超过10MB，没有收下。")).toBeVisible();
  });
});

test("registers hold whole numbers for the zone, masked ones for a station, and every export is on record", async ({
  request,
}) => {
  const number = phone();
  const { memberId } = await makePerson(place);
  const { hash, cipher } = await (async () => {
    const { lookupHash, sealText } = await import("@/lib/crypto");
    return { hash: lookupHash("login", number), cipher: sealText(number) };
  })();
  await db().login.create({ data: { memberId, kind: "phone", hash, cipher } });
  const station = await makePerson(place, [{ role: "committee", scopeKind: "station", scopeId: place.stationId }]);
  const read = async (person: Person) => {
    const { name, value } = await sessionCookie(person.memberId);
    const reply = await request.get("/committee/registers/people.csv", { headers: { cookie: `${name}=${value}` } });
    expect(reply.status()).toBe(200);
    return reply.text();
  };
  expect(await read(committee)).toContain(number);
  const own = await read(station);
  expect(own).not.toContain(number);
  expect(own).not.toContain(committee.name);
  for (const actorId of [committee.memberId, station.memberId]) {
    expect(await db().auditEntry.count({ where: { actorId, action: "register.export" } })).toBe(1);
  }
});
