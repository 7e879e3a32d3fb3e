import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { can } from "@/domain/access/can";
import type { Action } from "@/domain/access/permissions";
import type { Actor, Resource } from "@/domain/access/types";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { fieldErrors, problemResponse } from "@/lib/problem";
import { refuseUnstorable } from "@/lib/storable";
import type { SignedIn } from "../queries";
import type { OwnScope } from "../types";
import { refuseForeignOrigin } from "./origin";
import { sessionOfToken } from "./session";

/** What a handler of /api/v1 is given: the person, the instant of the request, the parsed body. */
type ApiCall<Params, Body> = {
  session: SignedIn;
  own: OwnScope;
  now: Date;
  params: Params;
  body: Body;
  request: NextRequest;
};

type Route<Params> = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;

type Options<Params, Schema extends z.ZodType | undefined> = {
  /** What the person does; to somebody else's things it is refused by the query's own scope. */
  permission: Action;
  /** Default: the person's own account. */
  resource?: Resource;
  /** Body schema; a route without one takes no body. */
  body?: Schema;
  handle: (call: ApiCall<Params, Schema extends z.ZodType ? z.output<Schema> : undefined>) => Promise<Response>;
};

const MAX_BODY_BYTES = 256 * 1024;

/** The one gate of /api/v1: session, permission, origin, body, and every failure as a problem document. */
export function apiRoute<Params = Record<string, never>, Schema extends z.ZodType | undefined = undefined>(
  options: Options<Params, Schema>,
): Route<Params> {
  return async (request, context) => {
    try {
      const session = await sessionOfToken(request.cookies.get(sessionCookieName())?.value);
      if (!session) throw new AppError("unauthenticated", "请先登录。");
      const resource = options.resource ?? { kind: "self", memberId: session.memberId };
      if (!can(bareActor(session), options.permission, resource))
        throw new AppError("forbidden", "你没有做这件事的权限。");
      refuseForeignOrigin(request);
      const body = (options.body ? await readBody(request, options.body) : undefined) as never;
      const params = await context.params;
      const own = { memberId: session.memberId } as OwnScope;
      return await options.handle({ session, own, now: now(), params, body, request });
    } catch (error) {
      return problemResponse(error);
    }
  };
}

/** The JSON API serves people in their own name: roles play no part in it. */
function bareActor(session: SignedIn): Actor {
  return {
    memberId: session.memberId,
    memberState: session.memberState,
    grants: [],
    branchId: null,
    organisationId: null,
  };
}

async function readBody<Schema extends z.ZodType>(request: NextRequest, schema: Schema): Promise<z.output<Schema>> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    throw new AppError("invalid", "请求正文要用application/json。");
  }
  const text = await request.text();
  if (text.length > MAX_BODY_BYTES) throw new AppError("invalid", "请求正文太大。");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("invalid", "请求正文不是完整的JSON。");
  }
  refuseUnstorable(value);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError("invalid", "请求里有不合要求的内容。", { errors: fieldErrors(parsed.error) });
  return parsed.data;
}
