import {
  MEMBER_RULES,
  ORGANISATION_RULES,
  fieldLabel,
  type MemberField,
  type OrganisationField,
} from "@/domain/imports/fields";
import { PROJECT_RULES, type ProjectField } from "@/domain/imports/projects";
import { QUESTION_RULES, type QuestionField } from "@/domain/imports/questions";
import { KIND_LABELS } from "@/domain/imports/words";
import { DIFFICULTY_LABELS, PERIOD_LABELS, QUESTION_TYPE_LABELS } from "@/domain/quizzes/types";
import { isStanding, STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import { CONSENT_BY_LABELS, CONSENT_HOW_LABELS, CONTACT_KIND_LABELS } from "@/domain/projects/consent";
import { CATEGORY_LABELS, DAYS_CHOICES, PROJECT_KIND_LABELS } from "@/domain/projects/types";
import { downloadHeaders } from "@/lib/sheets/download";
import type { SheetFormat } from "@/lib/sheets/types";
import { writeWorkbook, type SheetColumn, type SheetTable } from "@/lib/sheets/write";
import { writeCsv } from "@/lib/sheets/write-csv";
import type { MemberLine, OrganisationLine } from "./queries/list-register";

/** Template, register and what comes back marked have the same columns, so that an export can be edited and brought in. */
const organisation = (field: OrganisationField): string => fieldLabel(ORGANISATION_RULES, field);
const member = (field: MemberField): string => fieldLabel(MEMBER_RULES, field);

const KINDS = Object.values(KIND_LABELS);
const STANDING_WORDS = STANDINGS.map((standing) => STANDING_LABELS[standing]);

const ORGANISATION_COLUMNS = (stations: readonly string[]): SheetColumn[] => [
  { header: organisation("name"), kind: "text", width: 40, hint: "必填，写全称" },
  { header: organisation("kind"), kind: "text", width: 12, choices: KINDS, hint: "必填" },
  {
    header: organisation("shortCode"),
    kind: "code",
    width: 12,
    hint: "2至8位字母或数字，工号登录名的前一半，登记后不用表格改",
  },
  { header: organisation("creditCode"), kind: "code", width: 24, hint: "18位，可以不填" },
  { header: organisation("station"), kind: "text", width: 20, choices: stations, hint: "必填" },
];

const MEMBER_COLUMNS: SheetColumn[] = [
  { header: member("name"), kind: "text", width: 14, hint: "必填" },
  { header: member("phone"), kind: "code", width: 16, hint: "手机号和工号至少填一个" },
  { header: member("workNumber"), kind: "code", width: 16, hint: "本单位的工号，不用写组织短码；前面的0要留着" },
  { header: member("organisation"), kind: "text", width: 36, hint: "必填，写全称、组织短码或信用代码" },
  { header: member("branch"), kind: "text", width: 36, hint: "系统里的支部名称，可以不填" },
  { header: member("standing"), kind: "text", width: 12, choices: STANDING_WORDS, hint: "新登记的人必填" },
  { header: member("joined"), kind: "code", width: 14, hint: "可以不填，写成2026-01-31这样" },
];

const NOTES = {
  organisations: [
    "一家组织一行。已经在册的按信用代码或全称认出来，只改写了不一样的内容；空着的格子不改原来的。",
    "换工作站要在组织页办理，表格不办。表里没有写到的组织不会删除。",
  ],
  members: [
    "一个人一行。已经在册的按手机号或工号认出来，只改姓名和身份；空着的格子不改原来的。",
    "手机号和工号都写的，两个都能登录；在册的人还没有的那一个会加上，原来的也还能用。",
    "工作站导出的手机号打了星号，原样导入就不改；写成别的，要写全11位。",
    "换单位、换支部要两边同意，表格不办，会列出来。表里没有写到的人不会删除。",
    "不收身份证号、籍贯和住址，表里有也不读。",
  ],
} as const;

export async function organisationTemplate(stations: readonly string[]): Promise<Response> {
  const sheet = { name: "两新组织", columns: ORGANISATION_COLUMNS(stations), rows: [] };
  return asXlsx("两新组织导入模板", sheet, NOTES.organisations);
}

export async function memberTemplate(): Promise<Response> {
  return asXlsx("人员导入模板", { name: "人员", columns: MEMBER_COLUMNS, rows: [] }, NOTES.members);
}

const QUESTION_NOTES = [
  "一道题一行，没有错的成为草稿，还要另一位同志复核才会用到卷子里。",
  "选择题把选项写在选项A到选项F，答案写字母，单选写B，多选写ACD；判断题答案写对或错。",
  "填空题题干里每个空写____，答案按空的先后用；隔开，一个空的几种写法用/隔开。",
  "排序题把各项按对的顺序写在选项A到选项F；连线题每个选项写“左=右”。",
  "依据原文抄下能回答这道题的一两句话，答案里的年份和数字都要在里面；出处写党政机关、中央和省级党报的页面。",
] as const;

const QUESTION_WIDTHS: Readonly<Partial<Record<QuestionField, number>>> = {
  ...{ stem: 50, explanation: 40, passage: 50, sourceUrl: 40, sourceTitle: 24, type: 10, difficulty: 8 },
};

export function questionTemplate(topics: readonly string[]): Promise<Response> {
  const choices: Readonly<Partial<Record<QuestionField, readonly string[]>>> = {
    ...{ type: Object.values(QUESTION_TYPE_LABELS), topic: topics, period: Object.values(PERIOD_LABELS) },
    difficulty: Object.values(DIFFICULTY_LABELS),
  };
  const columns = QUESTION_RULES.map(({ field, label }): SheetColumn => {
    const offered = choices[field];
    return {
      header: label,
      kind: "text",
      width: QUESTION_WIDTHS[field] ?? 16,
      ...(offered ? { choices: offered } : {}),
    };
  });
  return asXlsx("题目导入模板", { name: "题目", columns, rows: [] }, QUESTION_NOTES);
}

const PROJECT_NOTES = [
  "一个项目一行，没有错的等初审，还要另外两位同志先后审过才公开。已经在册的同一个项目不再写入。",
  "要办什么、需要什么、要求，所有人都看得到：不写姓名、电话、门牌号，不写认得出是谁的经历。",
  "姓名、电话、住址加密存放，只给认领获准的人看；试导入的页面上也不显示。联系谁写“工作站转达”的，这三格不填。",
  "未满14岁的写“是”，联系谁写“工作站转达”，由监护人同意。",
] as const;

export function projectTemplate(stations: readonly string[]): Promise<Response> {
  const labels = (words: Readonly<Record<string, string>>) => Object.values(words);
  const choices: Readonly<Partial<Record<ProjectField, readonly string[]>>> = {
    ...{ projectKind: labels(PROJECT_KIND_LABELS), category: labels(CATEGORY_LABELS), station: stations },
    ...{ days: DAYS_CHOICES.map(String), isUnder14: ["是", "否"], contactKind: labels(CONTACT_KIND_LABELS) },
    ...{ consentBy: labels(CONSENT_BY_LABELS), consentHow: labels(CONSENT_HOW_LABELS) },
  };
  const columns = PROJECT_RULES.map(({ field, label }): SheetColumn => {
    const offered = choices[field];
    const isTyped = field === "contactPhone" || field === "consentOn";
    return { header: label, kind: isTyped ? "code" : "text", width: 18, ...(offered ? { choices: offered } : {}) };
  });
  return asXlsx("志愿项目导入模板", { name: "志愿项目", columns, rows: [] }, PROJECT_NOTES);
}

export function organisationRegister(lines: readonly OrganisationLine[], stations: readonly string[]): SheetTable {
  return {
    name: "两新组织",
    columns: ORGANISATION_COLUMNS(stations),
    rows: lines.map(({ name, kind, shortCode, creditCode, station }) => [
      ...[name, kind === "social" ? KIND_LABELS.social : KIND_LABELS.enterprise, shortCode, creditCode, station],
    ]),
  };
}

export function memberRegister(lines: readonly MemberLine[]): SheetTable {
  return {
    name: "人员",
    columns: MEMBER_COLUMNS,
    rows: lines.map((line) => [
      ...[line.name, line.phone, line.workNumber, line.organisation, line.branch],
      ...[isStanding(line.standing) ? STANDING_LABELS[line.standing] : "", line.joined],
    ]),
  };
}

/** A table as a download in either form. */
export async function asDownload(name: string, table: SheetTable, format: SheetFormat): Promise<Response> {
  if (format === "xlsx") return asXlsx(name, table);
  return new Response(new Uint8Array(writeCsv(table)), { headers: downloadHeaders(name, "csv") });
}

async function asXlsx(name: string, table: SheetTable, notes?: readonly string[]): Promise<Response> {
  const workbook = { sheets: [table], ...(notes ? { notes: { name: "填写说明", lines: notes } } : {}) };
  return new Response(new Uint8Array(await writeWorkbook(workbook)), { headers: downloadHeaders(name, "xlsx") });
}
