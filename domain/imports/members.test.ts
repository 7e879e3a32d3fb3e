import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, faults, KNOWN, only, PHONE, tableOf, typed, type Written } from "@/tests/factories/import-tables";
import { memberLogins } from "./member-logins";
import { memberChecker, type ExistingMember } from "./members";
import type { KnownBranch } from "./places";
import { absentFrom } from "./result";

const branchOf = (id: string): KnownBranch => KNOWN.branches.find((each) => each.id === id) as KnownBranch;

describe("a known member", () => {
  it("is found by login; empty cells leave what is stored", () => {
    expect(only(["王示例", PHONE, "", "SL1"])).toMatchObject({ state: "same", existingId: "m1", changes: [] });
    expect(only(["李示例", "", "00123", "SL1"])).toMatchObject({ state: "same", existingId: "m2" });
  });

  it("changes field by field, before and after as people say it", () => {
    expect(only(["王示例", PHONE, "", "SL2", "第一党支部", "正式党员"])).toMatchObject({
      state: "update",
      values: { organisationId: "2", branchId: "b3", standing: "full", joined: null },
      changes: [
        { field: "organisation", before: "示例1厂", after: "示例2厂" },
        { field: "branch", before: "第一党支部", after: "第一党支部" },
        { field: "standing", before: "预备党员", after: "正式党员" },
      ],
    });
    expect(only(["王示例", PHONE, "", "", "第二党支部", "", "2025-02-01"])).toMatchObject({
      changes: [
        { field: "branch", before: "第一党支部", after: "第二党支部" },
        { field: "joined", before: "2025-01-01", after: "2025-02-01" },
      ],
    });
  });

  it("keeps the name with one character in common, and asks about a stranger's", () => {
    expect(only(["王平安", PHONE])).toMatchObject({ changes: [{ field: "name", before: "王示例", after: "王平安" }] });
    expect(faults(["赵平安", PHONE])).toEqual([expect.stringContaining("A: 这个号码已经登记给另一个姓名。")]);
  });

  it("is never found by name alone", () => {
    expect(only(["王示例", "13900000002", "", "SL1", "", "职工"])).toMatchObject({ state: "new", existingId: null });
  });

  it("who left the zone is not changed", () => {
    expect(faults(["王示例", "13900000009", "", "SL1"])).toEqual([expect.stringContaining("已经转出")]);
  });

  it("who has no employer stays so while the row names none", () => {
    expect(only(["王示例", "13900000008"])).toMatchObject({ state: "same", values: { organisationId: null } });
  });

  it.each([
    ["organisation", "D: 这个人的工作关系已经办好，2026年12月1日起生效，不能再登记一个。"],
    ["branch", "E: 这个人的组织关系已经办好，2026年12月1日起生效，不能再登记一个。"],
  ] as const)("gets no second first place where one is agreed on for a later day (%s)", (field, says) => {
    const known = KNOWN.membersByLogin.get("13900000008") as ExistingMember;
    const coming = { organisation: null, branch: null, [field]: "2026-12-01" };
    const lookups = { ...KNOWN, membersByLogin: new Map([["13900000008", { ...known, coming }]]) };
    expect(faults(["王示例", "13900000008", "", "SL1", "第一党支部"], lookups)).toEqual([
      expect.stringContaining(says) as string,
    ]);
    expect(only(["王示例", "13900000008"], lookups)).toMatchObject({ state: "same" });
    const placed = { ...known, coming, organisationId: "1", branchId: "b1" };
    const stays = { ...KNOWN, membersByLogin: new Map([["13900000008", placed]]) };
    expect(faults(["王示例", "13900000008", "", "SL1", "第一党支部"], stays)).toEqual([]);
  });

  it("of another station is not taken by an importer with one station", () => {
    const own = { ...KNOWN, onlyStationId: "s1" };
    expect(faults(["王示例", "13900000007", "", "SL1"], own)).toEqual([expect.stringContaining("这个人不是本站的")]);
    expect(faults(["张三", "13900000002", "", "SL4", "", "职工"], own)).toEqual([
      expect.stringContaining("不在你负责的工作站"),
    ]);
    expect(only(["王示例", PHONE, "", "SL1"], own)?.state).toBe("same");
  });

  it("is put by an importer with one station into that station's branches alone", () => {
    const known = KNOWN.membersByLogin.get(PHONE) as ExistingMember;
    const branches = [...KNOWN.branches, { ...branchOf("b5"), id: "b9", name: "邻站党支部" }];
    const own = (branchId: string | null): typeof KNOWN => ({
      ...{ ...KNOWN, branches, onlyStationId: "s1" },
      membersByLogin: new Map([[PHONE, { ...known, branchId }]]),
    });
    const elsewhere = ["E: 这个支部不在你负责的工作站。请留空或改填本站的支部，也可以由工委导入。"];
    expect(faults(["张三", "13900000002", "", "SL1", "邻站党支部", "职工"], own(null))).toEqual(elsewhere);
    expect(faults(["王示例", PHONE, "", "SL1", "邻站党支部"], own(null))).toEqual(elsewhere);
    // The station is the branch's, wherever somebody works: a list of all who work here changes nothing of theirs.
    expect(only(["王示例", PHONE, "", "SL1", "邻站党支部"], own("b9"))).toMatchObject({ state: "same", faults: [] });
    expect(faults(["王示例", PHONE, "", "SL1", "邻站党支部", "职工"], own("b9"))).toEqual([
      expect.stringContaining("这个人不是本站的") as string,
    ]);
    const abroad = new Map([[PHONE, { ...known, organisationId: "4" }]]);
    expect(only(["王示例", PHONE, "", "SL4", "联合党支部"], { ...own(null), membersByLogin: abroad })?.faults).toEqual(
      [],
    );
    // A move is shown and written by nobody.
    expect(only(["王示例", PHONE, "", "SL1", "邻站党支部"], own("b1"))?.state).toBe("update");
    expect(only(["王示例", PHONE, "", "SL1", "联合党支部"], own(null))).toMatchObject({ values: { branchId: "b4" } });
    expect(only(["王示例", PHONE, "", "SL1", "邻站党支部"], { ...own(null), onlyStationId: null })?.state).toBe(
      "update",
    );
  });

  it.each([
    ["own", "F: 这是你自己的资料，不能自己改。"],
    ["not-yours", "F: 这个人的资料不归你改。"],
  ] as const)("who is not for the importer to edit is not changed (%s)", (refusal, says) => {
    const known = KNOWN.membersByLogin.get(PHONE) as ExistingMember;
    const lookups = { ...KNOWN, membersByLogin: new Map([[PHONE, { ...known, refusal }]]) };
    expect(faults(["王示例", PHONE, "", "SL1", "", "正式党员"], lookups)).toEqual([expect.stringContaining(says)]);
    expect(faults(["王示例", PHONE, "00777", "SL1"], lookups)).toEqual([expect.stringContaining(says.slice(3))]);
    expect(only(["王示例", PHONE, "", "SL1"], lookups)?.state).toBe("same");
    expect(only(["王示例", PHONE, "", "SL2"], lookups)?.state).toBe("update");
  });

  it("is the same the second time", () => {
    const row = ["张三", "", "00777", "SL1", "联合党支部", "职工", "2026-03-01"];
    const values = only(row)?.values;
    if (values == null) throw new Error("no values");
    const [login] = values.logins;
    const coming = { organisation: null, branch: null };
    const stored = new Map([
      [login?.value ?? "", { ...values, id: "m3", state: "invited" as const, refusal: null, coming }],
    ]);
    expect(only(row, { ...KNOWN, membersByLogin: stored })).toMatchObject({
      state: "same",
      existingId: "m3",
      changes: [],
    });
  });
});

describe("a row with a phone and a work number", () => {
  const FREE = "13900000002";
  const phone = { value: FREE, kind: "phone" };
  const number = { value: "SL1-00777", kind: "work-number" };

  it("gives a new person both", () => {
    const row = only(["张三", FREE, "00777", "SL1", "", "职工"]);
    expect(row).toMatchObject({ state: "new", values: { logins: [phone, number], workNumber: "00777" } });
  });

  it.each<[string, string, string, string, readonly object[]]>([
    ["by the phone, and is given the number", "m1", PHONE, "00777", [number]],
    ["by the number, and is given the phone", "m2", FREE, "00123", [phone]],
  ])("finds a known person %s", (_, existingId, written, workNumber, logins) => {
    const name = existingId === "m1" ? "王示例" : "李示例";
    const field = logins[0] === phone ? "phone" : "workNumber";
    const after = logins[0] === phone ? FREE : "SL1-00777";
    expect(only([name, written, workNumber, "SL1"])).toMatchObject({
      ...{ state: "update", existingId, values: { logins } },
      changes: [{ field, before: "", after }],
    });
  });

  it("is the same once the person has both", () => {
    const membersByLogin = new Map(KNOWN.membersByLogin);
    membersByLogin.set("SL1-00777", { ...(KNOWN.membersByLogin.get(PHONE) as ExistingMember) });
    expect(only(["王示例", PHONE, "00777", "SL1"], { ...KNOWN, membersByLogin })).toMatchObject({
      ...{ state: "same", existingId: "m1", values: { logins: [] } },
    });
  });

  it("is a fault when they belong to two people, whatever the order of the columns", () => {
    expect(faults(["王示例", PHONE, "00123", "SL1"])).toEqual([
      expect.stringContaining("C: 这个号码和这一行的另一个号码登记在两个人名下。"),
    ]);
  });

  it("is a fault when the number to be added is of another organisation", () => {
    expect(faults(["王示例", PHONE, "AB-12", "SL1"])).toEqual([expect.stringContaining("C: 这家组织的短码是SL1")]);
    expect(faults(["王示例", PHONE, "AB-12", ""])).toEqual([expect.stringContaining("C: 这家组织的短码是SL1")]);
  });

  it("is a fault when one of the two cannot be read", () => {
    expect(faults(["李示例", "1390000000", "00123", "SL1"])).toEqual([
      expect.stringContaining("B: 手机号应为11位数字"),
    ]);
  });

  it("shares neither with another row", () => {
    const rows = [
      ["甲例", FREE, "7", "SL1", "", "职工"],
      ["乙例", "", "7", "SL1", "", "职工"],
    ];
    expect(check(rows).map(({ state }) => state)).toEqual(["fault", "fault"]);
  });
});

describe("rows of one file", () => {
  it("with one login name one another, however it is written", () => {
    const rows = [
      ["甲例", PHONE, "", "SL1", "", "职工"],
      ["乙例", "", "7", "SL1", "", "职工"],
      ["丙例", "+86 139 0000 0001", "", "SL1", "", "职工"],
      ["丁例", "", "sl1-7", "SL1", "", "职工"],
    ];
    expect(
      check(rows).map(({ faults: found }) =>
        found.map(({ problem }) => problem).filter((each) => each.includes("相同")),
      ),
    ).toEqual([["号码和第4行相同。"], ["号码和第5行相同。"], ["号码和第2行相同。"], ["号码和第3行相同。"]]);
  });

  it("tell their logins beforehand", () => {
    const table = tableOf([
      ["甲例", "139 0000 0001"],
      ["乙例", "", "7", "sl1"],
      ["丙例", "无"],
      ["丁例", "1.39E+10"],
    ]);
    expect([...memberLogins(table, KNOWN.organisations)]).toEqual([PHONE, "SL1-7"]);
  });

  it("give the same results in any order (property)", () => {
    const cell = (...texts: Written[]) => fc.constantFrom(...texts);
    const row = fc.tuple(
      cell("王示例", "赵平安", "", "王?"),
      cell(PHONE, "13900000002", "", "1.39E+10", typed("13900000002")),
      cell("00123", typed("123"), "0123", "7", "", typed("456")),
      cell("SL1", "示例2厂", "示例1工厂", ""),
      cell("第一党支部", "第二支部", "", "园区党支部"),
      cell("正式党员", "", "同志"),
      cell("2026.3.1", "", "46082", "明年"),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.nat(), (rows, turn) => {
        const table = tableOf(rows);
        const shuffled = [...table.rows].sort(
          (a, b) => ((a.number * (turn + 7)) % 11) - ((b.number * (turn + 7)) % 11),
        );
        const one = table.rows.map(memberChecker(table, KNOWN));
        const other = shuffled.map(memberChecker({ ...table, rows: shuffled }, KNOWN));
        expect(other.sort((a, b) => a.number - b.number)).toEqual(one);
        for (const each of one) expect(each.state === "fault").toBe(each.faults.length > 0);
      }),
      { numRuns: 200 },
    );
  });

  it("that are absent are listed, those with a fault are not absent", () => {
    const known = [{ id: "m1" }, { id: "m2" }];
    expect(absentFrom(known, check([["赵平安", PHONE]]))).toEqual([{ id: "m2" }]);
  });
});
