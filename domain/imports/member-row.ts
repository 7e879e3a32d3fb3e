import { isMaskedPhone, normaliseLogin, parseLogin, type ParsedLogin } from "@/domain/people/login";
import type { Standing } from "@/domain/people/standing";
import type { RowReader } from "./cells";
import { parseDay } from "./dates";
import type { MemberField } from "./fields";
import { parsePersonName } from "./names";
import { parseStanding } from "./words";

/**
 * One row about a member, read by itself. Its logins stand in the columns 手机号或工号, 手机号 and 工号; all that are filled
 * count. A work number without its organisation (00123) gets the short code of the organisation in front. A work number
 * that the spreadsheet program keeps as a number has lost the zeros in front of it, unless its number format shows them.
 *
 * Example: 手机号 13900000001 and 工号 00123 at an organisation with the short code HXJM are the logins 13900000001 and
 * HXJM-00123.
 */
export type MemberReader = RowReader<MemberField>;

export interface WrittenLogin {
  readonly field: "login" | "phone" | "workNumber";
  readonly value: string;
  readonly kind: "phone" | "work-number";
  readonly workNumber: string | null;
  /** Of a work number; null for a phone. */
  readonly shortCode: string | null;
  /** Kept as a number by the program: zeros in front may be lost. */
  readonly isNumber: boolean;
}

const LOGIN_FIELDS = ["login", "phone", "workNumber"] as const;
const BARE_WORK_NUMBER = /^[A-Za-z0-9_.]{1,20}$/u;
const PHONE_SHAPED = /^1[3-9]\d{9}$/u;

function withShortCode(reader: MemberReader, bare: string, shortCode: string | null): string | null {
  if (shortCode !== null) return `${shortCode}-${bare}`;
  reader.fault(
    "workNumber",
    "工号要加上组织短码才分得清，但这一行的组织没有找到。",
    "请先改正组织，或者写成“组织短码-工号”。",
  );
  return null;
}

function isBare(field: WrittenLogin["field"], text: string): boolean {
  return field === "workNumber" && BARE_WORK_NUMBER.test(text) && !PHONE_SHAPED.test(text);
}

/**
 * The logins of the row, each once; a fault for each cell that is no login, and when all cells are empty. Masked phones
 * are left out: see `MaskedPhones`.
 */
export function readLogins(reader: MemberReader, shortCode: string | null): readonly WrittenLogin[] {
  const filled = LOGIN_FIELDS.filter((each) => reader.cell(each).text.trim() !== "");
  if (filled.length === 0) {
    reader.fault(firstColumn(reader), "没有填手机号或工号。", "请补上其中一项，登录时要用。");
  }
  const logins = new Map<string, WrittenLogin>();
  for (const field of filled) {
    const login = readLogin(reader, field, shortCode);
    if (login !== null && !logins.has(login.value)) logins.set(login.value, login);
  }
  return [...logins.values()];
}

/** Null with a fault when the cell is no login. */
function readLogin(reader: MemberReader, field: WrittenLogin["field"], shortCode: string | null): WrittenLogin | null {
  const text = normaliseLogin(reader.read(field));
  if (text === "" || (field !== "workNumber" && isMaskedPhone(text))) return null;
  const whole = isBare(field, text) ? withShortCode(reader, text, shortCode) : text;
  if (whole === null) return null;
  const login = parseLogin(whole);
  if ("error" in login) {
    reader.fault(field, login.error, "请改正号码；没有手机号的，写“组织短码-工号”。");
    return null;
  }
  if (field === "phone" && login.kind !== "phone") {
    reader.fault(field, "这一列应填11位手机号。", "没有手机号的，另加一列“工号”填写。");
    return null;
  }
  return { field, ...partsOf(login), isNumber: reader.cell(field).kind === "number" };
}

function partsOf(login: ParsedLogin) {
  const { kind, value } = login;
  if (login.kind === "phone") return { kind, value, workNumber: null, shortCode: null };
  return { kind, value, workNumber: login.workNumber, shortCode: login.shortCode };
}

/** The first of the login columns that the table has. */
function firstColumn(reader: MemberReader): WrittenLogin["field"] {
  return LOGIN_FIELDS.find((field) => reader.cell(field).column !== "") ?? "login";
}

/** Empty with a fault when there is none or it cannot be a name. */
export function readName(reader: MemberReader): string {
  const read = parsePersonName(reader.read("name"));
  if ("problem" in read) {
    reader.fault("name", read.problem, read.remedy);
    return "";
  }
  if (read.name === "") reader.missing("name");
  return read.name;
}

/** Null when the cell is empty, and with a fault when its word is unknown. */
export function readStanding(reader: MemberReader): Standing | null {
  const text = reader.read("standing");
  if (text === "") return null;
  const standing = parseStanding(text);
  if (standing === null) {
    reader.fault("standing", "看不懂这个身份。", "请填“正式党员”“预备党员”“入党申请人”或“职工”。");
  }
  return standing;
}

const EARLIEST = "1950-01-01";

/** Null when the cell is empty, and with a fault when it is no day up to `today`. */
export function readJoined(reader: MemberReader, date1904: boolean, today: string): string | null {
  if (reader.read("joined") === "") return null;
  const read = parseDay(reader.cell("joined"), date1904);
  if ("problem" in read) {
    reader.fault("joined", read.problem, "不清楚的可以留空。");
    return null;
  }
  if (read.day > today || read.day < EARLIEST) {
    reader.fault("joined", `${read.day}不会是起始日期。`, "请填今天或以前的日期，也可以留空。");
    return null;
  }
  return read.day;
}
