// First of all imports: it gives the framework its request scope.
import { hostRoutes, type RouteHost } from "@/tests/support/route-host";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { writeInvitationIntent } from "@/features/access/gates/link-intent";
import { gateMember } from "@/features/access/gates/page";
import { createInvitation } from "@/features/invitations/mutations";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { returnMember } from "@/features/people/mutations/return-member";
import { linkOidcAction } from "@/features/sessions/actions";
import { openByOidc } from "@/features/sessions/mutations/open-by-oidc";
import { db } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { cookieOf } from "@/tests/factories/sign-in";
import { makePerson, makePlace, TODAY } from "@/tests/factories/people";
import { describeOnBothEngines, withDatabase } from "@/tests/support/database";
import { startIdentityProvider, type IdentityProvider } from "@/tests/support/identity-provider";

const VARIABLES = ["PUBLIC_URL", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** A browser: cookies by origin, redirects followed by hand so that every answer's cookies are kept. */
class Browser {
  readonly jar = new Map<string, Map<string, string>>();

  cookiesFor(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const cookies = this.jar.get(origin) ?? new Map<string, string>();
    this.jar.set(origin, cookies);
    return cookies;
  }

  async request(url: string, form?: Record<string, string>): Promise<Response> {
    const cookies = this.cookiesFor(url);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = form ? { method: "POST", body: new URLSearchParams(form) } : {};
    const response = await fetch(url, { ...body, headers: { cookie }, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects to the end; answers where the browser stands then. */
  async visit(url: string): Promise<string> {
    let at = url;
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await this.request(at);
      const next = response.headers.get("location");
      if (next === null) return at;
      at = new URL(next, at).href;
    }
    throw new Error(`Too many redirects, last ${at}`);
  }
}

describe("signing in with an outside identity, against a real provider", () => {
  withDatabase("sqlite");
  let host: RouteHost;
  let provider: IdentityProvider;

  beforeAll(async () => {
    host = await hostRoutes(0, [
      { path: "/api/auth", catchAll: "nextauth", handlers: { GET: GET as never, POST: POST as never } },
      { path: "/me", handlers: { GET: async () => (await gateMember("/me")) && new Response("inside") } },
      { path: "/link", handlers: { POST: async () => Response.json((await linkOidcAction()) ?? {}) } },
      {
        path: "/invite",
        handlers: {
          POST: async (request) => {
            await writeInvitationIntent((await request.formData()).get("token") as string);
            return new Response("marked");
          },
        },
      },
      { path: "/sign-in", handlers: { GET: () => new Response("sign in") } },
    ]);
    provider = await startIdentityProvider(`${host.address}/api/auth/callback/oidc`);
    const values = [host.address, provider.issuer, provider.client.id, provider.client.secret];
    for (const [index, name] of VARIABLES.entries()) process.env[name] = values[index];
    forgetEnv();
  });
  afterAll(async () => {
    for (const name of [...VARIABLES, "NEXTAUTH_URL"]) delete process.env[name];
    forgetEnv();
    await provider.close();
    await host.close();
  });

  /** Presses 用统一身份登录 and goes through everything; answers where it ends. */
  async function signInAs(subject: string, browser: Browser): Promise<string> {
    provider.become(subject);
    const csrf = (await (await browser.request(`${host.address}/api/auth/csrf`)).json()) as { csrfToken: string };
    const started = await browser.request(`${host.address}/api/auth/signin/oidc`, {
      csrfToken: csrf.csrfToken,
      callbackUrl: `${host.address}/me`,
      json: "true",
    });
    const { url } = (await started.json()) as { url: string };
    expect(url.startsWith(provider.issuer)).toBe(true);
    return browser.visit(url);
  }

  async function signedIn(memberId: string): Promise<Browser> {
    const browser = new Browser();
    const [name = "", value = ""] = (await cookieOf(memberId)).split("=");
    browser.cookiesFor(host.address).set(name, value);
    return browser;
  }

  const status = async (browser: Browser) => (await browser.request(`${host.address}/me`)).status;

  it("an identity that is linked to nobody is refused, and nothing is linked", async () => {
    const browser = new Browser();
    expect(await signInAs("stranger", browser)).toBe(`${host.address}/sign-in?error=oidc-not-linked`);
    expect(await status(browser)).toBe(307);
    expect(await db().oidcLink.count()).toBe(0);
    expect(await db().session.count()).toBe(0);
  });

  it("one linked from a signed-in session signs that person in from then on", async () => {
    const { memberId } = await makePerson(await makePlace());
    const own = await signedIn(memberId);
    expect((await own.request(`${host.address}/link`, {})).status).toBe(200);
    expect(await signInAs("worker-1", own)).toBe(`${host.address}/me`);
    expect(await db().oidcLink.findMany({ select: { memberId: true, issuer: true, subject: true } })).toEqual([
      { memberId, issuer: provider.issuer, subject: "worker-1" },
    ]);
    const another = new Browser();
    expect(await signInAs("worker-1", another)).toBe(`${host.address}/me`);
    expect(await status(another)).toBe(200);
    expect(await db().securityEvent.count({ where: { kind: "oidc-linked", memberId } })).toBe(1);
  });

  it("being signed in alone links nothing: 关联 must have been pressed in this browser", async () => {
    const { memberId } = await makePerson(await makePlace());
    const own = await signedIn(memberId);
    expect(await signInAs("worker-2", own)).toBe(`${host.address}/sign-in?error=oidc-not-linked`);
    expect(await db().oidcLink.count({ where: { memberId } })).toBe(0);
  });

  it("关联 pressed in a session that has ended since links nothing", async () => {
    const { memberId } = await makePerson(await makePlace());
    const own = await signedIn(memberId);
    await own.request(`${host.address}/link`, {});
    await db().session.updateMany({ where: { memberId }, data: { revokedAt: new Date() } });
    expect(await signInAs("worker-3", own)).toBe(`${host.address}/sign-in?error=oidc-not-linked`);
    expect(await db().oidcLink.count({ where: { memberId } })).toBe(0);
  });

  it("an invitation is accepted with an identity, and consumed by it", async () => {
    const { memberId } = await makePerson(await makePlace());
    await db().member.update({ where: { id: memberId }, data: { state: "invited" } });
    const { token } = await createInvitation({ memberId, actorId: null, now: new Date() });
    const browser = new Browser();
    await browser.request(`${host.address}/invite`, { token });
    expect(await signInAs("worker-4", browser)).toBe(`${host.address}/me`);
    expect(await status(browser)).toBe(200);
    const second = new Browser();
    await second.request(`${host.address}/invite`, { token });
    expect(await signInAs("worker-5", second)).toBe(`${host.address}/sign-in?error=oidc-not-linked`);
    expect(await db().consent.count({ where: { memberId } })).toBe(1);
  });

  it("a linked person who has left the zone is refused", async () => {
    const link = await db().oidcLink.findFirstOrThrow({ where: { subject: "worker-1" } });
    await db().member.update({ where: { id: link.memberId }, data: { state: "left" } });
    await signInAs("worker-1", new Browser());
    const browser = new Browser();
    expect(await signInAs("worker-1", browser)).toContain("/sign-in?error=");
    expect(await status(browser)).toBe(307);
  });
});

describeOnBothEngines("linking an outside identity", () => {
  const ISSUER = "https://id.example.org";
  const now = new Date();

  it("an identity is never moved to another person", async () => {
    const [first, second] = [await makePerson(null), await makePerson(null)];
    const open = (memberId: string) =>
      openByOidc({ issuer: ISSUER, subject: "one", intent: { by: "session", memberId }, now });
    expect(await open(first.memberId)).toMatchObject({ memberId: first.memberId });
    expect(await open(second.memberId)).toMatchObject({ memberId: first.memberId });
    expect(await openByOidc({ issuer: "https://other.example.org", subject: "one", intent: null, now })).toBeNull();
  });
  it("an invitation links nothing to somebody who came in meanwhile, and brings back somebody who had left", async () => {
    const place = await makePlace();
    const { memberId } = await makePerson(place);
    const arrive = async (subject: string) => {
      const { tokenHash } = await db().invitation.findFirstOrThrow({ where: { memberId, revokedAt: null } });
      return openByOidc({ issuer: ISSUER, subject, intent: { by: "invitation", tokenHash }, now });
    };
    await db().member.update({ where: { id: memberId }, data: { state: "invited" } });
    await createInvitation({ memberId, actorId: null, now });
    await db().member.update({ where: { id: memberId }, data: { state: "active" } });
    expect(await arrive("too-late")).toBeNull();
    expect(await db().oidcLink.count({ where: { memberId } })).toBe(0);
    await leaveZone({ memberId, on: TODAY, actorId: null, now });
    const places = { organisationId: place.organisationId, branchId: place.branchId };
    const back = { memberId, ...places, since: TODAY, login: "", actorId: "boss", now };
    expect(await returnMember(back)).toEqual({ ok: true });
    await createInvitation({ memberId, actorId: null, now });
    expect(await arrive("back-again")).toMatchObject({ memberId });
  });
  it("an invitation links one of many identities that arrive at once", async () => {
    const { memberId } = await makePerson(null);
    await db().member.update({ where: { id: memberId }, data: { state: "invited" } });
    await createInvitation({ memberId, actorId: null, now });
    const { tokenHash } = await db().invitation.findFirstOrThrow({ where: { memberId } });
    const rush = Array.from({ length: 8 }, (_, index) =>
      openByOidc({ issuer: ISSUER, subject: `rush-${index}`, intent: { by: "invitation", tokenHash }, now }),
    );
    expect((await Promise.all(rush)).filter((opened) => opened !== null)).toHaveLength(1);
    expect(await db().oidcLink.count({ where: { memberId } })).toBe(1);
  });
});
