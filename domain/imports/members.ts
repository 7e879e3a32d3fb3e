import { STANDING_LABELS, type Standing } from "@/domain/people/standing";
import { RowReader } from "./cells";
import { Doubles } from "./duplicates";
import { MEMBER_RULES, type MemberField } from "./fields";
import type { ImportTable } from "./header";
import { readJoined, readLogin, readName, readStanding, type MemberReader, type WrittenLogin } from "./member-row";
import { areStrangers } from "./names";
import { BranchFinder, OrganisationFinder, type KnownBranch, type KnownOrganisation } from "./places";
import { changesBetween, rowResult } from "./result";
import type { Change, RowResult, SheetRow } from "./types";

/**
 * Rows about members. A row speaks of the account with its login; a name alone never identifies anybody. Empty cells
 * leave what is stored; a new member needs name, login, organisation and standing. Accounts that left the zone are
 * brought back on their own page, not by a file.
 *
 * Example: a known login with 预备党员 → 正式党员 is an update; a known login with an entirely different name is a
 * fault, because the number most likely belongs to somebody else now.
 */
export interface ExistingMember {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  readonly state: "invited" | "active" | "inactive" | "left";
  readonly organisationId: string | null;
  readonly branchId: string | null;
  /** First day at the organisation. */
  readonly joined: string | null;
}

export interface MemberLookups {
  readonly organisations: readonly KnownOrganisation[];
  readonly branches: readonly KnownBranch[];
  /** By login as `parseLogin` writes it; those of `memberLogins` are enough. */
  readonly membersByLogin: ReadonlyMap<string, ExistingMember>;
  /** Work numbers in use, by organisation: shows which zeros were lost. */
  readonly workNumbers: ReadonlyMap<string, Iterable<string>>;
  readonly onlyStationId: string | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface MemberValues {
  readonly name: string;
  readonly login: string;
  readonly loginKind: "phone" | "work-number";
  readonly workNumber: string | null;
  /** Null for somebody known who has no employer, and whose row names none. */
  readonly organisationId: string | null;
  readonly branchId: string | null;
  readonly standing: Standing;
  /** Null: from the day of the import. */
  readonly joined: string | null;
}

export type MemberRow = RowResult<MemberField, MemberValues>;

const CHANGEABLE = ["name", "organisation", "branch", "standing", "joined"] as const satisfies readonly MemberField[];

type Table = ImportTable<MemberField>;

const withoutZeros = (workNumber: string) => workNumber.replace(/^0+(?=.)/u, "");

function loginOf(row: SheetRow, table: Table, organisations: OrganisationFinder): WrittenLogin | null {
  const reader: MemberReader = new RowReader(row, table.columns, MEMBER_RULES);
  return readLogin(reader, organisations.find(reader, null)?.shortCode ?? null);
}

/** Every login the table names, in its one spelling: what `membersByLogin` has to answer for. */
export function memberLogins(table: Table, organisations: readonly KnownOrganisation[]): ReadonlySet<string> {
  const finder = new OrganisationFinder(organisations);
  return new Set(table.rows.flatMap((row) => loginOf(row, table, finder)?.value ?? []));
}

/** Work numbers with zeros in front, by login without them: in the file as text, and in use. */
function zeroedLogins(logins: readonly (WrittenLogin | null)[], lookups: MemberLookups): ReadonlyMap<string, string> {
  const zeroed = new Map<string, string>();
  const add = (shortCode: string, workNumber: string) => {
    const bare = `${shortCode}-${withoutZeros(workNumber)}`;
    const whole = `${shortCode}-${workNumber}`;
    // Of several the smallest, so that the order of the rows does not matter.
    if (bare !== whole && whole < (zeroed.get(bare) ?? "~")) zeroed.set(bare, whole);
  };
  for (const { id, shortCode } of lookups.organisations) {
    for (const workNumber of lookups.workNumbers.get(id) ?? []) add(shortCode, workNumber);
  }
  for (const login of logins) {
    if (login === null || login.isNumber) continue;
    if (login.shortCode !== null && login.workNumber !== null) add(login.shortCode, login.workNumber);
  }
  return zeroed;
}

/** The check of one table: what it knows from looking at all rows once. */
class MemberCheck {
  private readonly organisations: OrganisationFinder;
  private readonly branches: BranchFinder;
  private readonly known: ReadonlyMap<string, KnownOrganisation>;
  private readonly branchNames: ReadonlyMap<string, string>;
  private readonly doubles = new Doubles();
  private readonly zeroed: ReadonlyMap<string, string>;
  private readonly table: Table;
  private readonly lookups: MemberLookups;

  constructor(table: Table, lookups: MemberLookups) {
    this.table = table;
    this.lookups = lookups;
    this.organisations = new OrganisationFinder(lookups.organisations);
    this.branches = new BranchFinder(lookups.branches);
    this.known = new Map(lookups.organisations.map((organisation) => [organisation.id, organisation]));
    this.branchNames = new Map(lookups.branches.map(({ id, name }) => [id, name]));
    const logins = table.rows.map((row) => loginOf(row, table, this.organisations));
    for (const [index, row] of table.rows.entries()) this.doubles.add(logins[index]?.value ?? null, row.number);
    this.zeroed = zeroedLogins(logins, lookups);
  }

  check(row: SheetRow): MemberRow {
    const reader: MemberReader = new RowReader(row, this.table.columns, MEMBER_RULES);
    const { lookups, table } = this;
    const name = readName(reader);
    const organisation = this.organisations.find(reader, lookups.onlyStationId);
    const login = readLogin(reader, organisation?.shortCode ?? null);
    this.checkLogin(reader, login);
    const existing = lookups.membersByLogin.get(login?.value ?? "") ?? null;
    const standing = readStanding(reader);
    const joined = readJoined(reader, table.date1904, lookups.today);
    const branch = this.branches.find(reader, organisation ?? this.stored(existing?.organisationId));
    const written = { name, login, standing, joined, organisation, branch };
    const key = login?.value ?? null;
    if (existing === null) {
      const values = newValues(reader, written);
      return rowResult(reader, { key, existingId: null, values, changes: [] });
    }
    checkExisting(reader, name, existing, lookups.onlyStationId, this.stored(existing.organisationId));
    const values = changedValues(written, existing);
    const changes = values === null ? [] : this.changes(existing, values);
    return rowResult(reader, { key, existingId: existing.id, values, changes });
  }

  private stored(organisationId: string | null | undefined): KnownOrganisation | null {
    return this.known.get(organisationId ?? "") ?? null;
  }

  private checkLogin(reader: MemberReader, login: WrittenLogin | null): void {
    if (login === null) return;
    const others = this.doubles.others(login.value, reader.row.number);
    if (others !== null) {
      reader.fault(login.field, `号码和${others}相同。`, "一人只留一行，不同的人请改正号码。");
    }
    const zeroed = this.zeroed.get(login.value);
    if (login.isNumber && zeroed !== undefined) {
      const remedy = `是不是${zeroed}？请先把这一列设成“文本”格式，再重新填写工号。`;
      reader.fault(login.field, "工号存成了数字，前面的0可能丢了。", remedy);
    }
  }

  private changes(existing: ExistingMember, values: MemberValues): readonly Change<MemberField>[] {
    const shown = (member: Pick<MemberValues, "name" | "standing" | "joined"> & Places) => ({
      name: member.name,
      organisation: this.stored(member.organisationId)?.name ?? "",
      branch: this.branchNames.get(member.branchId ?? "") ?? "",
      standing: STANDING_LABELS[member.standing],
      joined: member.joined ?? "",
    });
    const before = shown(existing);
    // A new place without a day begins with the import.
    const after = shown({ ...values, joined: values.joined ?? existing.joined });
    // Two branches may have one name: going from one to the other is a change all the same.
    const moved = existing.branchId !== values.branchId ? ["branch" as const] : [];
    return changesBetween<MemberField>(before, after, CHANGEABLE, moved);
  }
}

interface Places {
  readonly organisationId: string | null;
  readonly branchId: string | null;
}

interface WrittenMember {
  readonly name: string;
  readonly login: WrittenLogin | null;
  readonly standing: Standing | null;
  readonly joined: string | null;
  readonly organisation: KnownOrganisation | null;
  readonly branch: KnownBranch | null;
}

/** A new work number belongs to the organisation of the row: `0755-1234567` is no login of anybody. */
function checkShortCode(reader: MemberReader, { login, organisation }: WrittenMember): void {
  if (login === null || login.shortCode === null || organisation === null) return;
  if (login.shortCode === organisation.shortCode) return;
  const problem = `这家组织的短码是${organisation.shortCode}，不是${login.shortCode}。`;
  reader.fault(login.field, problem, `请写成“${organisation.shortCode}-工号”，或者核对组织。`);
}

function newValues(reader: MemberReader, row: WrittenMember): MemberValues | null {
  if (row.organisation === null) reader.missing("organisation");
  if (row.standing === null) reader.missing("standing");
  checkShortCode(reader, row);
  const { name, login, standing, joined, organisation, branch } = row;
  if (login === null || organisation === null || standing === null) return null;
  const { value, kind, workNumber } = login;
  const place = { organisationId: organisation.id, branchId: branch?.id ?? null };
  return { name, login: value, loginKind: kind, workNumber, ...place, standing, joined };
}

function checkExisting(
  reader: MemberReader,
  name: string,
  existing: ExistingMember,
  onlyStationId: string | null,
  organisation: KnownOrganisation | null,
): void {
  if (existing.state === "left") {
    reader.fault("name", "这个号码属于已经转出的人。", "请在人员页办理转入，或者删去这一行。");
  } else if (onlyStationId !== null && organisation?.stationId !== onlyStationId) {
    reader.fault("organisation", "这个人没有登记在本站的组织里。", "请在人员页办理转接，或者由工委导入。");
  } else if (name !== "" && areStrangers(name, existing.name)) {
    const problem = "这个号码已经登记给另一个姓名。";
    reader.fault("name", problem, "请核对号码；确实是同一人改名的，请先在人员页改名。");
  }
}

/** What is stored with what the row says in its place. */
function changedValues(row: WrittenMember, existing: ExistingMember): MemberValues | null {
  const organisationId = row.organisation?.id ?? existing.organisationId;
  if (row.login === null) return null;
  const stayed = organisationId === existing.organisationId ? existing.joined : null;
  return {
    name: row.name,
    login: row.login.value,
    loginKind: row.login.kind,
    workNumber: row.login.workNumber,
    organisationId,
    branchId: row.branch?.id ?? existing.branchId,
    standing: row.standing ?? existing.standing,
    joined: row.joined ?? stayed,
  };
}

/**
 * Gives a check for the rows of this table. Making it looks at all rows once for doubles and lost zeros; the check
 * takes one row, always gives the same answer for it, and can be called slice by slice.
 */
export function memberChecker(table: Table, lookups: MemberLookups): (row: SheetRow) => MemberRow {
  const check = new MemberCheck(table, lookups);
  return (row) => check.check(row);
}
