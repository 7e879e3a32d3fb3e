import "server-only";
import { now } from "@/lib/clock";
import { findOpenInvitation } from "./queries";

/** Whom an invitation is for. Opening the page consumes nothing; the token is the only proof asked for. */
export async function loadInvitation(token: string): Promise<{ name: string } | null> {
  const found = await findOpenInvitation(token, now());
  return found ? { name: found.name } : null;
}
