import { z } from "zod";
import { AppError, isAppError, type FieldError } from "./errors";
import { logger } from "./logger";

z.config(z.locales.zhCN());

/** Zod's issues as the `errors` of a problem document; `field` is a dotted path. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({
    field: issue.path.map(String).join("."),
    code: issue.code,
    detail: issue.message,
  }));
}

/** Any failure as RFC 9457 `application/problem+json`. */
export function problemResponse(error: unknown): Response {
  const problem = problemOf(error);
  const headers = new Headers({
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  });
  if (problem.retryAfterSeconds !== undefined) headers.set("retry-after", String(problem.retryAfterSeconds));
  const { status } = problem;
  const body = {
    type: `urn:zhijian:problem:${problem.code}`,
    title: problem.code,
    status,
    code: problem.code,
    detail: problem.detail,
    ...(problem.errors ? { errors: problem.errors } : {}),
    ...problem.members,
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The failure as one of ours; what is not is logged and answered without detail. */
export function problemOf(error: unknown): AppError {
  return isAppError(error) ? error : unexpected(error);
}

function unexpected(error: unknown): AppError {
  logger().error({ err: error }, "request failed");
  return new AppError("unavailable", "服务器这会儿没能处理，请过一会儿再试，已送达的内容都在。", {
    retryAfterSeconds: 5,
  });
}

/** A JSON reply that no cache keeps. */
export function jsonReply(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}
