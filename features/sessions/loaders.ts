import "server-only";
import { env } from "@/lib/env";

/** What the sign-in page offers. Not gated: nobody is signed in there. */
export function loadSignInOptions(): Promise<{ oidcName: string | null }> {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return Promise.resolve({ oidcName: OIDC_ISSUER ? (OIDC_NAME ?? "统一身份") : null });
}
