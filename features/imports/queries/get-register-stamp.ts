import type { Sql } from "@/lib/db/prepared";

type Counted = {
  name: string;
  rows: number | bigint;
  versions: number | bigint | null;
  closed: number | bigint | null;
};

const counted = (table: string, versions: string, closed: string): string =>
  `SELECT '${table}' AS name, COUNT(*) AS rows, SUM(${versions}) AS versions, SUM(CASE WHEN ${closed} THEN 1 ELSE 0 END) AS closed FROM ${table}`;

const REGISTER = [
  counted("station", "version", "state <> 'active'"),
  counted("organisation", "version", "state <> 'active'"),
  counted("branch", "version", "state <> 'active'"),
  counted("member", "version", "state = 'left'"),
  counted("project", "version", "state = 'withdrawn'"),
  counted("employment", "0", "until IS NOT NULL"),
  counted("membership", "0", "until IS NOT NULL"),
  // Whoever holds a role is not for everybody to edit.
  counted("role_grant", "0", "revoked_at IS NOT NULL"),
].join(" UNION ALL ");

/**
 * A text that differs whenever a station, an organisation, a branch, a person or where somebody belongs was added,
 * edited, opened, closed or ended in between. Invitations that are taken up do not change it.
 */
export async function getRegisterStamp({ select }: Pick<Sql, "select">): Promise<string> {
  const rows = await select<Counted>(REGISTER);
  const lines = rows.map(({ name, ...counts }) => [name, ...Object.values(counts).map(String)].join(" "));
  return lines.sort().join("\n");
}
