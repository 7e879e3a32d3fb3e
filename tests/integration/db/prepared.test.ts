import { beforeEach, expect, it } from "vitest";
import { db, inTransaction, isUniqueViolation } from "@/lib/db";
import { changeRows, inSqlTransaction, selectRows, sqlOf } from "@/lib/db/prepared";
import { describeOnBothEngines } from "../../support/database";

const INSERT = "INSERT INTO setting (key, value) VALUES (?, ?)";
const keys = async () =>
  (await selectRows<{ key: string }>("SELECT key FROM setting ORDER BY key")).map(({ key }) => key);

describeOnBothEngines("plain SQL", () => {
  beforeEach(async () => {
    await db().setting.deleteMany();
  });

  it("of writes at once keeps each that was acknowledged, and refuses only the one at fault", async () => {
    const settled = await Promise.allSettled(["a", "b", "a", "c"].map((key) => changeRows(INSERT, [key, ""])));
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const refused = settled.find((one) => one.status === "rejected");
    expect(isUniqueViolation(refused?.reason)).toBe(true);
    expect(await keys()).toEqual(["a", "b", "c"]);
  });

  it("in a transaction is all or nothing", async () => {
    const broken = inSqlTransaction(async (sql) => {
      await sql.change(INSERT, ["a", ""]);
      expect(await sql.select("SELECT key FROM setting")).toHaveLength(1);
      throw new Error("second thoughts");
    });
    await expect(broken).rejects.toThrow("second thoughts");
    expect(await keys()).toEqual([]);
  });

  it("in a transaction that rolls back takes no other write with it", async () => {
    const broken = inSqlTransaction(async (sql) => {
      await sql.change(INSERT, ["inside", ""]);
      others.push(changeRows(INSERT, ["plain", ""]), db().setting.create({ data: { key: "prisma", value: "" } }));
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error("roll back");
    });
    const others: Promise<unknown>[] = [];
    await expect(broken).rejects.toThrow("roll back");
    await Promise.all(others);
    expect(await keys()).toEqual(["plain", "prisma"]);
  });

  it("joins a transaction of Prisma", async () => {
    const broken = inTransaction(async (tx) => {
      await sqlOf(tx).change(INSERT, ["a", ""]);
      expect(await tx.setting.count()).toBe(1);
      throw new Error("roll back");
    });
    await expect(broken).rejects.toThrow("roll back");
    expect(await keys()).toEqual([]);
  });
});
