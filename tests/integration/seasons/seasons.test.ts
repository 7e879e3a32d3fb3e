import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { DELETE, PUT } from "@/app/api/v1/seasons/[quarter]/entry/route";
import { GET } from "@/app/api/v1/seasons/[quarter]/route";
import { awardPoints } from "@/features/points/mutations/award-points";
import { db, inTransaction } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { cookieOf } from "@/tests/factories/sign-in";
import { addBranch, addMember, addOrganisation, addStation, type NewMember } from "@/tests/factories/small-zone";
import { callRoute, type Reply } from "@/tests/support/api-calls";
import { expectConforms } from "@/tests/support/conformance";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = vi.hoisted(() => ({ value: new Date("2026-11-21T04:00:00Z") }));
vi.mock("@/lib/clock", () => ({ now: () => NOW.value }));

const QUARTER = "2026Q4";

type Page = {
  state: string;
  joined: boolean;
  showName: boolean;
  people: number;
  own: { place: number; points: number; shared: boolean; split: unknown } | null;
  top: { place: number; points: number; name: string; own: boolean; tied: boolean }[];
  boards: { branches: { name: string; people: number; sum: number; own: boolean }[]; organisations: unknown[] };
};

async function read(memberId: string, quarter = QUARTER): Promise<Reply & { page: Page }> {
  const call = { path: `/seasons/${quarter}`, cookie: await cookieOf(memberId) };
  const reply = await callRoute(GET, call, { quarter });
  await expectConforms("readSeason", reply.status, reply.body);
  return { ...reply, page: reply.body as Page };
}
async function join(memberId: string, body: unknown = {}, quarter = QUARTER): Promise<Reply> {
  const call = { method: "PUT", path: `/seasons/${quarter}/entry`, cookie: await cookieOf(memberId), body } as const;
  const reply = await callRoute(PUT, call, { quarter });
  await expectConforms("joinSeason", reply.status, reply.body);
  return reply;
}
async function leave(memberId: string, quarter = QUARTER): Promise<Reply> {
  const call = { method: "DELETE", path: `/seasons/${quarter}/entry`, cookie: await cookieOf(memberId) } as const;
  const reply = await callRoute(DELETE, call, { quarter });
  await expectConforms("leaveSeason", reply.status, reply.body);
  return reply;
}
/** `projects` volunteer projects of 10 points, and `lessons` lessons of 2 points on days of their own. */
async function earn(memberId: string, { projects = 0, lessons = 0 }: { projects?: number; lessons?: number }) {
  const pay = (reason: "project" | "lesson", source: string, now: Date) =>
    inTransaction((tx) => awardPoints(tx, { memberId, reason, source, now }));
  for (let at = 0; at < projects; at += 1) await pay("project", `p${at}`, NOW.value);
  for (let at = 0; at < lessons; at += 1) await pay("lesson", `l${at}`, new Date(Date.UTC(2026, 9, 1 + at, 4)));
  forgetRemembered();
}
const add = async (member: NewMember, points: { projects?: number; lessons?: number } = {}) => {
  await addMember(member);
  await earn(member.id, points);
};

describeOnBothEngines("the quarter's race", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["b1", "b2", "b3"]) await addBranch(id, "s1");
    for (const id of ["o1", "o2"]) await addOrganisation(id, "s1");
    await add({ id: "me", name: "吴本人", branchId: "b1", organisationId: "o1" }, { lessons: 3 });
    await add({ id: "mate", name: "郑同支部", branchId: "b1", organisationId: "o1" }, { projects: 1 });
    await add({ id: "stranger", name: "冯外单位", branchId: "b2", organisationId: "o2" }, { projects: 1 });
    await add({ id: "open", name: "陈愿公开", branchId: "b2", organisationId: "o2" }, { projects: 2 });
    await add({ id: "champion", name: "褚不参加", branchId: "b2", organisationId: "o2" }, { projects: 3, lessons: 9 });
  });
  afterEach(() => {
    NOW.value = new Date("2026-11-21T04:00:00Z");
    forgetRemembered();
  });

  it("is empty and invites before anybody has joined", async () => {
    const { page } = await read("me");
    expect(page).toMatchObject({ state: "open", joined: false, people: 0, own: null, top: [] });
  });

  it("counts all points of the quarter from the moment of joining, and shows the own place alone", async () => {
    expect((await join("me")).body).toEqual({ quarter: QUARTER, joined: true, showName: false });
    const { page } = await read("me");
    expect(page).toMatchObject({ joined: true, people: 1 });
    expect(page.own).toEqual({
      ...{ place: 1, points: 6, shared: false },
      split: [{ reason: "lesson", name: "课程学习", points: 6 }],
    });
  });

  it("masks names outside the branch unless they are shown by choice, and lets equal points share the place", async () => {
    await join("mate");
    await join("stranger");
    await join("open", { showName: true });
    const { page } = await read("me");
    expect(page.top).toEqual([
      { place: 1, points: 20, name: "陈愿公开", own: false, tied: false },
      { place: 2, points: 10, name: "郑同支部", own: false, tied: true },
      { place: 2, points: 10, name: "冯*", own: false, tied: true },
      { place: 4, points: 6, name: "吴本人", own: true, tied: false },
    ]);
    expect(page.own).toMatchObject({ place: 4, points: 6 });
  });

  it("never shows who did not join, whatever their points, to anybody or to themselves", async () => {
    for (const viewer of ["me", "mate", "stranger", "open", "champion"]) {
      const { text, page } = await read(viewer);
      for (const mark of ["褚", "champion", '"points":48']) expect(text).not.toContain(mark);
      expect(page.people).toBe(4);
    }
    const { page } = await read("champion");
    expect(page).toMatchObject({ joined: false, own: null });
    expect(page.top.some((row) => row.own)).toBe(false);
  });

  it("pools units with fewer than five on the boards, so that those who did not join count nowhere", async () => {
    expect((await read("me")).page.boards).toEqual({ branches: [], organisations: [] });
    for (const at of [1, 2, 3, 4]) {
      await add({ id: `c${at}`, branchId: "b3", organisationId: "o2" }, { lessons: 1 });
      await join(`c${at}`);
    }
    forgetRemembered();
    const { boards } = (await read("me")).page;
    const shown = boards.branches.map(({ name, people, sum, own }) => ({ name, people, sum, own }));
    expect(shown).toEqual([{ name: "（示例站s1）不足五人的支部", people: 8, sum: 54, own: false }]);
    await add({ id: "c5", branchId: "b3", organisationId: "o2" }, { lessons: 1 });
    await join("c5");
    const { page } = await read("c5");
    expect(page.boards.branches).toMatchObject([
      { place: 1, name: "示例支部b3", people: 5, sum: 10, averageHundredths: 200, own: true },
    ]);
  });

  it("is left at once, and joined again with all points", async () => {
    expect((await leave("me")).body).toEqual({ quarter: QUARTER, joined: false, showName: false });
    expect((await leave("me")).status).toBe(200);
    const { text, page } = await read("mate");
    expect(text).not.toContain("吴");
    expect(page.people).toBe(8);
    expect((await read("me")).page).toMatchObject({ joined: false, own: null });
    await Promise.all([join("me"), join("me"), join("me")]);
    expect(await db().seasonEntry.count({ where: { quarter: QUARTER, memberId: "me" } })).toBe(1);
    expect((await read("me")).page).toMatchObject({ joined: true, own: { points: 6 } });
  });

  it("is joined in its own quarter alone, by the calendar of Shanghai", async () => {
    expect((await join("me", {}, "2027Q1")).status).toBe(409);
    expect((await join("me", {}, "2026Q3")).status).toBe(409);
    expect((await join("me", {}, "2026Q5")).status).toBe(404);
    expect((await join("me", { showName: "yes" })).status).toBe(422);
    NOW.value = new Date("2026-12-31T15:59:59.999Z");
    expect((await join("me", { showName: true })).status).toBe(200);
    NOW.value = new Date("2026-12-31T16:00:00Z");
    expect((await join("me")).body).toMatchObject({ code: "conflict", detail: "这一季已经结束，不能再参加。" });
    expect((await join("me", {}, "2027Q1")).status).toBe(200);
    await leave("me", "2027Q1");
    expect((await read("me")).page).toMatchObject({ state: "ended", joined: true, showName: true });
  });

  it("exists from the first table of points to the present quarter, for people who signed in", async () => {
    for (const quarter of ["2026Q3", "2027Q1", "nonsense"]) expect((await read("me", quarter)).status).toBe(404);
    for (const [handler, method] of [
      [GET, "GET"],
      [PUT, "PUT"],
      [DELETE, "DELETE"],
    ] as const) {
      const body = method === "PUT" ? {} : undefined;
      const reply = await callRoute(handler, { method, path: "/seasons/2026Q4", body }, { quarter: QUARTER });
      expect(reply.status).toBe(401);
    }
  });

  it("forgets the names of people who left the zone", async () => {
    await db().member.update({ where: { id: "stranger" }, data: { state: "left" } });
    forgetRemembered();
    const { page } = await read("me");
    expect(page.top.map((row) => row.name)).not.toContain("冯*");
  });
});
