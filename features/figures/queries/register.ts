import { COUNTED_STANDINGS } from "@/domain/figures/standing-group";
import { listFormerCodes } from "@/features/organisations/queries";
import type { ZoneScope } from "@/features/access/types";
import { selectRows } from "@/lib/db/prepared";
import type { Ask } from "./parts";

export type OrganisationEntry = {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly shortCode: string;
  readonly formerCodes: readonly string[];
  readonly creditCode: string | null;
  readonly kind: string;
  readonly stationId: string;
  /** People of the standings asked for who work there today. */
  readonly people: number;
};

type Row = {
  id: string;
  name: string;
  name_key: string;
  short_code: string;
  credit_code: string | null;
  kind: string;
  station_id: string;
  people: number | bigint;
};

/** The open organisations of the scope, with how many people they have today. */
export async function listOrganisationsOf(scope: ZoneScope, { standing, today }: Ask): Promise<OrganisationEntry[]> {
  const standings = COUNTED_STANDINGS[standing];
  const place =
    scope.stationId === null ? { sql: "", values: [] } : { sql: "AND o.station_id = ?", values: [scope.stationId] };
  const wanted = selectRows<Row>(
    `SELECT o.id, o.name, o.name_key, o.short_code, o.credit_code, o.kind, o.station_id, COALESCE(p.people, 0) AS people
     FROM organisation o LEFT JOIN (
       SELECT e.organisation_id, COUNT(DISTINCT e.member_id) AS people FROM employment e
       WHERE e.since <= ? AND (e.until IS NULL OR e.until >= ?) AND e.member_id NOT IN (
         SELECT id FROM member WHERE state = 'left' OR standing NOT IN (${standings.map(() => "?").join(", ")})
       ) GROUP BY e.organisation_id
     ) p ON p.organisation_id = o.id
     WHERE o.state = 'active' ${place.sql}`,
    [today, today, ...standings, ...place.values],
  );
  const [rows, former] = await Promise.all([wanted, listFormerCodes()]);
  return rows.map(({ name_key, short_code, credit_code, station_id, people, ...row }) => ({
    ...{ ...row, nameKey: name_key, shortCode: short_code, creditCode: credit_code, stationId: station_id },
    formerCodes: former.get(row.id) ?? [],
    people: Number(people),
  }));
}
