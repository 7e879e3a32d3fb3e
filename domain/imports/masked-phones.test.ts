import { describe, expect, it } from "vitest";
import { check, faults, KNOWN, only, PHONE, tableOf } from "@/tests/factories/import-tables";
import { maskedNames } from "./masked-phones";
import type { ExistingMember, MemberLookups } from "./members";

const MASK = "139****0001";
const OTHER = "13977770001";

const owner = (login: string): ExistingMember => KNOWN.membersByLogin.get(login) as ExistingMember;

/** The small zone with further logins in it. */
const withLogins = (...more: [login: string, member: ExistingMember][]): MemberLookups => ({
  ...KNOWN,
  membersByLogin: new Map([...KNOWN.membersByLogin, ...more]),
});

describe("a phone with stars", () => {
  it("stands for the one on record and changes nothing", () => {
    const row = ["王示例", MASK, "", "SL1", "第一党支部", "预备党员", "2025-01-01"];
    expect(only(row)).toMatchObject({ state: "same", existingId: "m1", changes: [], values: { logins: [] } });
    expect(only(["王示例", "１３９＊＊＊＊０００１"])).toMatchObject({ state: "same", existingId: "m1" });
  });

  it("leaves the rest of the row to be written, and shows no whole number", () => {
    const row = only(["王示例", MASK, "", "SL1", "", "正式党员"]);
    expect(row).toMatchObject({ state: "update", existingId: "m1", changes: [{ field: "standing" }] });
    expect(row?.shown).toMatchObject({ phone: MASK });
    expect(JSON.stringify([row?.values, row?.changes, row?.shown])).not.toContain(PHONE);
  });

  it("is compared with the phones of whoever the work number belongs to, under whatever name", () => {
    const both = withLogins(["13900000123", owner("SL1-00123")]);
    expect(only(["李平安", "139****0123", "00123", "SL1"], both)).toMatchObject({
      ...{ state: "update", existingId: "m2", changes: [{ field: "name" }] },
    });
    expect(faults(["李示例", "139****0124", "00123", "SL1"], both)).toEqual([
      "B: 打了星号的手机号和这个人在册的手机号对不上。请写全11位手机号，或者留空：留空不改原来的。",
    ]);
  });

  it.each([
    ["another number", ["王示例", "139****0002", "", "SL1", "", "职工"]],
    ["another name", ["张三", MASK, "", "SL1", "", "职工"]],
    ["another organisation", ["王示例", MASK, "", "SL2", "", "职工"]],
  ])("brings nobody in: %s", (_, row) => {
    const says =
      "手机号打了星号，按姓名和组织没有找到这个号码的人。请写全11位手机号；从名册导出的，请把姓名和组织改回原样。";
    expect(faults(row)).toEqual([`B: ${says}`]);
  });

  it("that fits two people is a fault, one that fits two numbers of one person is none", () => {
    const two = withLogins([OTHER, { ...owner(PHONE), id: "m5" }]);
    expect(faults(["王示例", MASK, "", "SL1", "", "职工"], two)).toEqual([
      "B: 手机号打了星号，按姓名和组织有几个人对得上。请写全11位手机号，或者补上工号。",
    ]);
    expect(only(["王示例", MASK, "", "SL1"], withLogins([OTHER, owner(PHONE)]))).toMatchObject({ state: "same" });
  });

  it("names a second row about the same person", () => {
    const rows = check([
      ["王示例", MASK, "", "SL1"],
      ["王示例", PHONE, "", "SL1"],
    ]);
    expect(rows.map(({ faults: [fault] }) => fault?.problem)).toEqual(["号码和第3行相同。", "号码和第2行相同。"]);
  });

  it("tells the names to look for beforehand", () => {
    const table = tableOf([
      ["王　示例", MASK],
      ["李示例", PHONE],
      [" 张三 ", "１３８****0000"],
    ]);
    expect([...maskedNames(table)]).toEqual(["王示例", "张三"]);
  });
});
