import { Agent, request as httpRequest } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

export type Reply = { status: number; body: string; cookies: string[]; location: string };

/** One HTTP request over a kept connection to the server under test. */
export function send(
  base: string,
  method: string,
  path: string,
  options: { cookie?: string; body?: string | Buffer; type?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string | number> = { accept: "application/json", ...options.headers };
    if (options.cookie) headers["cookie"] = options.cookie;
    if (options.body !== undefined) {
      headers["content-type"] = options.type ?? "application/json";
      headers["content-length"] = Buffer.byteLength(options.body);
    }
    const call = httpRequest(new URL(path, base), { method, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString("utf8"),
          location: response.headers.location ?? "",
          cookies: (response.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? ""),
        }),
      );
    });
    call.on("error", reject);
    call.end(options.body);
  });
}

/** Signs in by the standard next-auth flow; answers the cookie header of the session. */
export async function signIn(base: string, login: string, password: string): Promise<string> {
  const csrf = await send(base, "GET", "/api/auth/csrf");
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, login, password, json: "true" }).toString();
  const reply = await send(base, "POST", "/api/auth/callback/credentials", {
    cookie: csrf.cookies.join("; "),
    body: form,
    type: "application/x-www-form-urlencoded",
  });
  const session = reply.cookies.find((cookie) => cookie.includes("session-token="));
  if (!session) throw new Error(`登录${login}没有成功：${reply.status} ${reply.body.slice(0, 200)}`);
  return session;
}
