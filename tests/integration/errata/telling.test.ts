import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { publishErratum } from "@/features/errata/mutations/publish-erratum";
import { revokeErratum } from "@/features/errata/mutations/revoke-erratum";
import { tellReaders } from "@/features/errata/mutations/tell-readers";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { addMember } from "../../factories/small-zone";
import { describeOnBothEngines } from "../../support/database";

const NOW = new Date("2026-11-23T04:00:00Z");
const LESSON = "lessons/new-era/02-poverty";
const QUESTION = "poverty-village";
const PEOPLE = 230;
const person = (index: number) => `p${String(index).padStart(3, "0")}`;

const publish = (over: object = {}) =>
  publishErratum({
    ...{ key: newId(NOW), targetKind: "lesson", targetId: LESSON, wrong: "示例旧的字句", correct: "示例新的字句" },
    ...{ correctedOn: "2026-11-20", feedbackIds: [], actorId: "c1", now: NOW, ...over },
  } as Parameters<typeof publishErratum>[0]);

const told = async (made: Awaited<ReturnType<typeof publishErratum>>) => {
  const key = `erratum:${made.ok ? made.erratumId : ""}`;
  const rows = await db().notice.findMany({ where: { key }, orderBy: { memberId: "asc" } });
  return rows.map(({ memberId }) => memberId);
};

/** Even ones answered the lesson, every tenth of them after the day of the correction; two answered it in a quiz alone. */
async function setScene(): Promise<void> {
  await loadLibrary({ now: NOW });
  const ids = Array.from({ length: PEOPLE }, (_, index) => index);
  for (const index of ids) await addMember({ id: person(index) });
  await db().recall.createMany({
    data: ids.filter(isReader).map((index) => ({
      ...{ memberId: person(index), contentId: LESSON, occasion: "first", answers: "{}", rightCount: 0, total: 1 },
      ...{ businessDate: index % 20 === 0 ? "2026-11-21" : "2026-11-20", answeredAt: NOW },
    })),
  });
  const { versionId } = await db().question.findUniqueOrThrow({ where: { id: QUESTION } });
  const answer = { questionId: QUESTION, versionId: versionId ?? "", fraction: 0, businessDate: "2026-11-19" };
  await db().response.createMany({
    data: [
      { ...answer, memberId: person(1), value: '"a"' },
      { ...answer, memberId: person(1), value: '"b"' },
      { ...answer, memberId: person(3), value: '"a"' },
      // Drawn and left empty, and answered after the correction.
      { ...answer, memberId: person(5), value: null },
      { ...answer, memberId: person(7), value: '"a"', businessDate: "2026-11-21" },
    ],
  });
}
const isReader = (index: number) => index % 2 === 0;
const expected = Array.from({ length: PEOPLE }, (_, index) => index)
  .filter((index) => isReader(index) && index % 20 !== 0)
  .map(person);

describeOnBothEngines("readers of what was corrected", () => {
  beforeAll(setScene);

  it("are told once who answered up to the day of the correction, and nobody else", async () => {
    const made = await publish();
    expect(await tellReaders(NOW)).toEqual({ corrections: 1, told: expected.length });
    expect(await told(made)).toEqual(expected);
    expect(await tellReaders(NOW)).toEqual({ corrections: 0, told: 0 });
    const notice = await db().notice.findFirstOrThrow({ where: { memberId: person(2) } });
    const id = made.ok ? made.erratumId : "";
    expect(notice.href).toBe(`/errata?on=${id}#erratum-${id}`);
    expect(notice.text).not.toContain("示例旧的字句");
  });

  it("of a question are those who answered it, wherever it was asked", async () => {
    const made = await publish({ targetKind: "question", targetId: QUESTION });
    await tellReaders(NOW);
    expect(await told(made)).toEqual([person(1), person(3)]);
  });

  it("are told once when the clock was stopped in the middle", async () => {
    const made = await publish();
    const id = made.ok ? made.erratumId : "";
    await tellReaders(NOW);
    await db().notice.deleteMany({ where: { key: `erratum:${id}`, memberId: { gt: person(90) } } });
    await db().notice.updateMany({ where: { key: `erratum:${id}` }, data: { readAt: NOW } });
    await db().erratum.update({ where: { id }, data: { toldAt: null } });
    await tellReaders(NOW);
    expect(await told(made)).toEqual(expected);
    const rows = await db().notice.findMany({ where: { key: `erratum:${id}`, readAt: { not: null } } });
    expect(rows.length).toBe(expected.filter((one) => one <= person(90)).length);
  });

  it("are told nothing of a correction that was revoked before", async () => {
    const made = await publish();
    await revokeErratum({ erratumId: made.ok ? made.erratumId : "", reason: "登错了", actorId: "c1", now: NOW });
    await tellReaders(NOW);
    expect(await told(made)).toEqual([]);
  });

  it("are told once by two processes on one database", async () => {
    const made = await publish();
    const script = path.join(import.meta.dirname, "telling-process.ts");
    const processes = [1, 2].map(() =>
      fork(script, { execArgv: ["--import", "tsx"], env: process.env, stdio: ["ignore", "inherit", "inherit", "ipc"] }),
    );
    await Promise.all(processes.map((child) => once(child, "message")));
    for (const child of processes) child.send("go");
    const ends = await Promise.all(processes.map((child) => once(child, "exit")));
    expect(ends.map(([code]) => code as number)).toEqual([0, 0]);
    expect(await told(made)).toEqual(expected);
  });
});
