// What two branches of the demo zone have set: one lesson since a week, entries, a quiz; some of it
// answered by the history that follows, some recorded by the officer.
import { addWorkingDays } from "@/domain/calendar/working-days";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, monthDayOf } from "@/domain/calendar/shanghai";
import { recordResults } from "@/features/assignments/mutations/record-results";
import { setAssignments } from "@/features/assignments/mutations/set-assignments";
import type { Target } from "@/features/assignments/types";
import { db } from "@/lib/db";
import { branchId } from "./places";
import { demoRoster } from "./roster";

const BRANCHES = ["slzz", "sldz"];
const DAY = 86_400_000;

const officerOf = (key: string): string =>
  demoRoster().find(({ roles }) => roles.some((one) => one.role === "study-officer" && one.scopeId === branchId(key)))
    ?.id ?? "";

/** Before the history, so that its answers find something to fulfil. */
export async function plantAssignments(now: Date): Promise<void> {
  const today = businessDateOf(now);
  const lesson = await db().contentItem.findFirst({ where: { kind: "lesson" }, orderBy: { id: "asc" } });
  const quiz = await db().quiz.findFirst({ where: { kind: "practice" }, orderBy: { key: "asc" } });
  for (const key of BRANCHES) {
    const set = async (target: Target, due: number, daysAgo: number, note = ""): Promise<void> => {
      const dueOn = addWorkingDays(today, due).date;
      const at = new Date(now.getTime() - daysAgo * DAY);
      const act = { branchId: branchId(key), actorId: officerOf(key), memberIds: null, note, now: at };
      // A library without it, in tests, leaves it out.
      await setAssignments({ ...act, targets: [target], dueOn });
    };
    if (lesson) await set({ kind: "lesson", id: lesson.id }, 3, 8, "晨会上一起说说最记得哪一段");
    await set({ kind: "entry", id: `daily/${monthDayOf(addDays(today, -3))}` }, 2, 4);
    await set({ kind: "entry", id: `daily/${monthDayOf(addDays(today, 2))}` }, 2, 0);
    if (quiz) await set({ kind: "quiz", id: quiz.id }, 10, 8);
  }
}

/** After it: one of the others studied at the morning meeting, one is posted away. */
export async function plantRecords(now: Date): Promise<void> {
  const today = businessDateOf(now);
  for (const key of BRANCHES) {
    const assignment = await db().assignment.findFirst({ where: { branchId: branchId(key), targetKind: "lesson" } });
    const officer = officerOf(key);
    if (!assignment) continue;
    const open = await db().member.findMany({
      where: {
        ...{ id: { not: officer }, memberships: { some: { branchId: branchId(key) } } },
        results: { none: { assignmentId: assignment.id } },
      },
      orderBy: { id: "asc" },
      take: 2,
      select: { id: true },
    });
    const [first, second] = open.map(({ id }) => id);
    const act = { assignmentId: assignment.id, branchId: branchId(key), actorId: officer, note: "", now };
    const yesterday = addDays(today, -1);
    if (first)
      await recordResults({ ...act, kind: "offline", manner: "morning-quarter", on: yesterday, memberIds: [first] });
    if (second) await recordResults({ ...act, kind: "excused", manner: "posted-away", memberIds: [second] });
  }
}
