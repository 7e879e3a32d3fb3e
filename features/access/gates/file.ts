import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { can } from "@/domain/access/can";
import type { Action } from "@/domain/access/permissions";
import { isConsoleFresh } from "@/domain/access/session";
import type { Actor, Grant, Resource } from "@/domain/access/types";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { fieldErrors, problemResponse } from "@/lib/problem";
import { problemPage } from "@/lib/problem-page";
import { refuseUnstorable } from "@/lib/storable";
import { getActor, type SignedIn } from "../queries";
import type { BranchScope, ZoneScope } from "../types";
import { BRANCH, branchScopeOf, COMMITTEE, grantInUse, zoneScopeOf, type ConsoleKind } from "./console-grant";
import { refuseForeignOrigin } from "./origin";
import { sessionOfToken } from "./session";

type FileCall<Params> = {
  session: SignedIn;
  actor: Actor;
  /** What the console in use may show: throws when no role of the person opens that console. */
  scopes: { branch: () => BranchScope; zone: () => ZoneScope };
  /** Throws unless the table allows it; called with the concrete thing before anything is read or written. */
  authorise: (resource: Resource) => void;
  now: Date;
  params: Params;
  request: NextRequest;
};

/**
 * The gate of the consoles' files, up and down: what a server action cannot take (bodies over 1 MB) or give (a file).
 * The permission is named; session, console freshness and origin are looked at first. A failure is one Chinese
 * sentence: a problem document for scripts, a page for a browser that came by a plain form or link. Whoever is not signed
 * in is sent there from a download, as from a page; what is sent up is refused.
 */
export function fileRoute<Params = Record<string, never>>(options: {
  permission: Action;
  handle: (call: FileCall<Params>) => Promise<Response>;
}): (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const session = await sessionOfToken(request.cookies.get(sessionCookieName())?.value);
      if (!session) return toSignIn(request, { detail: "请先登录，再回到这一页。" });
      if (!isConsoleFresh(session.consoleUntil, now())) {
        return toSignIn(request, { again: "console", detail: "管理页面闲置太久，请重新登录，再回到这一页。" });
      }
      refuseForeignOrigin(request);
      const actor = await getActor(session.memberId, now());
      const authorise = (resource: Resource): void => {
        if (!can(actor, options.permission, resource)) throw new AppError("not-found", "没有这个文件。");
      };
      const grant = (kind: ConsoleKind): Grant => {
        const held = grantInUse(actor, session, kind);
        if (!held) throw new AppError("not-found", "没有这个文件。");
        return held;
      };
      const scopes = {
        branch: () => branchScopeOf(grant(BRANCH)),
        zone: () => zoneScopeOf(grant(COMMITTEE)),
      };
      const params = await context.params;
      return await options.handle({ session, actor, authorise, scopes, now: now(), params, request });
    } catch (error) {
      return request.headers.get("accept")?.includes("text/html") ? problemPage(error) : problemResponse(error);
    }
  };
}

function toSignIn(request: NextRequest, { again, detail }: { again?: string; detail: string }): Response {
  if (request.method !== "GET") throw new AppError("unauthenticated", detail);
  const { pathname, search } = request.nextUrl;
  const query = new URLSearchParams({ ...(again ? { again } : {}), from: `${pathname}${search}` });
  return new Response(null, {
    status: 307,
    headers: { location: `/sign-in?${query.toString()}`, "cache-control": "no-store" },
  });
}

/** The fields of a plain form as the schema reads them; the files of a form are not among them. */
export async function readForm<Schema extends z.ZodType>(
  request: NextRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const form = await request.formData().catch(() => new FormData());
  const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
  refuseUnstorable(fields);
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  throw new AppError("invalid", errors[0]?.detail ?? "填写的内容不全，没有办。", { errors });
}
