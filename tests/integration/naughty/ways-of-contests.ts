import { saveContest } from "@/features/contests/mutations/save-contest";
import { returnContest, submitContest } from "@/features/contests/mutations/step-contest";
import { findContest } from "@/features/contests/queries/find-contest";
import type { ContestPlan } from "@/features/contests/schema";
import { addBank, planAt } from "@/tests/factories/contests";
import { ACT, nextNumber, NOW, refused, type Way } from "./scene";

async function save(over: Partial<ContestPlan>): Promise<string> {
  const saved = await saveContest({ contestId: "", version: 0, plan: planAt(NOW, over), ...ACT });
  if (!saved.ok) throw new Error(saved.detail);
  return saved.contestId;
}

const inPlan = (field: "title" | "summary"): Way => ({
  keeps: (text) => text.trim(),
  goes: async (text) => ({ shown: (await findContest(await save({ [field]: text })))?.[field] ?? "not kept" }),
});

export const title = inPlan("title");
export const summary = inPlan("summary");

export const returned: Way = {
  keeps: (text) => text.trim(),
  goes: async (note) => {
    await addBank(`naughty-${String(nextNumber())}`, { count: 4 });
    const contestId = await save({});
    await submitContest({ contestId, version: 0, ...ACT });
    const result = await returnContest({ contestId, version: 1, note, ...ACT });
    if (!result.ok) return refused(result.detail);
    return { shown: (await findContest(contestId))?.reviewNote ?? "not kept" };
  },
};
