import type { NextAuthOptions, Profile } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { SESSION_DAYS } from "@/domain/access/session";
import { env } from "@/lib/env";
import { keys } from "@/lib/keys";
import { isSecureSite } from "./session-cookie";

/** What a provider's proof of identity becomes: a session row of ours. */
export type OpenedSession = { memberId: string; sessionId: string };

/** What the product knows and next-auth asks: supplied by the route, so that this file knows no feature. */
export type AuthAnswers = {
  /** Right login and password → an opened session; null refuses without saying why. */
  openByPassword: (credentials: { login: string; password: string }) => Promise<OpenedSession | null>;
  /** An OpenID Connect subject → an opened session; null when it is linked to nobody. */
  openByOidc: (identity: { issuer: string; subject: string }) => Promise<OpenedSession | null>;
  closeSession: (sessionId: string) => Promise<void>;
};

const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;

function oidcProvider(): NextAuthOptions["providers"] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: "oidc",
      name: OIDC_NAME ?? "统一身份",
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      // Only the subject is used: name and address of the other side are not taken over.
      profile: (profile: Profile) => ({ id: profile.sub ?? "" }),
    },
  ];
}

/**
 * next-auth with the password as first and OpenID Connect as optional second provider. The token holds the member and
 * the session row; whether that row is still good is asked at every request (features/access).
 */
export function authOptions(answers: AuthAnswers): NextAuthOptions {
  process.env["NEXTAUTH_URL"] = env().PUBLIC_URL;
  return {
    secret: keys().session,
    useSecureCookies: isSecureSite(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/me" },
    providers: [
      CredentialsProvider({
        id: "credentials",
        name: "密码",
        credentials: { login: {}, password: {} },
        authorize: async (credentials) => {
          const login = credentials?.login;
          const password = credentials?.password;
          if (typeof login !== "string" || typeof password !== "string") return null;
          const opened = await answers.openByPassword({ login, password });
          return opened ? { id: opened.memberId, sessionId: opened.sessionId } : null;
        },
      }),
      ...oidcProvider(),
    ],
    callbacks: {
      signIn: async ({ account, user }) => {
        if (account?.provider !== "oidc") return true;
        const issuer = env().OIDC_ISSUER;
        if (!issuer) return false;
        const opened = await answers.openByOidc({ issuer, subject: account.providerAccountId });
        if (!opened) return "/sign-in?error=oidc-not-linked";
        Object.assign(user, { id: opened.memberId, sessionId: opened.sessionId });
        return true;
      },
      jwt: ({ token, user }) => {
        if (user && "sessionId" in user) return { sub: user.id, sid: user.sessionId };
        return { ...(token.sub ? { sub: token.sub } : {}), sid: token["sid"] };
      },
      // The browser learns nothing from next-auth's own session endpoint; GET /api/v1/me is the one place.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const sessionId = token?.["sid"];
        if (typeof sessionId === "string") await answers.closeSession(sessionId);
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}
