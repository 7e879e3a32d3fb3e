// First of all imports: it gives the framework its request scope.
import { hostActions, type Act } from "../audit/act-host";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db";
import { makePerson, makePlace, TODAY, type Place } from "@/tests/factories/people";
import { committeeOf, secretaryOf, workerOf } from "@/tests/factories/transfers";
import { withDatabase } from "@/tests/support/database";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined, refresh: () => undefined }));

const holder = async (roles: Parameters<typeof makePerson>[1]) => (await makePerson(null, roles)).memberId;
const toldOf = async (memberId: string) => (await db().notice.findMany({ where: { memberId } })).map((row) => row.text);

describe("who ends a relation", () => {
  withDatabase("sqlite");
  let act: Act;
  let close: () => Promise<void>;
  let home: Place;
  let works: Place;
  let secretary: string;
  let worker: string;

  beforeAll(async () => {
    ({ act, close } = await hostActions());
    [home, works] = [await makePlace(), await makePlace()];
    secretary = await holder({ roles: [secretaryOf(home)] });
    worker = await holder({ roles: [workerOf(works)] });
  });
  afterAll(() => close());

  /** Of the branch of one station, employed in another one. */
  const someone = (over = {}) => makePerson({ ...works, branchId: home.branchId }, over);
  const end = async (as: string, memberId: string, kind: "employment" | "membership") => {
    const asked = { where: { memberId }, select: { id: true } };
    const { id: stayId } =
      kind === "employment"
        ? await db().employment.findFirstOrThrow(asked)
        : await db().membership.findFirstOrThrow(asked);
    return act("endStayAction", as, { memberId, kind, stayId, on: TODAY, reason: "elsewhere" });
  };

  it("the branch its membership, the organisation its employment, a committee what lies in its scope", async () => {
    const [own, foreign] = [committeeOf(home.stationId), committeeOf(works.stationId)];
    const [ofHome, ofWork] = [await holder({ roles: [own] }), await holder({ roles: [foreign] })];
    const zone = await holder({ roles: [committeeOf()] });
    const isEnded = async (as: string, kind: "employment" | "membership") => {
      const reply = JSON.stringify(await end(as, (await someone()).memberId, kind));
      return !reply.includes("权限");
    };
    const asked = [secretary, worker, ofHome, ofWork, zone];
    const over = async (kind: "employment" | "membership") => {
      const answers: boolean[] = [];
      for (const as of asked) answers.push(await isEnded(as, kind));
      return answers;
    };
    expect(await over("membership")).toEqual([true, false, true, false, true]);
    expect(await over("employment")).toEqual([false, true, false, true, true]);
  });

  it("the officers of the place are told, with the reason, whoever ended it; whoever did so is not", async () => {
    const zone = await holder({ roles: [committeeOf()] });
    const { memberId } = await someone({ name: "王示例告知" });
    await end(zone, memberId, "employment");
    expect((await toldOf(worker)).join("")).toMatch(/王示例告知在示例企业\d+的工作关系到.*结束，原因：到区外工作。/u);
    const other = await someone({ name: "王示例自办" });
    await end(worker, other.memberId, "employment");
    expect((await toldOf(worker)).join("")).not.toContain("王示例自办");
  });

  it("a party worker names somebody of the own organisation by name and login; nobody learns of others", async () => {
    const called = "王示例离职";
    const { memberId, login } = await someone({ name: called });
    const input = { name: called, login, on: TODAY, reason: "quit" };
    const untils = async () => (await db().employment.findMany({ where: { memberId } })).map((row) => row.until);
    const stranger = await holder({ roles: [workerOf(home)] });
    expect(JSON.stringify(await act("endEmploymentAction", stranger, input))).toContain("没有找到姓名和登录名");
    expect(JSON.stringify(await act("endEmploymentAction", memberId, input))).toContain("没有做这件事的权限");
    expect(await untils()).toEqual([null]);
    expect(JSON.stringify(await act("endEmploymentAction", worker, input))).toContain("办好了");
    expect(await untils()).toEqual([TODAY]);
    // Once more there is nothing left to end.
    expect(JSON.stringify(await act("endEmploymentAction", worker, input))).toContain("已经结束或转走的");
    const officer = await someone({ name: "王示例书记", roles: [secretaryOf(home)] });
    const office = { ...input, name: "王示例书记", login: officer.login };
    expect(JSON.stringify(await act("endEmploymentAction", worker, office))).toContain("请工委来办");
  });
});
