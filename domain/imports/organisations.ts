import { organisationKey } from "@/domain/people/organisation";
import { RowReader } from "./cells";
import { Doubles } from "./duplicates";
import { ORGANISATION_FIELDS, ORGANISATION_RULES, type OrganisationField } from "./fields";
import type { ImportTable } from "./header";
import { readOrganisation, type OrganisationReader, type WrittenOrganisation } from "./organisation-row";
import { changesBetween, rowResult } from "./result";
import { suggester } from "./suggestion";
import type { RowResult, SheetRow } from "./types";
import { KIND_LABELS, type OrganisationKind } from "./words";

/**
 * Rows about organisations. A row speaks of the organisation with its credit code, else of the one with exactly its
 * name (apart from width, spaces, brackets and case). Empty cells leave what is stored; a new organisation needs name,
 * kind, short code and station. What is the first half of people's logins, the short code, is not changed by a file.
 *
 * Example: a row with a known credit code and a new name renames; one with a known name and another code is a fault.
 */
export interface ExistingOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly shortCode: string;
  readonly creditCode: string | null;
  readonly stationId: string;
  readonly state: "active" | "closed";
}

export interface KnownStation {
  readonly id: string;
  readonly name: string;
}

export interface OrganisationLookups {
  /** All of the zone, closed ones too: names and codes are unique over all of them. */
  readonly organisations: readonly ExistingOrganisation[];
  /** Short codes that nobody may take, with the name of the organisation that had or has them. */
  readonly takenShortCodes?: ReadonlyMap<string, string>;
  readonly stations: readonly KnownStation[];
  /** The one station whose rows the file may hold; null for the whole zone. */
  readonly onlyStationId: string | null;
}

export interface OrganisationValues {
  readonly name: string;
  readonly nameKey: string;
  readonly kind: OrganisationKind;
  readonly shortCode: string;
  readonly creditCode: string | null;
  readonly stationId: string;
}

export type OrganisationRow = RowResult<OrganisationField, OrganisationValues>;

class Index {
  readonly byCode = new Map<string, ExistingOrganisation>();
  readonly byName = new Map<string, ExistingOrganisation>();
  readonly byShortCode = new Map<string, ExistingOrganisation>();
  readonly stations: ReadonlyMap<string, KnownStation>;
  readonly stationNames: ReadonlyMap<string, string>;
  readonly suggestStation: (written: string) => string | null;

  constructor({ organisations, stations }: OrganisationLookups) {
    for (const organisation of organisations) {
      if (organisation.creditCode !== null) this.byCode.set(organisation.creditCode, organisation);
      this.byName.set(organisationKey(organisation.name), organisation);
      this.byShortCode.set(organisation.shortCode, organisation);
    }
    this.stations = new Map(stations.map((station) => [organisationKey(station.name), station]));
    this.stationNames = new Map(stations.map(({ id, name }) => [id, name]));
    this.suggestStation = suggester(stations.map(({ name }) => name));
  }
}

/** What the file says of whom twice. */
interface FileIndex {
  readonly names: Doubles;
  readonly creditCodes: Doubles;
  readonly shortCodes: Doubles;
}

function fileIndex(table: ImportTable<OrganisationField>): FileIndex {
  const index = { names: new Doubles(), creditCodes: new Doubles(), shortCodes: new Doubles() };
  for (const row of table.rows) {
    const { nameKey, creditCode, shortCode } = readOrganisation(new RowReader(row, table.columns, ORGANISATION_RULES));
    index.names.add(nameKey, row.number);
    index.creditCodes.add(creditCode, row.number);
    index.shortCodes.add(shortCode, row.number);
  }
  return index;
}

function findDoubles(reader: OrganisationReader, row: WrittenOrganisation, file: FileIndex): void {
  const { number } = reader.row;
  const doubles = [
    ["name", "组织名称", file.names.others(row.nameKey, number)],
    ["creditCode", "统一社会信用代码", file.creditCodes.others(row.creditCode, number)],
    ["shortCode", "组织短码", file.shortCodes.others(row.shortCode, number)],
  ] as const;
  for (const [field, label, others] of doubles) {
    if (others !== null) reader.fault(field, `${label}和${others}相同。`, "一家组织只留一行，不同的组织请改正。");
  }
}

const isOther = (code: string | null, stored: string | null | undefined) =>
  code !== null && typeof stored === "string" && stored !== code;

/** Contradictions between the name and the code of a row. */
function checkIdentity(
  reader: OrganisationReader,
  row: WrittenOrganisation,
  byCode: ExistingOrganisation | undefined,
  byName: ExistingOrganisation | undefined,
): void {
  if (byName === undefined || byCode === byName) return;
  if (byCode !== undefined) {
    reader.fault(
      "name",
      `这个名称已经登记给另一家组织，而代码属于“${byCode.name}”。`,
      "请核对名称和统一社会信用代码，两者应是同一家。",
    );
  } else if (isOther(row.creditCode, byName.creditCode)) {
    reader.fault(
      "creditCode",
      `“${byName.name}”登记的代码是${byName.creditCode}，和表里的不同。`,
      "请核对代码；登记有误的，请在组织页改正后再导入。",
    );
  }
}

/** The organisation the row speaks of: the one with its code, else the one with its name. */
function findExisting(reader: OrganisationReader, row: WrittenOrganisation, known: Index): ExistingOrganisation | null {
  const byCode = known.byCode.get(row.creditCode ?? "");
  const byName = known.byName.get(row.nameKey);
  checkIdentity(reader, row, byCode, byName);
  const existing = byCode ?? byName ?? null;
  if (existing?.state === "closed") reader.fault("name", "这家组织已经停用。", "请在组织页恢复，或者删去这一行。");
  return existing;
}

function checkShortCode(
  reader: OrganisationReader,
  row: WrittenOrganisation,
  existing: ExistingOrganisation | null,
  holder: string | undefined,
): void {
  if (row.shortCode === null) return;
  if (existing !== null && row.shortCode !== existing.shortCode) {
    const problem = `登记的短码是${existing.shortCode}，工号登录要用它，不能通过导入更改。`;
    reader.fault("shortCode", problem, `请改回${existing.shortCode}，或者留空；要换短码请到组织页。`);
  } else if (existing === null && holder !== undefined) {
    reader.fault("shortCode", `短码${row.shortCode}已经给了“${holder}”。`, "请换一个短码。");
  }
}

function findStation(reader: OrganisationReader, row: WrittenOrganisation, known: Index): string | null {
  if (row.station === "") return null;
  const station = known.stations.get(organisationKey(row.station));
  if (station !== undefined) return station.id;
  const close = known.suggestStation(row.station);
  const remedy = close === null ? "请填写系统里已有的工作站名称。" : `是不是“${close}”？`;
  reader.fault("station", `没有叫“${row.station}”的工作站。`, remedy);
  return null;
}

function checkStation(
  reader: OrganisationReader,
  stationId: string | null,
  existing: ExistingOrganisation | null,
  only: string | null,
) {
  if (only === null || reader.isFaulty("station")) return;
  if ((stationId ?? only) !== only || (existing !== null && existing.stationId !== only)) {
    reader.fault("station", "这家组织不在你负责的工作站。", "请删去这一行，由它所在的工作站或工委导入。");
  }
}

function newValues(row: WrittenOrganisation, stationId: string | null): OrganisationValues | null {
  const { name, nameKey, kind, shortCode, creditCode } = row;
  if (kind === null || shortCode === null || stationId === null) return null;
  return { name, nameKey, kind, shortCode, creditCode, stationId };
}

/** What is stored with what the row says in its place; another spelling of the same name changes nothing. */
function changedValues(row: WrittenOrganisation, stationId: string | null, existing: ExistingOrganisation) {
  const isSameName = organisationKey(existing.name) === row.nameKey;
  return {
    name: isSameName ? existing.name : row.name,
    nameKey: row.nameKey,
    kind: row.kind ?? existing.kind,
    shortCode: existing.shortCode,
    creditCode: row.creditCode ?? existing.creditCode,
    stationId: stationId ?? existing.stationId,
  };
}

function requireForNew(reader: OrganisationReader, row: WrittenOrganisation, stationId: string | null): void {
  if (row.kind === null) reader.missing("kind");
  if (row.shortCode === null) reader.missing("shortCode");
  if (stationId === null) reader.missing("station");
}

function shownOf(values: Omit<OrganisationValues, "nameKey">, known: Index) {
  return {
    name: values.name,
    kind: KIND_LABELS[values.kind],
    shortCode: values.shortCode,
    creditCode: values.creditCode ?? "",
    station: known.stationNames.get(values.stationId) ?? "",
  };
}

/**
 * Gives a check for the rows of this table. Making it looks at all rows once for doubles; the check itself takes one
 * row, always gives the same answer for it, and can be called slice by slice.
 */
export function organisationChecker(
  table: ImportTable<OrganisationField>,
  lookups: OrganisationLookups,
): (row: SheetRow) => OrganisationRow {
  const file = fileIndex(table);
  const known = new Index(lookups);
  return (sheetRow) => {
    const reader = new RowReader(sheetRow, table.columns, ORGANISATION_RULES);
    const row = readOrganisation(reader);
    findDoubles(reader, row, file);
    const existing = findExisting(reader, row, known);
    const code = row.shortCode ?? "";
    checkShortCode(reader, row, existing, known.byShortCode.get(code)?.name ?? lookups.takenShortCodes?.get(code));
    const stationId = findStation(reader, row, known);
    checkStation(reader, stationId, existing, lookups.onlyStationId);
    const key = row.creditCode ?? (row.nameKey === "" ? null : row.nameKey);
    if (existing === null) {
      const station = stationId ?? lookups.onlyStationId;
      requireForNew(reader, row, station);
      return rowResult(reader, { key, existingId: null, values: newValues(row, station), changes: [] });
    }
    const values = changedValues(row, stationId, existing);
    const changes = changesBetween(shownOf(existing, known), shownOf(values, known), ORGANISATION_FIELDS);
    return rowResult(reader, { key, existingId: existing.id, values, changes });
  };
}
