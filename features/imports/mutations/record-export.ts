import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";

/** Puts on record that somebody took a register away: which, how many rows, of which station. */
export function recordExport(input: {
  register: string;
  rows: number;
  stationId: string | null;
  actorId: string;
  now: Date;
}): Promise<void> {
  const { register, rows, stationId, actorId, now } = input;
  const detail = { register, rows, stationId };
  const subject = { subjectKind: "register", subjectId: register };
  return inTransaction((tx) => audit(tx, { actorId, action: "register.export", ...subject, detail, now }));
}
