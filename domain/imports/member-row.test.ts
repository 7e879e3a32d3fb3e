import { describe, expect, it } from "vitest";
import { check, CODE, faults, only, typed, type Written } from "@/tests/factories/import-tables";

describe("a new member", () => {
  it("is read in full", () => {
    expect(only(["张　三", "+86 １３９-0000-0002", "", "示例 1厂", "第一党支部", "正式党员", "2026.3.1"])).toEqual({
      number: 2,
      hidden: false,
      state: "new",
      key: "13900000002",
      existingId: null,
      values: {
        name: "张三",
        logins: [{ value: "13900000002", kind: "phone" }],
        workNumber: null,
        organisationId: "1",
        branchId: "b1",
        standing: "full",
        joined: "2026-03-01",
      },
      shown: {
        name: "张　三",
        phone: "+86 １３９-0000-0002",
        organisation: "示例 1厂",
        branch: "第一党支部",
        standing: "正式党员",
        joined: "2026.3.1",
      },
      changes: [],
      faults: [],
    });
  });

  it.each([
    ["its work number and the short code of the organisation", "", "00777", "SL1-00777"],
    ["the whole login in the column of work numbers", "", "sl1—00777", "SL1-00777"],
    ["a work number that shows its zeros by number format", "", typed("00777"), "SL1-00777"],
    ["a phone kept as a number", typed("13900000002"), "", "13900000002"],
    ["the phone, when there is a work number too", "13900000002", "00777", "13900000002"],
    ["a phone in the column of work numbers", "", "13900000002", "13900000002"],
  ])("is known by %s", (_, phone, workNumber, key) => {
    expect(only(["张三", phone, workNumber, "SL1", "", "职工"])).toMatchObject({ state: "new", key });
  });

  it.each([
    ["name", "示例1厂"],
    ["short code", "sl1"],
    ["credit code", CODE.toLowerCase()],
  ])("belongs to the organisation with this %s", (_, written) => {
    expect(only(["张三", "13900000002", "", written, "", "职工"])?.values?.organisationId).toBe("1");
  });

  it.each<[string, readonly Written[], readonly string[]]>([
    [
      "nothing but a name",
      ["张三"],
      [
        "B: 没有填手机号或工号。请补上其中一项，登录时要用。",
        "D: 没有填“所在组织”。请补上“所在组织”。",
        "F: 没有填“身份”。请补上“身份”。",
      ],
    ],
    ["no name", ["", "13900000002", "", "SL1", "", "职工"], ["A: 没有填“姓名”"]],
    ["a lost character in the name", ["王?", "13900000002", "", "SL1", "", "职工"], ["A: 名字里有没显示出来的字"]],
    [
      "1.39E+10",
      ["张三", "1.39E+10", "", "SL1", "", "职工"],
      ["B: 数字变成了科学计数法1.39E+10，后几位已经丢失。请先把这一列设成“文本”格式"],
    ],
    ["a short phone", ["张三", "1390000000", "", "SL1", "", "职工"], ["B: 手机号应为11位数字"]],
    ["a telephone", ["张三", "0755-1234567", "", "SL1", "", "职工"], ["B: 这一列应填11位手机号"]],
    ["two phones", ["张三", "13900000002/13900000003", "", "SL1", "", "职工"], ["B: "]],
    [
      "a work number of another organisation",
      ["张三", "", "AB-12", "SL1", "", "职工"],
      ["C: 这家组织的短码是SL1，不是AB。请写成“SL1-工号”"],
    ],
    [
      "a work number without an organisation",
      ["张三", "", "00777", "示例9厂", "", "职工"],
      ["D: 没有找到这家组织。", "C: 工号要加上组织短码才分得清"],
    ],
    [
      "a nearly right organisation",
      ["张三", "13900000002", "", "示例1工厂", "", "职工"],
      ["D: 没有找到这家组织。是不是“示例1厂”？"],
    ],
    ["a closed organisation", ["张三", "13900000002", "", "SL3", "", "职工"], ["D: 这家组织已经停用。"]],
    [
      "a nearly right branch",
      ["张三", "13900000002", "", "SL1", "第二支部", "职工"],
      ["E: 没有找到这个支部。是不是“第二党支部”？"],
    ],
    [
      "a branch of another organisation",
      ["张三", "13900000002", "", "SL2", "第二党支部", "职工"],
      ["E: 这个支部是别的组织单独建立的。"],
    ],
    [
      "one of two branches with a name",
      ["张三", "13900000002", "", "SL1", "园区党支部", "职工"],
      ["E: 有几个支部叫这个名称"],
    ],
    ["a closed branch", ["张三", "13900000002", "", "SL1", "旧党支部", "职工"], ["E: 没有找到这个支部。"]],
    ["an unknown standing", ["张三", "13900000002", "", "SL1", "", "同志"], ["F: 看不懂这个身份"]],
    ["a day to come", ["张三", "13900000002", "", "SL1", "", "职工", "2026-11-23"], ["G: 2026-11-23不会是起始日期"]],
    ["a month", ["张三", "13900000002", "", "SL1", "", "职工", "2026年3月"], ["G: 只写到月份"]],
  ])("%s is a fault in its column", (_, row, says) => {
    expect(faults(row)).toEqual(says.map((each) => expect.stringContaining(each)));
    expect(only(row)).toMatchObject({ state: "fault", values: null });
  });

  it("joins the joint branch of its own station", () => {
    expect(only(["张三", "13900000002", "", "SL1", "联合党支部", "职工"])?.values?.branchId).toBe("b4");
    expect(only(["张三", "13900000002", "", "SL4", "联合党支部", "职工"])?.values?.branchId).toBe("b5");
  });
});

describe("zeros in front of a work number", () => {
  it("that a number has lost are asked for: in use, or in the file", () => {
    expect(faults(["李示例", "", typed("123"), "SL1", "", "职工"])).toEqual([
      "C: 工号存成了数字，前面的0可能丢了。是不是SL1-00123？请先把这一列设成“文本”格式，再重新填写工号。",
    ]);
    const rows = [
      ["张三", "", typed("88"), "SL2", "", "职工"],
      ["李四", "", "0088", "SL2", "", "职工"],
    ];
    expect(check(rows).map(({ state }) => state)).toEqual(["fault", "new"]);
  });

  it("are asked for with the same number, whatever the order of those it may have been", () => {
    const rows = [
      ["张三", "", typed("88"), "SL2", "", "职工"],
      ["李四", "", "088", "SL2", "", "职工"],
      ["王五", "", "0088", "SL2", "", "职工"],
    ];
    const asked = (each: typeof rows) => check(each).flatMap(({ faults: found }) => found.map(({ remedy }) => remedy));
    expect(asked(rows)).toEqual([expect.stringContaining("是不是SL2-0088？")]);
    expect(asked([...rows].reverse())).toEqual(asked(rows));
  });

  it("are not asked for in text, elsewhere, or when nobody has such a number", () => {
    expect(only(["张三", "", "123", "SL1", "", "职工"])?.state).toBe("new");
    expect(only(["张三", "", typed("123"), "SL2", "", "职工"])?.state).toBe("new");
    expect(only(["张三", "", typed("999"), "SL1", "", "职工"])?.state).toBe("new");
  });
});
