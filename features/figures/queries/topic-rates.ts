import { sharesOfParts, type Share } from "@/domain/figures/share";
import type { StandingGroup } from "@/domain/figures/standing-group";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { selectRows, type SqlValue } from "@/lib/db/prepared";
import { notOutside } from "./parts";

/** First answers of one topic: right ones of all, from five people up (`sharesOfParts`). */
export type TopicRate = { readonly topic: string; readonly recall: Share };

type Row = Record<"firsts" | "rights" | "people", number | bigint> & { topic: string };

/**
 * Recall rates of one quarter by topic, topics that nobody answered left out: first answers of those who belonged to the
 * branch, or worked in one of the zone's organisations, on the day of the answer.
 */
export function listTopicRates(
  scope: BranchScope | ZoneScope,
  quarter: string,
  standing: StandingGroup = "members",
): Promise<TopicRate[]> {
  return readRates(placeOf(scope), quarter, standing);
}

/** The same of those who worked in one organisation. The caller has decided that the reader may see it. */
export function listTopicsOf(organisationId: string, quarter: string, standing: StandingGroup): Promise<TopicRate[]> {
  return readRates({ sql: "AND t.organisation_id = ?", values: [organisationId] }, quarter, standing);
}

type Place = { readonly sql: string; readonly values: readonly SqlValue[] };

function placeOf(scope: BranchScope | ZoneScope): Place {
  if ("branchId" in scope) return { sql: "AND t.branch_id = ?", values: [scope.branchId] };
  if (scope.stationId === null) return { sql: "", values: [] };
  const sql = "AND t.organisation_id IN (SELECT id FROM organisation WHERE station_id = ?)";
  return { sql, values: [scope.stationId] };
}

async function readRates(place: Place, quarter: string, standing: StandingGroup): Promise<TopicRate[]> {
  const people = notOutside({ standing }, "t.member_id");
  const rows = await selectRows<Row>(
    `SELECT t.topic, SUM(t.firsts) AS firsts, SUM(t.rights) AS rights, COUNT(DISTINCT t.member_id) AS people
      FROM recall_total t WHERE t.quarter = ? ${place.sql} AND ${people.sql}
     GROUP BY t.topic ORDER BY t.topic`,
    [quarter, ...place.values, ...people.values],
  );
  const sums = rows.map(({ firsts, rights, people }) => ({
    ...{ people: Number(people), part: Number(rights), whole: Number(firsts) },
  }));
  const shares = sharesOfParts(sums);
  return rows.map(({ topic }, index) => ({ topic, recall: shares[index] ?? { kind: "none" } }));
}
