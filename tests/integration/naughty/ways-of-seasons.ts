import { answerSeasonObjection } from "@/features/seasons/mutations/answer-season-objection";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { objectToSeason } from "@/features/seasons/mutations/object-to-season";
import { listObjections } from "@/features/seasons/queries";
import { objectionLine } from "@/features/seasons/view";
import { ACT, NOW, ZONE, type Outcome, type Way } from "./scene";

const quarter = "2026Q4";
const OBJECTING = new Date("2027-01-04T04:00:00Z");
const own = { memberId: "anna" };

/** An objection to a quarter's result and its answer: kept as they were written. */
async function objected(text: string): Promise<string> {
  await joinSeason({ own, quarter, showName: false, now: NOW });
  const made = await objectToSeason({ own, quarter, about: "points", text, now: OBJECTING });
  return made.ok ? made.id : "";
}

async function answered(objectionId: string, answer: string): Promise<Outcome> {
  const act = { actorId: ACT.actorId, memberId: own.memberId, points: null, now: OBJECTING };
  await answerSeasonObjection({ objectionId, answer, ...act });
  const row = (await listObjections(ZONE, "answered")).find(({ id }) => id === objectionId);
  return { shown: (row && objectionLine(row).answer) ?? "not listed" };
}

export const objectionText: Way = {
  goes: async (text) => {
    const id = await objected(text);
    const row = (await listObjections(ZONE, "open")).find((one) => one.id === id);
    await answered(id, "谢谢");
    return { shown: row ? objectionLine(row).text : "not listed" };
  },
};

export const objectionAnswer: Way = {
  goes: async (text) => answered(await objected("示例异议的文字"), text),
};
