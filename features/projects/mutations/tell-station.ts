import { businessDateOf } from "@/domain/calendar/shanghai";
import type { ClaimantKind } from "@/domain/projects/claims";
import { nextHour, USUAL_HOUR } from "@/domain/pushes/hour";
import { listInOffice } from "@/features/access/queries";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import type { Tx } from "@/lib/db";
import { stationMessage } from "../message";

/** More staff than a station has. */
const MOST = 50;

type Told = {
  claimId: string;
  /** It has the place and waits for the station's assent, or it is called done. */
  what: "held" | "done";
  now: Date;
  /** It was told before, and has waited since for so many weeks. */
  waiting?: { since: Date; weeks: number } | undefined;
};

/**
 * Tells whoever decides for the station that a claim waits for them: into the inbox at once, outside of the product by
 * day. A station without anybody of its own is answered for by the committee of the zone. Never the claimant.
 */
export async function tellStation(tx: Tx, { claimId, what, now, waiting }: Told): Promise<void> {
  const { memberId, claimantKind, project } = await tx.projectClaim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      memberId: true,
      claimantKind: true,
      project: { select: { id: true, title: true, area: true, stationId: true } },
    },
  });
  const memberIds = await listDeciders(tx, {
    stationId: project.stationId,
    except: [memberId],
    today: businessDateOf(now),
  });
  if (memberIds.length === 0) return;
  await enqueueMessages(tx, {
    ...stationMessage({ ...project, claimantKind: claimantKind as ClaimantKind }, what, waiting?.weeks),
    key: keyOf({ claimId, what, now, waiting }),
    ...{ kind: "reminder", href: `/committee/projects/${project.id}`, memberIds, now },
    notBefore: nextHour(USUAL_HOUR, now),
  });
}

/** Called done again after it was given back: another word; so is every week of waiting. */
function keyOf({ claimId, what, now, waiting }: Told): string {
  if (waiting) return `claim-${what}:${claimId}:${waiting.since.getTime()}:${waiting.weeks}`;
  return what === "held" ? `claim-held:${claimId}` : `claim-done:${claimId}:${now.getTime()}`;
}

type Asked = { stationId: string; except: readonly string[]; today: string };

/** Who decides for a station today, without those left out: its own committee, or the zone's where nobody is left. */
export async function listDeciders(tx: Tx, { stationId, except, today }: Asked): Promise<string[]> {
  const inOffice = async (scopeKind: "station" | "zone", scopeId: string): Promise<string[]> => {
    const found = await listInOffice(tx, { roles: ["committee"], places: [{ scopeKind, scopeId }], today });
    return found.filter((memberId) => !except.includes(memberId)).slice(0, MOST);
  };
  const own = await inOffice("station", stationId);
  return own.length > 0 ? own : inOffice("zone", "");
}
