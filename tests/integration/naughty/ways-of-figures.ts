import { answerObjection } from "@/features/figures/mutations/answer-objection";
import { objectToFigure } from "@/features/figures/mutations/object-to-figure";
import { listAnsweredObjections, listOpenObjections } from "@/features/figures/queries/objections";
import { objectionView } from "@/features/figures/view/objections";
import { ACT, nextNumber, NOW, ZONE, type Outcome, type Way } from "./scene";

/** What an organisation says about its figures, and what it is answered: kept as it was written. */
async function objected(text: string): Promise<{ id: string; shown: string }> {
  const about = { organisationId: "o1", quarter: "2026Q4", figure: "assigned" } as const;
  const made = await objectToFigure({ ...about, text, ...ACT });
  const row = (await listOpenObjections(ZONE))[0];
  return { id: made.ok ? made.id : "", shown: row ? objectionView(row).text : "not listed" };
}

async function objectionAnswered(objectionId: string, answer: string): Promise<Outcome> {
  const now = new Date(NOW.getTime() + nextNumber() * 1_000);
  await answerObjection({ objectionId, answer, actorId: ACT.actorId, now });
  const row = (await listAnsweredObjections(ZONE)).find(({ id }) => id === objectionId);
  return { shown: (row && objectionView(row).answer) ?? "not listed" };
}

export const objectionText: Way = {
  goes: async (text) => {
    const made = await objected(text);
    await objectionAnswered(made.id, "谢谢");
    return made;
  },
};

export const objectionAnswer: Way = {
  goes: async (text) => objectionAnswered((await objected("示例异议的文字")).id, text),
};
