import { formatFull } from "@/domain/calendar/labels";
import { STANDING_LABELS, type Standing } from "@/domain/people/standing";
import { RowReader } from "./cells";
import { MEMBER_RULES, type MemberField } from "./fields";
import type { ImportTable } from "./header";
import { checkShortCodes, LoginCheck, ownerOf, workNumberAt } from "./member-logins";
import { readJoined, readName, readStanding, type MemberReader, type WrittenLogin } from "./member-row";
import { areStrangers } from "./names";
import { BranchFinder, OrganisationFinder, type KnownBranch, type KnownOrganisation } from "./places";
import { changesBetween, rowResult } from "./result";
import type { Change, RowResult, SheetRow } from "./types";

/**
 * Rows about members. A row speaks of the account with one of its logins, phone or work number; a name alone never
 * identifies anybody. Empty cells leave what is stored; a login that the account does not have yet is added to it. A new
 * member needs name, login, organisation and standing. Accounts that left the zone are brought back on their own page,
 * not by a file.
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
  /** First days of an employer and of a branch that were agreed on for a day to come; null where there is none. */
  readonly coming: { readonly organisation: string | null; readonly branch: string | null };
  /** First day at the organisation. */
  readonly joined: string | null;
  /** Why whoever brings the sheet in may not edit this person; null where they may. */
  readonly refusal: "own" | "not-yours" | null;
}

export interface MemberLookups {
  readonly organisations: readonly KnownOrganisation[];
  readonly branches: readonly KnownBranch[];
  /** By login as `parseLogin` writes it; those of `memberLogins` and of people with `maskedNames` are enough. */
  readonly membersByLogin: ReadonlyMap<string, ExistingMember>;
  /** Work numbers in use, by organisation: shows which zeros were lost. */
  readonly workNumbers: ReadonlyMap<string, Iterable<string>>;
  readonly onlyStationId: string | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface MemberValues {
  readonly name: string;
  /** What is to be stored: every login of a new person, of a known one those that are not theirs yet. */
  readonly logins: readonly Pick<WrittenLogin, "value" | "kind">[];
  /** At the organisation. */
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

/** The check of one table: what it knows from looking at all rows once. */
class MemberCheck {
  private readonly organisations: OrganisationFinder;
  private readonly branches: BranchFinder;
  private readonly known: ReadonlyMap<string, KnownOrganisation>;
  private readonly branchNames: ReadonlyMap<string, string>;
  private readonly branchStations: ReadonlyMap<string, string>;
  private readonly logins: LoginCheck;
  private readonly table: Table;
  private readonly lookups: MemberLookups;

  constructor(table: Table, lookups: MemberLookups) {
    this.table = table;
    this.lookups = lookups;
    this.organisations = new OrganisationFinder(lookups.organisations);
    this.branches = new BranchFinder(lookups.branches);
    this.known = new Map(lookups.organisations.map((organisation) => [organisation.id, organisation]));
    this.branchNames = new Map(lookups.branches.map(({ id, name }) => [id, name]));
    this.branchStations = new Map(lookups.branches.map(({ id, stationId }) => [id, stationId]));
    this.logins = new LoginCheck(table, lookups, this.organisations);
  }

  check(row: SheetRow): MemberRow {
    const reader: MemberReader = new RowReader(row, this.table.columns, MEMBER_RULES);
    const { lookups, table } = this;
    const name = readName(reader);
    const organisation = this.organisations.find(reader);
    const logins = this.logins.read(reader, organisation);
    const existing = ownerOf(reader, logins, lookups.membersByLogin);
    const { onlyStationId } = lookups;
    const employerId = existing?.organisationId ?? null;
    this.organisations.checkStation(reader, organisation, { employerId, onlyStationId });
    const employer = organisation ?? this.stored(existing?.organisationId);
    const standing = readStanding(reader);
    const joined = readJoined(reader, table.date1904, lookups.today);
    // One who belongs to a branch already is moved by no sheet: nobody is put into another station's.
    const isJoining = existing === null || existing.branchId === null;
    const branch = this.branches.find(reader, employer, isJoining ? onlyStationId : null);
    const missing = logins.filter(({ value }) => !lookups.membersByLogin.has(value));
    checkShortCodes(reader, missing, employer);
    const workNumber = workNumberAt(logins, employer);
    const written = { name, missing, workNumber, standing, joined, organisation, branch };
    const key = logins[0]?.value ?? null;
    if (existing === null) {
      const values = newValues(reader, written);
      return rowResult(reader, { key, existingId: null, values, changes: [] });
    }
    const values = changedValues(written, existing);
    const changes = this.changes(existing, values, missing);
    checkExisting(reader, name, existing, this.isAnothers(existing, changes.length > 0));
    refuseSecond(reader, existing, values);
    refuseEdit(reader, existing, changes);
    return rowResult(reader, { key, existingId: existing.id, values, changes });
  }

  private stored(organisationId: string | null | undefined): KnownOrganisation | null {
    return this.known.get(organisationId ?? "") ?? null;
  }

  /**
   * Whether the person is another station's: of the branch, and without one of the employer, as everywhere. A list of the
   * own station's organisation may name them all the same, as long as it changes nothing.
   */
  private isAnothers({ branchId, organisationId }: Places, isChanged: boolean): boolean {
    const { onlyStationId } = this.lookups;
    const employers = this.stored(organisationId)?.stationId ?? null;
    const own = this.branchStations.get(branchId ?? "") ?? employers;
    return onlyStationId !== null && own !== onlyStationId && (isChanged || employers !== onlyStationId);
  }

  private changes(
    existing: ExistingMember,
    values: MemberValues,
    missing: readonly WrittenLogin[],
  ): readonly Change<MemberField>[] {
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
    const added = missing.map(({ field, value }) => ({ field, before: "", after: value }));
    return [...changesBetween<MemberField>(before, after, CHANGEABLE, moved), ...added];
  }
}

interface Places {
  readonly organisationId: string | null;
  readonly branchId: string | null;
}

interface WrittenMember {
  readonly name: string;
  /** Logins that nobody has. */
  readonly missing: readonly WrittenLogin[];
  readonly workNumber: string | null;
  readonly standing: Standing | null;
  readonly joined: string | null;
  readonly organisation: KnownOrganisation | null;
  readonly branch: KnownBranch | null;
}

const stored = ({ value, kind }: WrittenLogin) => ({ value, kind });

function newValues(reader: MemberReader, row: WrittenMember): MemberValues | null {
  if (row.organisation === null) reader.missing("organisation");
  if (row.standing === null) reader.missing("standing");
  const { name, workNumber, standing, joined, organisation, branch } = row;
  if (organisation === null || standing === null) return null;
  const place = { organisationId: organisation.id, branchId: branch?.id ?? null };
  return { name, logins: row.missing.map(stored), workNumber, ...place, standing, joined };
}

function checkExisting(
  reader: MemberReader,
  name: string,
  existing: ExistingMember,
  isOfAnotherStation: boolean,
): void {
  if (existing.state === "left") {
    reader.fault("name", "这个号码属于已经转出的人。", "请在人员页办理转入，或者删去这一行。");
  } else if (isOfAnotherStation) {
    const problem = "这个人不是本站的：支部不在本站，或者没有支部、单位也不在本站。";
    reader.fault("organisation", problem, "请在人员页办理转接，或者由工委导入。");
  } else if (name !== "" && areStrangers(name, existing.name)) {
    const problem = "这个号码已经登记给另一个姓名。";
    reader.fault("name", problem, "请核对号码；确实是同一人改名的，请先在人员页改名。");
  }
}

/** A first place where one is agreed on for a later day already would be a second one from that day on. */
function refuseSecond(reader: MemberReader, existing: ExistingMember, values: MemberValues): void {
  const refuse = (field: "organisation" | "branch", what: string, from: string): void => {
    const remedy = "这一格请留空；要改的，请先在人员页撤回那次转接。";
    reader.fault(field, `这个人的${what}已经办好，${formatFull(from)}起生效，不能再登记一个。`, remedy);
  };
  const { organisation, branch } = existing.coming;
  if (existing.organisationId === null && organisation !== null && values.organisationId !== null) {
    refuse("organisation", "工作关系", organisation);
  }
  if (existing.branchId === null && branch !== null && values.branchId !== null) refuse("branch", "组织关系", branch);
}

const REFUSALS = {
  own: { problem: "这是你自己的资料，不能自己改。", remedy: "请由别的同志导入，或者删去这一行。" },
  "not-yours": {
    problem: "这个人的资料不归你改。",
    remedy: "工委和管理员的资料由管理员在人员页改；请删去这一行。",
  },
} as const;

/** A row that would edit somebody who is not for the importer to edit. Going elsewhere is asked for on the person's page. */
function refuseEdit(
  reader: MemberReader,
  { refusal }: Pick<ExistingMember, "refusal">,
  changes: readonly Change<MemberField>[],
): void {
  if (refusal === null) return;
  const isMove = ({ field, before }: Change<MemberField>) =>
    (field === "organisation" || field === "branch") && before !== "";
  const edit = changes.find((change) => change.field !== "joined" && !isMove(change));
  if (edit !== undefined) reader.fault(edit.field, REFUSALS[refusal].problem, REFUSALS[refusal].remedy);
}

/** What is stored with what the row says in its place. */
function changedValues(row: WrittenMember, existing: ExistingMember): MemberValues {
  const organisationId = row.organisation?.id ?? existing.organisationId;
  const stayed = organisationId === existing.organisationId ? existing.joined : null;
  return {
    name: row.name,
    logins: row.missing.map(stored),
    workNumber: row.workNumber,
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
