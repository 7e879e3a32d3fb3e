import { businessDateOf } from "@/domain/calendar/shanghai";
import type { ClaimantKind } from "@/domain/projects/claims";
import { nextHour, USUAL_HOUR } from "@/domain/pushes/hour";
import { listInOffice } from "@/features/access/queries";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import { notifyEach } from "@/features/notices/mutations";
import type { Tx } from "@/lib/db";

/** Where a claimant does the next step. */
const OWN_CLAIMS = "/me/claims";

/** More than speak for one place. */
const MOST = 50;

/** In whose name a claim is, and who pressed the button, as its row says. */
export type Claimant = { claimantKind: string; claimantId: string; memberId: string };
export const CLAIMANT = { claimantKind: true, claimantId: true, memberId: true } as const;

/**
 * Who is to hear of a claim today: for a branch or an organisation whoever speaks for it now, since terms end and the claim
 * goes on. Empty when nobody does.
 */
export function listSpeakers(tx: Tx, { claimantKind, claimantId }: Claimant, now: Date): Promise<string[]> {
  const scopeKind = claimantKind as Exclude<ClaimantKind, "member">;
  const roles = ["branch-secretary", "party-worker"] as const;
  return listInOffice(tx, { roles, places: [{ scopeKind, scopeId: claimantId }], today: businessDateOf(now) });
}

/** Without anybody who speaks for the place it is whoever claimed for it. */
async function listeners(tx: Tx, claim: Claimant, now: Date): Promise<string[]> {
  const speakers = claim.claimantKind === "member" ? [] : await listSpeakers(tx, claim, now);
  return speakers.length > 0 ? speakers.slice(0, MOST) : [claim.memberId];
}

type Told = { claim: Claimant; key: string; title: string; body: string; now: Date };

/** What a claimant has to act on: into the inbox at once, outside of the product by day. The same key is told once. */
export async function tellClaimant(tx: Tx, { claim, ...message }: Told): Promise<void> {
  await enqueueMessages(tx, {
    ...message,
    ...{ kind: "reminder", href: OWN_CLAIMS, memberIds: await listeners(tx, claim, message.now) },
    notBefore: nextHour(USUAL_HOUR, message.now),
  });
}

const WHOSE: Readonly<Record<ClaimantKind, string>> = { member: "你", branch: "支部", organisation: "单位" };

type Noted = { claim: Claimant; key: string; title: string; words: string; now: Date };

/** What became of a claim, for the inbox alone. The same key is told once. */
export async function noteToClaimant(tx: Tx, { claim, key, title, words, now }: Noted): Promise<void> {
  const text = `${WHOSE[claim.claimantKind as ClaimantKind]}认领的“${title}”${words}`;
  await notifyEach(tx, await listeners(tx, claim, now), { key, text, href: OWN_CLAIMS, now });
}
