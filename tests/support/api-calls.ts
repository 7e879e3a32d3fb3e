import { NextRequest } from "next/server";

type Handler<Params> = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response> | Response;

export type Call = {
  readonly method?: "GET" | "PUT" | "POST" | "DELETE";
  /** Below /api/v1. */
  readonly path: string;
  readonly cookie?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A reply as a client sees it. `text` is the body byte for byte. */
export type Reply = {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
  readonly headers: Headers;
};

/** Calls a route handler as Next would, with a real request. */
export async function callRoute<Params>(handler: Handler<Params>, call: Call, params: Params): Promise<Reply> {
  const { method = "GET", path, cookie, body, headers = {} } = call;
  const request = new NextRequest(`http://127.0.0.1:3000/api/v1${path}`, {
    method,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, text, body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
}
