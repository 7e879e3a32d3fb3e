import { RowReader } from "./cells";
import { Doubles } from "./duplicates";
import { MEMBER_RULES, type MemberField } from "./fields";
import type { ImportTable } from "./header";
import { MaskedPhones } from "./masked-phones";
import { readLogins, type MemberReader, type WrittenLogin } from "./member-row";
import { OrganisationFinder, type KnownOrganisation } from "./places";
import type { SheetRow } from "./types";

/**
 * The logins of a table of members. A row may have several (a phone and a work number), and each of them says whose row
 * it is: they must all speak of one person, and no other row may have any of them.
 *
 * Example: phone and work number of one row that belong to two accounts are a fault; a phone that nobody has beside a
 * known work number is a further login of that person.
 */
type Table = ImportTable<MemberField>;

const withoutZeros = (workNumber: string) => workNumber.replace(/^0+(?=.)/u, "");

function loginsOf(row: SheetRow, table: Table, organisations: OrganisationFinder): readonly WrittenLogin[] {
  const reader: MemberReader = new RowReader(row, table.columns, MEMBER_RULES);
  return readLogins(reader, organisations.find(reader)?.shortCode ?? null);
}

/** Every whole login the table names, in its one spelling: what `membersByLogin` has to answer for. */
export function memberLogins(table: Table, organisations: readonly KnownOrganisation[]): ReadonlySet<string> {
  const finder = new OrganisationFinder(organisations);
  return new Set(table.rows.flatMap((row) => loginsOf(row, table, finder).map(({ value }) => value)));
}

interface InUse {
  readonly membersByLogin: ConstructorParameters<typeof MaskedPhones>[0];
  readonly organisations: readonly KnownOrganisation[];
  /** Work numbers in use, by organisation: shows which zeros were lost. */
  readonly workNumbers: ReadonlyMap<string, Iterable<string>>;
}

/** Work numbers with zeros in front, by login without them: in the file as text, and in use. */
function zeroedLogins(
  logins: readonly WrittenLogin[],
  lookups: Pick<InUse, "organisations" | "workNumbers">,
): ReadonlyMap<string, string> {
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
    if (login.isNumber) continue;
    if (login.shortCode !== null && login.workNumber !== null) add(login.shortCode, login.workNumber);
  }
  return zeroed;
}

/** What all rows of a table together say about their logins. */
export class LoginCheck {
  private readonly doubles = new Doubles();
  private readonly zeroed: ReadonlyMap<string, string>;
  private readonly masked: MaskedPhones;

  constructor(table: Table, lookups: InUse, organisations: OrganisationFinder) {
    this.masked = new MaskedPhones(lookups.membersByLogin);
    const logins = table.rows.flatMap((row) => {
      const reader: MemberReader = new RowReader(row, table.columns, MEMBER_RULES);
      const found = this.loginsOf(reader, organisations.find(reader));
      for (const { value } of found) this.doubles.add(value, row.number);
      return found;
    });
    this.zeroed = zeroedLogins(logins, lookups);
  }

  /** The logins of the row, with a fault for each that another row has too or that has lost its zeros. */
  read(reader: MemberReader, organisation: KnownOrganisation | null): readonly WrittenLogin[] {
    const logins = this.loginsOf(reader, organisation);
    for (const login of logins) this.check(reader, login);
    return logins;
  }

  private loginsOf(reader: MemberReader, organisation: KnownOrganisation | null): readonly WrittenLogin[] {
    const whole = readLogins(reader, organisation?.shortCode ?? null);
    const masked = this.masked.read(reader, whole, organisation);
    return [...whole, ...masked.filter(({ value }) => !whole.some((login) => login.value === value))];
  }

  private check(reader: MemberReader, login: WrittenLogin): void {
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
}

/** Whose logins these are: null when nobody has one of them, with a fault when two people do. */
export function ownerOf<M extends { readonly id: string }>(
  reader: MemberReader,
  logins: readonly WrittenLogin[],
  membersByLogin: ReadonlyMap<string, M>,
): M | null {
  let owner: M | null = null;
  for (const { field, value } of logins) {
    const found = membersByLogin.get(value);
    owner ??= found ?? null;
    if (found === undefined || found.id === owner?.id) continue;
    const remedy = "请核对这两个号码；确实是同一个人有两个账号的，请先在人员页合并账号，再重新导入。";
    reader.fault(field, "这个号码和这一行的另一个号码登记在两个人名下。", remedy);
  }
  return owner;
}

/** A work number that is to be stored belongs to the employer: `0755-1234567` is no login of anybody. */
export function checkShortCodes(
  reader: MemberReader,
  logins: readonly WrittenLogin[],
  employer: KnownOrganisation | null,
): void {
  for (const { field, shortCode } of logins) {
    if (shortCode === null || employer === null || shortCode === employer.shortCode) continue;
    const problem = `这家组织的短码是${employer.shortCode}，不是${shortCode}。`;
    reader.fault(field, problem, `请写成“${employer.shortCode}-工号”，或者核对组织。`);
  }
}

/** The number at this employer among the logins of a row. */
export function workNumberAt(logins: readonly WrittenLogin[], employer: KnownOrganisation | null): string | null {
  return logins.find(({ shortCode }) => shortCode !== null && shortCode === employer?.shortCode)?.workNumber ?? null;
}
