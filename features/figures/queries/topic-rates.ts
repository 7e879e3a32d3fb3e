import { shareOf, type Share } from "@/domain/figures/share";
import { COUNTED_STANDINGS, type StandingGroup } from "@/domain/figures/standing-group";
import type { BranchScope, OrganisationScope, ZoneScope } from "@/features/access/types";
import { selectRows, type SqlValue } from "@/lib/db/prepared";

/** First answers of one topic: right ones of all, from five people up. */
export type TopicRate = { readonly topic: string; readonly recall: Share };

type Row = Record<"firsts" | "rights" | "people", number | bigint> & { topic: string };

/**
 * Recall rates of one quarter by topic, topics that nobody answered left out: first answers of those who belonged to the
 * branch, or worked in the organisation or in one of the zone's, on the day of the answer.
 */
export async function listTopicRates(
  scope: BranchScope | OrganisationScope | ZoneScope,
  quarter: string,
  standing: StandingGroup = "members",
): Promise<TopicRate[]> {
  const place = placeOf(scope);
  const standings = COUNTED_STANDINGS[standing];
  const rows = await selectRows<Row>(
    `SELECT t.topic, SUM(t.firsts) AS firsts, SUM(t.rights) AS rights, COUNT(DISTINCT t.member_id) AS people
      FROM recall_total t JOIN member m ON m.id = t.member_id
     WHERE t.quarter = ? ${place.sql} AND m.standing IN (${standings.map(() => "?").join(", ")})
     GROUP BY t.topic ORDER BY t.topic`,
    [quarter, ...place.values, ...standings],
  );
  return rows.map(({ topic, firsts, rights, people }) => ({
    topic,
    recall: shareOf({ people: Number(people), part: Number(rights), whole: Number(firsts) }),
  }));
}

type Place = { readonly sql: string; readonly values: readonly SqlValue[] };

function placeOf(scope: BranchScope | OrganisationScope | ZoneScope): Place {
  if ("branchId" in scope) return { sql: "AND t.branch_id = ?", values: [scope.branchId] };
  if ("organisationId" in scope) return { sql: "AND t.organisation_id = ?", values: [scope.organisationId] };
  if (scope.stationId === null) return { sql: "", values: [] };
  const sql = "AND t.organisation_id IN (SELECT id FROM organisation WHERE station_id = ?)";
  return { sql, values: [scope.stationId] };
}
