import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { closeSession } from "@/features/sessions/mutations/close-sessions";
import { openByOidc } from "@/features/sessions/mutations/open-by-oidc";
import { signIn } from "@/features/sessions/mutations/sign-in";
import { readLinkIntent } from "@/features/access/gates/link-intent";
import { authOptions } from "@/lib/auth/options";
import { clientAddress } from "@/lib/client-address";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/problem";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes. A throttled sign-in is answered 429 with Retry-After instead of its redirect. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  let retryAfterSeconds = 0;
  const options = authOptions({
    openByPassword: async ({ login, password }) => {
      const result = await signIn({ login, password, address: clientAddress(request.headers), now: now() });
      if (result.ok) return result;
      if (result.reason === "throttled") retryAfterSeconds = result.retryAfterSeconds;
      return null;
    },
    openByOidc: async (identity) => openByOidc({ ...identity, intent: await readLinkIntent(), now: now() }),
    closeSession: (sessionId) => closeSession(sessionId, now()),
  });
  const response = (await NextAuth(request, context, options)) as Response;
  if (retryAfterSeconds > 0) {
    return problemResponse(new AppError("too-many-requests", "试得太多了，请稍后再试。", { retryAfterSeconds }));
  }
  return response;
}

export { handle as GET, handle as POST };
