import { addDays } from "@/domain/calendar/plain-date";

/**
 * Dated rows of one person: where they worked or belonged, from a first day through a last one (null while it lasts). On
 * every day a person is in one place at most. Two histories of one person are joined: on a day that the kept history
 * covers, it is right; on the days that only the other one covers, that one is. Neighbouring rows of one place become one.
 *
 * Example: kept A from 2026-05-01; other B 2026-01-01 to 2026-08-31 → B 2026-01-01 to 2026-04-30, A from 2026-05-01.
 */
export interface Stay {
  readonly placeId: string;
  readonly since: string;
  readonly until: string | null;
  readonly workNumber?: string | null;
}

const ENDLESS = "9999-12-31";

const endOf = (stay: Stay): string => stay.until ?? ENDLESS;

/** What is left of a stay on the days that `other` does not cover. */
function without(stay: Stay, other: Stay): Stay[] {
  if (endOf(other) < stay.since || endOf(stay) < other.since) return [stay];
  const rest: Stay[] = [];
  if (stay.since < other.since) rest.push({ ...stay, until: addDays(other.since, -1) });
  if (endOf(other) < endOf(stay)) rest.push({ ...stay, since: addDays(endOf(other), 1) });
  return rest;
}

/** In order of their first days, without overlaps. Rows that end before they begin are left out. Never throws. */
export function joinStays(kept: readonly Stay[], gone: readonly Stay[]): Stay[] {
  const rows: Stay[] = [];
  for (const stay of [...kept, ...gone]) {
    if (endOf(stay) < stay.since) continue;
    rows.push(...rows.reduce<Stay[]>((parts, other) => parts.flatMap((part) => without(part, other)), [stay]));
  }
  return rows.sort((a, b) => (a.since < b.since ? -1 : 1)).reduce<Stay[]>(joined, []);
}

function joined(rows: Stay[], stay: Stay): Stay[] {
  const last = rows.at(-1);
  if (last?.until == null || last.placeId !== stay.placeId || addDays(last.until, 1) !== stay.since) {
    return [...rows, stay];
  }
  const workNumber = stay.workNumber ?? last.workNumber;
  return [...rows.slice(0, -1), { ...last, until: stay.until, ...(workNumber === undefined ? {} : { workNumber }) }];
}
