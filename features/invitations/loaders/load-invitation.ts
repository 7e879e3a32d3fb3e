import "server-only";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { findOpenInvitation } from "../queries/find-open-invitation";

export type InvitationPage = { name: string; oidcName: string | null };

/** Whom an invitation is for. Opening the page consumes nothing; the token is the only proof asked for. */
export async function loadInvitation(token: string): Promise<InvitationPage | null> {
  const found = await findOpenInvitation(token, now());
  if (!found) return null;
  return { name: found.name, oidcName: env().OIDC_ISSUER ? (env().OIDC_NAME ?? "统一身份") : null };
}
