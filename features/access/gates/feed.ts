import "server-only";
import { findFeedOwner } from "../queries";
import type { OwnScope } from "../types";

/** Whoever holds a private feed address reads what is for its owner, and nothing else; null for any other address. */
export async function gateFeed(token: string): Promise<OwnScope | null> {
  const memberId = await findFeedOwner(token);
  return memberId === null ? null : ({ memberId } as OwnScope);
}
