import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { can } from "@/domain/access/can";
import type { Action } from "@/domain/access/permissions";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { problemPage } from "@/lib/problem-page";
import { getActor } from "../queries";
import type { OwnScope } from "../types";
import { readForm } from "./file";
import { refuseForeignOrigin } from "./origin";
import { sessionOfToken } from "./session";

/**
 * The gate of plain forms that a member sends in the own name before any script has come. What came is answered with the
 * way to a page, what was refused with a page that says why; the browser's way back leads to what was typed.
 */
export function formRoute<Params, Schema extends z.ZodType>(options: {
  permission: Action;
  form: Schema;
  handle: (call: { own: OwnScope; now: Date; params: Params; form: z.output<Schema> }) => Promise<string>;
}): (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const session = await sessionOfToken(request.cookies.get(sessionCookieName())?.value);
      if (!session) throw new AppError("unauthenticated", "登录已失效，没有存上。请后退，把写的抄下来，登录以后再存。");
      refuseForeignOrigin(request);
      const { memberId } = session;
      if (!can(await getActor(memberId, now()), options.permission, { kind: "self", memberId })) {
        throw new AppError("forbidden", "你没有做这件事的权限。");
      }
      const form = await readForm(request, options.form);
      const own = { memberId } as OwnScope;
      const location = await options.handle({ own, now: now(), params: await context.params, form });
      return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
    } catch (error) {
      return problemPage(error);
    }
  };
}
