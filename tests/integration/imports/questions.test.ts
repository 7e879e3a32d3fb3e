import { beforeAll, expect, test } from "vitest";
import { QUESTION_RULES } from "@/domain/imports/questions";
import { checkImport } from "@/features/imports/mutations/check-import";
import { receiveImport } from "@/features/imports/mutations/receive-import";
import { writeImport } from "@/features/imports/mutations/write-import";
import { questionTemplate } from "@/features/imports/sheet";
import { findProposal, listOpenProposals } from "@/features/proposals/queries/find-proposal";
import { submitProposal } from "@/features/proposals/mutations/submit-proposal";
import { db } from "@/lib/db";
import { readWorkbook } from "@/lib/sheets/read";
import { writeCsv } from "@/lib/sheets/write-csv";
import { addMember } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T03:00:00Z");
const clock = () => NOW;

const LINE: Readonly<Record<string, string>> = {
  ...{ 题型: "单选题", 题干: "1935年1月，中央政治局在哪座城市开会？", 选项A: "遵义", 选项B: "瑞金", 选项C: "延安" },
  ...{ 答案: "A", 解析: "会议在贵州省的这座城市召开，史称遵义会议。", 主题: "重要会议" },
  ...{ 时期: "新民主主义革命时期", 难度: "易", 依据原文: "1935年1月，中共中央政治局在遵义召开扩大会议。" },
  ...{ 出处标题: "遵义会议", 发布单位: "共产党员网", 网址: "https://www.12371.cn/a.shtml" },
};

function sheet(lines: readonly Readonly<Record<string, string>>[]): Buffer {
  const heads = QUESTION_RULES.map(({ label }) => label);
  const columns = heads.map((header) => ({ header, kind: "text" as const }));
  return writeCsv({ columns, rows: lines.map((line) => heads.map((head) => line[head] ?? "")) });
}

async function look(content: Buffer) {
  const file = {
    kind: "questions" as const,
    stationId: null,
    fileName: "示例题目.csv",
    content,
    actorId: "anna",
    now: NOW,
  };
  const { importId } = await receiveImport(file);
  await checkImport({ importId, clock });
  const { counts } = await db().importFile.findUniqueOrThrow({ where: { id: importId }, select: { counts: true } });
  return { importId, counts: JSON.parse(counts) as Record<string, number> };
}

describeOnBothEngines("questions from a sheet", () => {
  beforeAll(async () => {
    await addMember({ id: "anna" });
  });

  test("become drafts that can be submitted; the same sheet again makes no doubles", async () => {
    const wrong = { ...LINE, 题干: "1935年1月，会议在哪座城市召开？", 网址: "https://example.com/a" };
    const { importId, counts } = await look(sheet([LINE, wrong]));
    expect(counts).toMatchObject({ new: 1, fault: 1 });
    expect(await listOpenProposals(10)).toEqual([]);
    expect(await writeImport({ importId, actorId: "anna", clock })).toMatchObject({ ok: true });
    const [draft] = await listOpenProposals(10);
    expect(draft).toMatchObject({ state: "draft", writers: ["anna"], questionId: null });
    const proposalId = draft?.id ?? "";
    expect(await submitProposal({ proposalId, version: 0, actorId: "anna", now: NOW })).toMatchObject({ ok: true });
    expect((await findProposal(proposalId))?.content.stem).toBe(LINE["题干"]);
    expect((await look(sheet([LINE]))).counts).toMatchObject({ new: 0, same: 1 });
  });

  test("the template has every column an import reads", async () => {
    const bytes = new Uint8Array(await (await questionTemplate(["重要会议"])).arrayBuffer());
    const [first] = (await readWorkbook(bytes)).sheets;
    expect(first?.rows[0]?.cells.map(({ text }) => text)).toEqual(QUESTION_RULES.map(({ label }) => label));
  });
});
