import { db } from "@/lib/db";
import { TODAY } from "@/tests/factories/people";
import { someone, study, type Scenario, type World } from "./console-setting";

/** What an officer recorded about one person's study, objected to at the instant of the record where asked. */
async function recorded(w: World, { isObjected }: { isObjected: boolean }) {
  const [assignmentId, memberId] = [await study(w), await someone(w.place)];
  const recordedAt = new Date();
  const row = { assignmentId, memberId, kind: "excused", on: TODAY, manner: "leave", recordedAt };
  const objectedAt = isObjected ? recordedAt : null;
  await db().assignmentResult.create({ data: { ...row, objectedAt, recordedById: w.secretary } });
  return { assignmentId, memberId, version: recordedAt.getTime().toString(36) };
}

export const RECORD_SCENARIOS: Readonly<Record<string, Scenario>> = {
  answerResultObjectionAction: async (w) => ({
    as: w.secretary,
    input: { ...(await recorded(w, { isObjected: true })), answer: "示例答复" },
  }),
  undoResultAction: async (w) => ({ as: w.secretary, input: await recorded(w, { isObjected: false }) }),
};
