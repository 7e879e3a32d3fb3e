import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createStation } from "@/features/stations/mutations";
import { issueCode } from "@/features/codes/mutations";
import { isDemo } from "@/features/installation/queries";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { verifyLedger } from "@/features/points/mutations/verify-ledger";
import { signIn } from "@/features/sessions/mutations/sign-in";
import { UNSAVED_TABLES } from "@/lib/backup/source";
import { db, engine } from "@/lib/db";
import { accountsFile, clearDemo, ensureDemo, hasDemo } from "@/prisma/seed/demo/zone";
import { describeOnBothEngines } from "@/tests/support/database";

const TABLES_OF = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  postgresql: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
};

/** Every table with its number of rows: what is left over anywhere shows here. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await db().$queryRawUnsafe<{ name: string }[]>(TABLES_OF[engine()]);
  const counts: Record<string, number> = {};
  // What triggers note, and the sums that follow from it, are made anew at the next look.
  const saved = tables.filter(({ name }) => !UNSAVED_TABLES.includes(name));
  for (const { name } of saved.sort((one, other) => one.name.localeCompare(other.name))) {
    const [row] = await db().$queryRawUnsafe<{ n: number | bigint }[]>(`SELECT COUNT(*) AS n FROM "${name}"`);
    counts[name] = Number(row?.n ?? 0);
  }
  return counts;
}

const accounts = (): { account: string; login: string; password: string }[] =>
  readFileSync(accountsFile(), "utf8")
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => line.split(/\s{2,}/))
    .map(([account = "", login = "", password = ""]) => ({ account, login, password }));

describeOnBothEngines("the demo zone", () => {
  let before: Record<string, number> = {};
  const now = new Date();

  it("is made in an empty folder, and once", async () => {
    await loadLibrary({ now });
    before = await rowCounts();
    expect(await ensureDemo(now)).toBe("made");
    const made = await rowCounts();
    expect(await ensureDemo(now)).toBe("present");
    expect(await rowCounts()).toEqual(made);
    expect(await isDemo()).toBe(true);
  });

  it("has a contest that is over, with places and an archive, and one to take part in", async () => {
    const contests = await db().contest.findMany({
      orderBy: { createdAt: "asc" },
      select: { settledAt: true, seal: true, _count: { select: { entries: true, archives: true } } },
    });
    expect(contests).toMatchObject([
      { settledAt: expect.any(Date) as Date, seal: expect.any(String) as string, _count: { archives: 1 } },
      { settledAt: null, seal: expect.any(String) as string, _count: { archives: 0 } },
    ]);
    for (const { _count } of contests) expect(_count.entries).toBeGreaterThan(4);
  });

  it("is plainly fictitious: 示例 stands in every name, and there is no mobile number", async () => {
    const [stations, organisations, branches, members] = await Promise.all([
      db().station.findMany(),
      db().organisation.findMany(),
      db().branch.findMany(),
      db().member.findMany(),
    ]);
    const names = [...stations, ...organisations, ...branches, ...members].map((row) => row.name);
    expect(names.filter((name) => !name.includes("示例"))).toEqual([]);
    expect([stations.length, organisations.length, branches.length, members.length]).toEqual([7, 11, 6, 45]);
    expect(await db().login.count({ where: { kind: "phone" } })).toBe(0);
  });

  it("has the cases that consoles must bear", async () => {
    const standings = await db().member.groupBy({ by: ["standing"] });
    expect(standings.map((row) => row.standing).sort()).toEqual(["applicant", "employee", "full", "probationary"]);
    expect(await db().organisation.count({ where: { employments: { none: {} }, hosted: { none: {} } } })).toBe(1);
    const joint = await db().membership.findMany({
      where: { branchId: "demo-branch-shehui" },
      select: { member: { select: { employments: { select: { organisationId: true } } } } },
    });
    expect(new Set(joint.map((row) => row.member.employments[0]?.organisationId)).size).toBe(3);
    const roles = await db().roleGrant.groupBy({ by: ["memberId"], _count: true });
    expect(roles.filter((row) => row._count === 2)).toHaveLength(1);
    expect(await db().member.count({ where: { state: "invited" } })).toBeGreaterThan(0);
  });

  it("has a history whose ledger agrees", async () => {
    expect(await db().recall.count()).toBeGreaterThan(20);
    expect(await db().seasonEntry.count()).toBeGreaterThan(5);
  });

  it("has branches that set something: answered, studied offline and excused", async () => {
    expect(await db().assignment.count()).toBeGreaterThanOrEqual(4);
    const kinds = await db().assignmentResult.groupBy({ by: ["kind"] });
    expect(kinds.map((row) => row.kind).sort()).toEqual(["answered", "excused", "offline"]);
    expect((await verifyLedger()).faults).toEqual([]);
  });

  it("has a duty list in every state, and a reminder list that is partly answered", async () => {
    const states = await db().duty.groupBy({ by: ["state"], _count: true });
    expect(states.map(({ state }) => state)).toContain("open");
    expect(await db().dutyAdaptation.count()).toBe(1);
    const year = now.toISOString().slice(0, 4);
    // Early in a year nothing of it is past yet, and a week of holidays has no list.
    if (now < new Date(`${year}-04-10T00:00:00Z`)) return;
    const words = await db().duty.findMany({
      where: { state: { not: "dropped" } },
      select: { state: true, deferral: true, returned: true, evidence: true },
    });
    expect(new Set(words.map(({ state }) => state))).toEqual(new Set(["open", "done", "confirmed"]));
    expect(words.some(({ returned }) => returned !== "")).toBe(true);
    const said = words.flatMap(({ evidence, returned }) => [evidence, returned]).filter((text) => text !== "");
    expect(said.filter((text) => !text.includes("示例"))).toEqual([]);
    const items = await db().reminderItem.findMany({ select: { reply: true } });
    if (items.length === 0) return;
    expect(items.filter(({ reply }) => reply !== "").length).toBeGreaterThan(0);
    expect(items.filter(({ reply }) => reply === "").length).toBeGreaterThan(0);
  });

  it("has volunteer projects in every state, claims with a waiting list, and nobody's contact", async () => {
    const projects = await db().project.findMany();
    expect(new Set(projects.map(({ kind }) => kind))).toEqual(new Set(["wish", "joint", "visit"]));
    expect(new Set(projects.map(({ state }) => state))).toEqual(
      new Set(["submitted", "checked", "returned", "published", "confirmed"]),
    );
    expect(projects.filter(({ area }) => !area.startsWith("示例"))).toEqual([]);
    expect(await db().projectContact.count()).toBe(0);
    const claims = await db().projectClaim.groupBy({ by: ["state"], _count: true });
    const counts = Object.fromEntries(claims.map(({ state, _count }) => [state, _count]));
    expect(counts).toEqual({ approved: 1, confirmed: 1, done: 1, held: 1, waiting: 3 });
  });

  it("keeps one account per role in a file for its owner alone, and each signs in", async () => {
    expect(statSync(accountsFile()).mode & 0o777).toBe(0o600);
    expect(accounts().map((one) => one.account)).toEqual([
      ...["党员", "学习委员", "支部书记", "党务工作者", "两项职责（书记、党务工作者）", "党建指导员"],
      ...["工委（全区）", "工委（示例一号分站）", "管理员", "工委（全区，复核题目）"],
    ]);
    for (const { login, password } of accounts()) {
      expect(await signIn({ login, password, address: "192.0.2.1", now })).toMatchObject({ ok: true });
    }
    const wrong = await signIn({ login: "SLZZ-0012", password: "not this one", address: "192.0.2.2", now });
    expect(wrong).toEqual({ ok: false, reason: "refused" });
  });

  describe("clearing", () => {
    it("removes every row of it and no other", async () => {
      await createStation({ id: "real", name: "真实工作站", sort: 9, actorId: null, now });
      await issueCode({ memberId: "demo-member-12", actorId: "demo-member-43", now });
      // The address of a wrong guess is not a person of the demo zone: its count is left to run out.
      await db().signInFailure.deleteMany({ where: { key: { startsWith: "address:" } } });
      expect(await clearDemo(now)).toBe(true);
      const left = await rowCounts();
      expect(left).toEqual({
        ...before,
        station: (before["station"] ?? 0) + 1,
        audit_entry: (before["audit_entry"] ?? 0) + 1,
      });
      expect(await hasDemo()).toBe(false);
      expect(() => statSync(accountsFile())).toThrow("ENOENT");
      expect(await clearDemo(now)).toBe(false);
    });

    it("afterwards nothing is made beside what is real", async () => {
      const left = await rowCounts();
      expect(await ensureDemo(now)).toBe("real-people");
      expect(await rowCounts()).toEqual(left);
    });

    it("one that was half made is made anew", async () => {
      await db().auditEntry.deleteMany({ where: { subjectId: "real" } });
      await db().station.delete({ where: { id: "real" } });
      await createStation({ id: "demo-station-0", name: "示例党群工作站中心站", sort: 0, actorId: null, now });
      expect(await hasDemo()).toBe(true);
      expect(await ensureDemo(now)).toBe("made");
      expect(await db().station.count()).toBe(7);
    });
  });
});
