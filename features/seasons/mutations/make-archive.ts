import { createHmac } from "node:crypto";
import { lastDayOf } from "@/domain/calendar/shanghai";
import type { Reason } from "@/domain/points/table";
import { tableFor } from "@/domain/points/table";
import { archiveOf } from "@/domain/ranking/closing";
import { selectRows } from "@/lib/db/prepared";
import { getBoards, listJoined } from "../queries";
import type { Boards } from "../types";

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 12;

/**
 * Names made for one season alone: HMAC-SHA-256 of kind and id under the season's own random salt, in base 32 (60 bits).
 * The same id has another name in every season; without the salt, which is thrown away after closing, nobody can tell
 * whose a name is or make it again.
 */
export function pseudonymOf(salt: string, kind: "p" | "b" | "o", id: string): string {
  const bytes = createHmac("sha256", salt).update(`${kind}\0${id}`).digest();
  const letters = Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length));
  return `${kind}${letters.join("")}`;
}

/** What kind of thing earned it, never which. */
const SOURCE_KINDS: Readonly<Record<Reason, string>> = {
  "daily-entry": "entry",
  lesson: "lesson",
  "assigned-study": "assignment",
  "practice-quiz": "quiz",
  review: "review",
  "contest-taking-part": "contest",
  "contest-score": "contest",
  "sharing-post": "post",
  project: "project",
  "venue-visit": "visit",
  lecture: "lecture",
  "study-session": "session",
  correction: "correction",
};

type EntryRow = {
  member_id: string;
  business_date: string;
  reason: Reason;
  value: number;
  reverses_id: string | null;
};

/** The quarter's ledger of those who joined: everything that is committed when this one statement runs. */
function listSeasonEntries(quarter: string): Promise<EntryRow[]> {
  return selectRows<EntryRow>(
    `SELECT p.member_id, p.business_date, p.reason, p.value, p.reverses_id
     FROM points_entry p JOIN season_entry e ON e.quarter = p.quarter AND e.member_id = p.member_id
     WHERE p.quarter = ?`,
    [quarter],
  );
}

/** The archive of a quarter as the ledger stands, and its boards. Branch and organisation are those of its last day. */
export async function makeArchive(input: {
  readonly quarter: string;
  readonly salt: string;
}): Promise<{ archive: string; boards: Boards }> {
  const { quarter, salt } = input;
  const people = await listJoined(quarter, lastDayOf(quarter));
  const known = new Set(people.map((person) => person.memberId));
  // Somebody may leave between the two reads: without the person there are no entries.
  const entries = (await listSeasonEntries(quarter)).filter((entry) => known.has(entry.member_id));
  const sums = new Map<string, number>();
  for (const entry of entries) sums.set(entry.member_id, (sums.get(entry.member_id) ?? 0) + Number(entry.value));
  const pseudonyms = new Map(people.map((person) => [person.memberId, pseudonymOf(salt, "p", person.memberId)]));
  const pseudonym = (memberId: string): string => pseudonyms.get(memberId) ?? "";
  const named = (kind: "b" | "o", id: string | null) => (id === null ? null : pseudonymOf(salt, kind, id));
  const archive = archiveOf({
    ...{ quarter, tableVersion: tableFor(quarter).version },
    people: people.map((person) => ({
      pseudonym: pseudonym(person.memberId),
      branch: named("b", person.branchId),
      organisation: named("o", person.organisationId),
    })),
    entries: entries.map((entry) => ({
      ...{ pseudonym: pseudonym(entry.member_id), date: entry.business_date, reason: entry.reason },
      sourceKind: entry.reverses_id === null ? SOURCE_KINDS[entry.reason] : "reversal",
      value: Number(entry.value),
    })),
  });
  const boards = await getBoards(people.map((person) => ({ ...person, points: sums.get(person.memberId) ?? 0 })));
  return { archive, boards };
}
