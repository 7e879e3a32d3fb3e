import {
  CONSENT_BY,
  CONSENT_BY_LABELS,
  CONSENT_HOW,
  CONSENT_HOW_LABELS,
  CONTACT_KIND_LABELS,
  CONTACT_KINDS,
  contactFaults,
  type ConsentBy,
  type ConsentHow,
  type ContactInput,
} from "@/domain/projects/consent";
import {
  CATEGORIES,
  CATEGORY_LABELS,
  DAYS_CHOICES,
  PROJECT_KIND_LABELS,
  PROJECT_KINDS,
  type Category,
  type ProjectKind,
} from "@/domain/projects/types";
import { RowReader } from "./cells";
import { parseDay } from "./dates";
import { Doubles } from "./duplicates";
import type { FieldRule } from "./fields";
import type { ImportTable } from "./header";
import { rowResult } from "./result";
import type { RowResult, SheetRow } from "./types";

/**
 * Rows about volunteer projects. Each faultless row becomes a proposal, which two people still pass. A row whose station,
 * village and title are known is the same project and writes nothing. The consent and the contact follow the rules of
 * the form, those for children under 14 included.
 *
 * Example: 未满14岁 是 with a telephone number is a fault in the column of the telephone number.
 */
export type ProjectField =
  | ("name" | "projectKind" | "category" | "station" | "area" | "need" | "conditions" | "days" | "isUnder14")
  | ("contactKind" | "contactName" | "contactPhone" | "contactAddress" | "consentBy" | "consentOn" | "consentHow");

const rule = (
  field: ProjectField,
  label: string,
  aliases: string[] = [],
  required = false,
): FieldRule<ProjectField> => ({ ...{ field, label, aliases, required } });

export const PROJECT_RULES: readonly FieldRule<ProjectField>[] = [
  rule("name", "要办什么", ["项目名称", "标题", "心愿", "微心愿"], true),
  rule("projectKind", "类型", ["项目类型"], true),
  rule("category", "类别", ["项目类别"], true),
  rule("station", "工作站", ["党群工作站", "所属党群工作站"]),
  rule("area", "村或社区", ["村社", "村", "社区"], true),
  rule("need", "需要什么", ["需求", "具体需求", "内容"], true),
  rule("conditions", "对认领人的要求", ["要求", "条件"]),
  rule("days", "几天办好", ["期限", "天数"]),
  rule("isUnder14", "未满14岁", ["是否未满14岁"]),
  rule("contactKind", "联系谁", ["联系方式类型"], true),
  rule("contactName", "姓名", ["联系人", "受助人姓名"]),
  rule("contactPhone", "电话", ["联系电话", "手机号"]),
  rule("contactAddress", "住址", ["地址", "家庭住址"]),
  rule("consentBy", "谁同意的", ["同意人"], true),
  rule("consentOn", "哪一天同意的", ["同意日期"], true),
  rule("consentHow", "怎样同意的", ["同意方式"], true),
];

/** What no page of a dry run shows again. */
export const CONTACT_FIELDS: readonly ProjectField[] = ["contactName", "contactPhone", "contactAddress"];

export interface ProjectLookups {
  /** The open stations of the scope. */
  readonly stations: readonly { readonly id: string; readonly name: string }[];
  /** Ids of the projects that stand, by `projectKey`. */
  readonly known: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface ProjectValues {
  readonly stationId: string;
  readonly text: {
    readonly kind: ProjectKind;
    readonly area: string;
    readonly category: Category;
    readonly title: string;
    readonly need: string;
    readonly conditions: string;
    readonly days: number;
  };
  readonly contact: ContactInput & { readonly consentHow: ConsentHow };
}

export type ProjectRow = RowResult<ProjectField, ProjectValues>;
type Reader = RowReader<ProjectField>;

/** A project as doubles are found by it. */
export const projectKey = (stationId: string, area: string, title: string): string =>
  JSON.stringify([stationId, area, title].map((part) => part.normalize("NFKC").replace(/\s/gu, "")));

/** A cell that holds one of a few words; a fault names them. */
function choice<Key extends string>(
  reader: Reader,
  field: ProjectField,
  words: Readonly<Record<Key, string>>,
  keys: readonly Key[],
): Key | null {
  const text = reader.read(field);
  const found = keys.find((key) => words[key] === text) ?? null;
  if (text === "") reader.missing(field);
  else if (found === null) {
    reader.fault(field, `没有“${text}”。`, `请写${keys.map((key) => words[key]).join("、")}之一。`);
  }
  return found;
}

function line(reader: Reader, field: ProjectField, least: number, most: number): string {
  const text = reader.read(field);
  if (text === "" && least > 0) reader.missing(field);
  else if (text.length < least) reader.fault(field, `太短，至少${least}个字。`, "请写清楚一点。");
  if (text.length > most) reader.fault(field, `超过${most}个字。`, `请写在${most}个字以内。`);
  return text;
}

function stationOf(reader: Reader, { stations }: ProjectLookups): string | null {
  const text = reader.read("station");
  const [only, second] = stations;
  if (text === "" && only !== undefined && second === undefined) return only.id;
  const found = stations.find(({ name }) => name === text);
  if (text === "") reader.missing("station");
  else if (!found) reader.fault("station", "没有这个工作站，或者不归你管。", "请写系统里工作站的名称。");
  return found?.id ?? null;
}

const DAYS = 30;

function daysOf(reader: Reader): number {
  const text = reader.read("days").replace(/天$/u, "");
  if (text === "") return DAYS;
  const days = Number(text);
  if (DAYS_CHOICES.some((offered) => offered === days)) return days;
  reader.fault("days", "没有这个期限。", `请写${DAYS_CHOICES.join("、")}之一，也可以留空。`);
  return DAYS;
}

function consentDay(reader: Reader, date1904: boolean): string {
  if (reader.read("consentOn") === "") {
    reader.missing("consentOn");
    return "";
  }
  const read = parseDay(reader.cell("consentOn"), date1904);
  if ("day" in read) return read.day;
  reader.fault("consentOn", read.problem, "请填写哪一天同意的。");
  return "";
}

function contactOf(reader: Reader, date1904: boolean, { today }: ProjectLookups): ProjectValues["contact"] | null {
  const under = reader.read("isUnder14");
  if (!["", "是", "否", "不是"].includes(under))
    reader.fault("isUnder14", `没有“${under}”。`, "请写是或否，不填就是否。");
  const contactKind = choice(reader, "contactKind", CONTACT_KIND_LABELS, CONTACT_KINDS);
  const consentBy = choice<ConsentBy>(reader, "consentBy", CONSENT_BY_LABELS, CONSENT_BY);
  const consentHow = choice<ConsentHow>(reader, "consentHow", CONSENT_HOW_LABELS, CONSENT_HOW);
  const [contactName, contactPhone, contactAddress] = [
    ...[
      line(reader, "contactName", 0, 30),
      line(reader, "contactPhone", 0, 30),
      line(reader, "contactAddress", 0, 100),
    ],
  ] as const;
  const consentOn = consentDay(reader, date1904);
  if (contactKind === null || consentBy === null || consentHow === null) return null;
  const contact = {
    ...{ isUnder14: under === "是", contactKind, contactName, contactPhone, contactAddress },
    ...{ consentBy, consentOn, consentHow },
  };
  for (const { field, detail } of contactFaults(contact, today)) {
    if (!reader.isFaulty(field)) reader.fault(field, `${detail}。`, "改好这一格再上传。");
  }
  return contact;
}

function readProject(reader: Reader, date1904: boolean, lookups: ProjectLookups): ProjectValues | null {
  const kind = choice<ProjectKind>(reader, "projectKind", PROJECT_KIND_LABELS, PROJECT_KINDS);
  const category = choice<Category>(reader, "category", CATEGORY_LABELS, CATEGORIES);
  const stationId = stationOf(reader, lookups);
  const [title, area] = [line(reader, "name", 4, 30), line(reader, "area", 2, 20)];
  const [need, conditions] = [line(reader, "need", 5, 500), line(reader, "conditions", 0, 200)];
  const days = daysOf(reader);
  const contact = contactOf(reader, date1904, lookups);
  if (kind === null || category === null || stationId === null || contact === null) return null;
  return { stationId, text: { kind, category, title, area, need, conditions, days }, contact };
}

/** Gives a check for the rows of this table; making it looks at all rows once for doubles. */
export function projectChecker(
  table: ImportTable<ProjectField>,
  lookups: ProjectLookups,
): (row: SheetRow) => ProjectRow {
  const keyOf = (reader: Reader): string => {
    const station = reader.read("station") || (lookups.stations[0]?.name ?? "");
    const id = lookups.stations.find(({ name }) => name === station)?.id ?? station;
    return projectKey(id, reader.read("area"), reader.read("name"));
  };
  const doubles = new Doubles();
  for (const row of table.rows) doubles.add(keyOf(new RowReader(row, table.columns, PROJECT_RULES)), row.number);
  return (row) => {
    const key = keyOf(new RowReader(row, table.columns, PROJECT_RULES));
    const reader: Reader = new RowReader(row, table.columns, PROJECT_RULES);
    const values = readProject(reader, table.date1904, lookups);
    const others = doubles.others(key, row.number);
    if (others !== null) reader.fault("name", `和${others}说的是同一个项目。`, "留一行，或者把要办什么写得不同。");
    return rowResult(reader, { key, existingId: lookups.known.get(key) ?? null, values, changes: [] });
  };
}
