import { beforeAll, expect, it } from "vitest";
import type { ZoneScope } from "@/features/access/types";
import { countWaiting } from "@/features/figures/queries/decisions";
import { passProject } from "@/features/projects/mutations/moderate-project";
import { db } from "@/lib/db";
import { propose } from "@/tests/factories/projects";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const waitingIn = (stationId: string | null, readerId = "reader") => countWaiting({ stationId } as ZoneScope, readerId);
const now = new Date("2026-11-22T02:00:00Z");

const object = (organisationId: string, state = "open") =>
  db().figureObjection.create({
    data: { organisationId, state, quarter: "2026Q4", figure: "answered", shown: "–", text: "示例", createdById: "m" },
  });
const move = (fromId: string | null, toId: string, state = "open") =>
  db().transfer.create({
    data: { memberId: "m", kind: "membership", fromId, toId, since: "2026-11-22", requestedById: "m", state },
  });
const apply = async (branchId: string, state = "open") => {
  const token = { tokenHash: `${branchId}${state}`, tokenCipher: "x", expiresAt: now };
  const code = await db().joinCode.create({ data: { branchId, createdById: "m", ...token } });
  const login = { loginKind: "work-number", loginHash: "x", loginCipher: "x", secretHash: `${branchId}${state}` };
  await db().application.create({ data: { branchId, joinCodeId: code.id, name: "示例", state, ...login } });
};

const written = { writers: JSON.stringify(["writer", "another"]), createdAt: now, updatedAt: now };
async function makeContest(id: string, state: string) {
  const marks = { passPercent: 60, reviewOpens: "at-submission", opensAt: now, createdAt: now };
  await db().quiz.create({ data: { id, key: `contest/${id}`, kind: "contest", title: id, ...marks } });
  await db().contest.create({ data: { ...written, id, state } });
}
const makeProposal = (id: string, state: string) =>
  db().questionProposal.create({ data: { ...written, id, state, authorId: "writer", content: "{}" } });

const NOTHING = {
  ...{ objections: 0, seasonObjections: 0, transfers: 0, applications: 0, contests: 0, proposals: 0 },
  ...{ unchecked: 0, checked: 0, claims: 0, duties: 0 },
};

describeOnBothEngines("what waits on the committee's desk", () => {
  beforeAll(async () => {
    for (const station of ["s", "t"]) {
      await addStation(station);
      await addOrganisation(`o-${station}`, station);
      await addBranch(`b-${station}`, station);
    }
    await addMember({ id: "m", branchId: "b-s" });
  });

  it("is nothing at first", async () => {
    expect([await waitingIn(null), await waitingIn("s")]).toEqual([NOTHING, NOTHING]);
  });

  it("is counted for the zone and for the station whose affair it is, what is done left out", async () => {
    for (const organisation of ["o-s", "o-t", "o-t"]) await object(organisation);
    await object("o-s", "answered");
    await move("b-s", "b-t");
    await move(null, "o-t");
    await move("b-s", "b-t", "done");
    await apply("b-s");
    await apply("b-s", "refused");
    const about = { quarter: "2026Q3", memberId: "m", about: "points", text: "示例", createdAt: now };
    await db().seasonObjection.create({ data: about });
    await db().seasonObjection.create({ data: { ...about, state: "answered" } });

    const all = { objections: 3, seasonObjections: 1, transfers: 2, applications: 1 };
    expect(await waitingIn(null)).toEqual({ ...NOTHING, ...all });
    expect(await waitingIn("s")).toEqual({ ...NOTHING, objections: 1, transfers: 1, applications: 1 });
    expect(await waitingIn("t")).toEqual({ ...NOTHING, objections: 2, transfers: 2 });
  });

  it("holds what a second person releases, for everybody but those who wrote it", async () => {
    for (const state of ["submitted", "draft", "released"]) {
      await makeContest(`c-${state}`, state);
      await makeProposal(`q-${state}`, state);
    }
    expect(await waitingIn(null)).toMatchObject({ contests: 1, proposals: 1 });
    expect(await waitingIn(null, "writer")).toMatchObject({ contests: 0, proposals: 0 });
    expect(await waitingIn("s")).toMatchObject({ contests: 0, proposals: 0 });
  });

  it("holds projects before either look, for whoever may take it", async () => {
    const first = await propose("s");
    await propose("t");
    expect(await waitingIn(null)).toMatchObject({ unchecked: 2, checked: 0 });
    expect(await waitingIn("s")).toMatchObject({ unchecked: 1, checked: 0 });
    expect(await waitingIn(null, "writer")).toMatchObject({ unchecked: 0 });
    await passProject({ projectId: first, version: 0, seen: true, actorId: "checker", now });
    expect(await waitingIn("s")).toMatchObject({ unchecked: 0, checked: 1 });
    expect(await waitingIn("t")).toMatchObject({ unchecked: 1, checked: 0 });
    expect(await waitingIn(null, "checker")).toMatchObject({ unchecked: 1, checked: 0 });
  });

  it("holds claims that the station has to speak to, and not to one's own", async () => {
    const projectId = await propose("s");
    for (const [ticket, state] of ["held", "done", "approved", "waiting"].entries()) {
      const claim = { projectId, ticket, state, claimantKind: "member", claimantId: "m", memberId: "m" };
      await db().projectClaim.create({ data: { ...claim, claimedAt: now } });
    }
    expect(await waitingIn(null)).toMatchObject({ claims: 2 });
    expect(await waitingIn("s")).toMatchObject({ claims: 2 });
    expect(await waitingIn("t")).toMatchObject({ claims: 0 });
    expect(await waitingIn(null, "m")).toMatchObject({ claims: 0 });
  });

  it("holds duties that were reported, and not one's own", async () => {
    const line = { year: "2026", title: "示例", ask: "", effort: 1 };
    await db().dutyTemplate.create({ data: { year: "2026", createdAt: now } });
    await db().dutyLine.create({ data: { ...line, id: "l", position: 0, rhythm: "monthly", daysBefore: 0 } });
    for (const [month, state] of ["done", "open", "confirmed"].entries()) {
      const period = `2026-0${month + 1}`;
      const day = { dueOn: `${period}-28`, plannedOn: `${period}-28`, isDayKnown: true };
      const done = state === "open" ? {} : { doneById: "worker", doneAt: now };
      await db().duty.create({ data: { ...line, ...day, ...done, organisationId: "o-s", lineId: "l", period, state } });
    }
    expect(await waitingIn(null)).toMatchObject({ duties: 1 });
    expect(await waitingIn("s")).toMatchObject({ duties: 1 });
    expect(await waitingIn("t")).toMatchObject({ duties: 0 });
    expect(await waitingIn(null, "worker")).toMatchObject({ duties: 0 });
  });
});
