import { beforeEach, expect, it } from "vitest";
import { db, engine as engineNow, inTransaction, isUniqueViolation, rawSqlite } from "@/lib/db";
import { describeOnBothEngines } from "../../support/database";

const setting = (key: string, value = "") => ({ data: { key, value } });

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describeOnBothEngines("transactions", (engine) => {
  beforeEach(async () => {
    await db().setting.deleteMany();
  });

  it("run on the engine that DATABASE_URL names", async () => {
    expect(engineNow()).toBe(engine);
    expect((await rawSqlite()) !== null).toBe(engine === "sqlite");
  });

  it("do all or nothing", async () => {
    const broken = inTransaction(async (tx) => {
      await tx.setting.create(setting("a"));
      throw new Error("second thoughts");
    });
    await expect(broken).rejects.toThrow("second thoughts");
    expect(await db().setting.count()).toBe(0);
    expect(await inTransaction((tx) => tx.setting.create(setting("a", "kept")))).toEqual({ key: "a", value: "kept" });
    expect(await db().setting.count()).toBe(1);
  });

  it("count rightly when 60 read and raise one number at once", async () => {
    await db().setting.create(setting("n", "0"));
    const raise = () =>
      inTransaction(async (tx) => {
        await tx.$executeRawUnsafe("UPDATE setting SET value = value WHERE key = 'n'");
        const { value } = await tx.setting.findUniqueOrThrow({ where: { key: "n" } });
        await tx.setting.update({ where: { key: "n" }, data: { value: String(Number(value) + 1) } });
      });
    await Promise.all(Array.from({ length: 60 }, raise));
    expect((await db().setting.findUniqueOrThrow({ where: { key: "n" } })).value).toBe("60");
  });

  it("let one of 60 parallel claims of one place win, and say why the others lost", async () => {
    const claims = Array.from({ length: 60 }, (_, index) =>
      failure(inTransaction((tx) => tx.setting.create(setting("place", String(index))))),
    );
    const lost = (await Promise.all(claims)).filter((error) => error !== null);
    expect(lost).toHaveLength(59);
    expect(lost.every(isUniqueViolation)).toBe(true);
  });

  it("tell a unique violation from other failures, through Prisma and through raw SQL", async () => {
    await db().setting.create(setting("a"));
    const missing = { memberId: "nobody", branchId: "nowhere", since: "2026-01-01" };
    expect(isUniqueViolation(await failure(db().setting.create(setting("a"))))).toBe(true);
    expect(isUniqueViolation(await failure(db().$executeRaw`INSERT INTO setting VALUES ('a', '')`))).toBe(true);
    expect(isUniqueViolation(await failure(db().membership.create({ data: missing })))).toBe(false);
    expect(isUniqueViolation(await failure(db().$executeRaw`INSERT INTO nowhere VALUES ('a')`))).toBe(false);
    expect(isUniqueViolation(null)).toBe(false);
  });

  it("are tried again after a collision, and never after a unique violation", async () => {
    let runs = 0;
    const collide = () =>
      inTransaction((tx) => {
        runs += 1;
        if (runs < 3) throw Object.assign(new Error("write conflict"), { code: "P2034" });
        return tx.setting.create(setting("third"));
      });
    expect(await collide()).toMatchObject({ key: "third" });
    expect(runs).toBe(3);

    runs = 0;
    const taken = inTransaction((tx) => {
      runs += 1;
      return tx.setting.create(setting("third"));
    });
    expect(isUniqueViolation(await failure(taken))).toBe(true);
    expect(runs).toBe(1);

    runs = 0;
    const hopeless = inTransaction(
      () => {
        runs += 1;
        return Promise.reject(Object.assign(new Error("write conflict"), { code: "P2034" }));
      },
      { tries: 2 },
    );
    expect(await failure(hopeless)).toMatchObject({ code: "P2034" });
    expect(runs).toBe(2);
  });

  it("survive a rush of 200 that queue for the writer", async () => {
    const work = Array.from({ length: 200 }, (_, index) =>
      inTransaction((tx) => tx.setting.create(setting(`r${index}`))),
    );
    await Promise.all(work);
    expect(await db().setting.count()).toBe(200);
  });

  it("keep instants to the millisecond in UTC and texts in full", async () => {
    const at = new Date("2026-03-31T16:00:00.001Z");
    const text = "镕喆㛃頔 👍 ‘引号’";
    await db().jobRun.create({ data: { job: "j", period: "p", state: "done", startedAt: at, note: text } });
    expect(await db().jobRun.findUniqueOrThrow({ where: { job_period: { job: "j", period: "p" } } })).toMatchObject({
      startedAt: at,
      note: text,
    });
    const before = { startedAt: { lt: new Date("2026-03-31T16:00:00.002Z") } };
    expect(await db().jobRun.count({ where: before })).toBe(1);
    const raw = await db().$queryRaw`SELECT job FROM job_run WHERE started_at = ${at}`;
    expect(raw).toEqual([{ job: "j" }]);
  });
});
