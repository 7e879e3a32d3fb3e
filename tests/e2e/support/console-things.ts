import { businessDateOf } from "@/domain/calendar/shanghai";
import { checkImport } from "@/features/imports/mutations/check-import";
import { receiveImport } from "@/features/imports/mutations/receive-import";
import { saveProposal } from "@/features/proposals/mutations/save-proposal";
import { db } from "@/lib/db";
import { writeCsv } from "@/lib/sheets/write-csv";
import { planAt, saveDraft } from "@/tests/factories/contests";
import { completeDraft } from "@/tests/factories/drafts";
import { OBJECT_ROUTES } from "./object-access";
import type { Objects } from "./objects";

const now = new Date();

/** A sheet with a faulty row, looked at. */
async function makeImport(actorId: string): Promise<string> {
  const columns = ["组织名称", "类型", "组织短码"].map((header) => ({ header, kind: "text" as const }));
  const content = writeCsv({ columns, rows: [["示例单位一", "没有这种", "X"]] });
  const file = { kind: "organisations", stationId: null, fileName: "示例名册.csv", content, actorId, now } as const;
  const { importId } = await receiveImport(file);
  await checkImport({ importId, clock: () => now });
  return importId;
}

async function makeProposal(actorId: string): Promise<string> {
  const content = completeDraft({ stem: `示例题目${String(now.getTime())}，会议在哪座城市召开？` });
  const saved = await saveProposal({ proposalId: "", version: 0, questionId: "", content, actorId, now });
  if (!saved.ok) throw new Error(saved.detail);
  return saved.proposalId;
}

/** Addresses of routes that need an id, under which something stands, for the consoles' pages of one place and of the zone. */
export async function consoleAddresses(things: Objects, actorId: string): Promise<Readonly<Record<string, string>>> {
  const { id: questionId } = await db().question.findFirstOrThrow({ select: { id: true } });
  const contestId = await saveDraft(planAt(now), { actorId, now });
  const own = Object.entries(OBJECT_ROUTES).flatMap(([route, entry]) => {
    const [first] = "requests" in entry && /^\/(admin|branch|committee)\//.test(route) ? entry.requests(things) : [];
    return first === undefined ? [] : [[route, first.path] as const];
  });
  return {
    ...Object.fromEntries(own),
    "/committee/duties/years/[year]": `/committee/duties/years/${businessDateOf(now).slice(0, 4)}`,
    "/committee/people/merge": `/committee/people/merge?keep=${things.member.memberId}&gone=${things.officer.memberId}`,
    "/committee/imports/[id]": `/committee/imports/${await makeImport(actorId)}`,
    "/committee/contests/[id]": `/committee/contests/${contestId}`,
    "/committee/contests/[id]/samples/[number]": `/committee/contests/${contestId}/samples/1`,
    "/committee/questions/[id]": `/committee/questions/${questionId}`,
    "/committee/questions/[id]/void": `/committee/questions/${questionId}/void`,
    "/committee/questions/proposals/[id]": `/committee/questions/proposals/${await makeProposal(actorId)}`,
  };
}
