import { MEMBER_RULES, type FieldRule, type MemberField } from "@/domain/imports/fields";
import { findTable, type ImportTable } from "@/domain/imports/header";
import { memberChecker, type ExistingMember, type MemberLookups } from "@/domain/imports/members";
import type { KnownBranch, KnownOrganisation } from "@/domain/imports/places";
import type { SheetCell } from "@/domain/imports/types";

export const CODE = "91350100M000100Y43";
export const PHONE = "13900000001";
const HEADS = ["姓名", "手机", "工号", "单位", "支部", "身份", "入职日期"];

const organisation = (id: string, more: Partial<KnownOrganisation> = {}): KnownOrganisation => ({
  id,
  name: `示例${id}厂`,
  shortCode: `SL${id}`,
  creditCode: null,
  stationId: "s1",
  state: "active",
  ...more,
});

const branch = (id: string, name: string, host: string | null, more: Partial<KnownBranch> = {}): KnownBranch => ({
  id,
  name,
  kind: host === null ? "joint" : "hosted",
  stationId: "s1",
  hostOrganisationId: host,
  state: "active",
  ...more,
});

const member = (id: string, more: Partial<ExistingMember> = {}): ExistingMember => ({
  id,
  name: "王示例",
  standing: "probationary",
  state: "active",
  organisationId: "1",
  branchId: "b1",
  joined: "2025-01-01",
  coming: { organisation: null, branch: null },
  refusal: null,
  ...more,
});

/** A small zone that imported rows meet. */
export const KNOWN: MemberLookups = {
  organisations: [
    organisation("1", { creditCode: CODE }),
    organisation("2"),
    organisation("3", { state: "closed" }),
    organisation("4", { stationId: "s2" }),
  ],
  branches: [
    branch("b1", "第一党支部", "1"),
    branch("b2", "第二党支部", "1"),
    branch("b3", "第一党支部", "2"),
    branch("b4", "联合党支部", null),
    branch("b5", "联合党支部", null, { stationId: "s2" }),
    branch("b6", "园区党支部", null),
    branch("b7", "园区党支部", null),
    branch("b8", "旧党支部", "1", { state: "closed" }),
  ],
  membersByLogin: new Map([
    [PHONE, member("m1")],
    ["SL1-00123", member("m2", { name: "李示例" })],
    ["13900000009", member("m9", { state: "left" })],
    ["13900000008", member("m8", { organisationId: null, branchId: null, joined: null })],
    ["13900000007", member("m7", { organisationId: "4", branchId: null })],
  ]),
  workNumbers: new Map([["1", ["00123", "0456"]]]),
  onlyStationId: null,
  today: "2026-11-22",
};

/** A cell as typed, or with the kind the program gave it. */
export type Written = string | Pick<SheetCell, "text" | "kind">;
/** Kept as a number by the program. */
export const typed = (text: string): Written => ({ text, kind: "number" });

/** A sheet with its heads in row 1 and one row for each of `rows` below. */
export function tableUnder<F extends string>(
  heads: readonly string[],
  rules: readonly FieldRule<F>[],
  rows: readonly (readonly Written[])[],
): ImportTable<F> {
  const cells = (row: readonly Written[]) =>
    row.flatMap((written, index): SheetCell[] => {
      const cell = typeof written === "string" ? { text: written, kind: "text" as const } : written;
      return cell.text === "" && cell.kind === "text" ? [] : [{ column: "ABCDEFG".charAt(index), ...cell }];
    });
  const numbered = [heads, ...rows].map((row, index) => ({ number: index + 1, hidden: false, cells: cells(row) }));
  const table = findTable([{ name: "表", hidden: false, date1904: false, rows: numbered }], rules);
  if (table === null) throw new Error("no head");
  return table;
}

/** A table of members. */
export function tableOf(rows: readonly (readonly Written[])[]): ImportTable<MemberField> {
  return tableUnder(HEADS, MEMBER_RULES, rows);
}

/** The results of a table of members. */
export function check(rows: readonly (readonly Written[])[], lookups = KNOWN) {
  const table = tableOf(rows);
  return table.rows.map(memberChecker(table, lookups));
}

/** The result of one row. */
export const only = (row: readonly Written[], lookups = KNOWN) => check([row], lookups)[0];
/** `B: what is wrong. What to do.` for each fault of one row. */
export const faults = (row: readonly Written[], lookups = KNOWN) =>
  only(row, lookups)?.faults.map(({ column, problem, remedy }) => `${column}: ${problem}${remedy}`);
