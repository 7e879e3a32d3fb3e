import { nextHour, USUAL_HOUR } from "@/domain/pushes/hour";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import type { Tx } from "@/lib/db";

/** Where a claimant does the next step. */
export const OWN_CLAIMS = "/me/claims";

type Told = { memberId: string; key: string; title: string; body: string; now: Date };

/** What a claimant has to act on: into the inbox at once, outside of the product by day. The same key is told once. */
export function tellClaimant(tx: Tx, { memberId, ...message }: Told): Promise<void> {
  return enqueueMessages(tx, {
    ...message,
    ...{ kind: "reminder", href: OWN_CLAIMS, memberIds: [memberId] },
    notBefore: nextHour(USUAL_HOUR, message.now),
  });
}
