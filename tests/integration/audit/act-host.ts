// First of all imports: it gives the framework its request scope.
import { hostRoutes, type RouteHost } from "@/tests/support/route-host";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cookieOf } from "@/tests/factories/sign-in";

/** Calls server actions as the framework would: inside a request with a person's cookie. */
const features = resolve(import.meta.dirname, "../../../features");

type Action = (input: unknown) => Promise<unknown>;

/** Files of `actions` of every feature, with their text. */
function actionFiles(): { path: string; text: string }[] {
  return readdirSync(features, { recursive: true, encoding: "utf8" })
    .filter((path) => /^[^/]+\/(actions\.ts|actions\/[^/]+\.ts)$/.test(path) && !path.endsWith(".test.ts"))
    .map((path) => ({ path: join(features, path), text: readFileSync(join(features, path), "utf8") }));
}

/** Names of all actions of the consoles, from the source. */
export function consoleActions(): string[] {
  return actionFiles()
    .flatMap(({ text }) =>
      [...text.matchAll(/export const (\w+Action) = consoleAction\b/g)].map((match) => match[1] ?? ""),
    )
    .sort();
}

/** Kinds of subjects as mutations write them, from the source. */
export function writtenKinds(): string[] {
  const texts = readdirSync(features, { recursive: true, encoding: "utf8" })
    .filter((path) => /^[^/]+\/mutations(\.ts|\/[^/]+\.ts)$/.test(path))
    .map((path) => readFileSync(join(features, path), "utf8"));
  const kinds = texts.flatMap((text) =>
    [...text.matchAll(/subjectKind(?::| =) "([\w-]+)"/g)].map((match) => match[1] ?? ""),
  );
  return [...new Set(kinds)].sort();
}

async function findAction(name: string): Promise<Action> {
  const file = actionFiles().find(({ text }) => text.includes(`export const ${name} =`));
  const exports = (await import(file?.path ?? "")) as Record<string, Action>;
  const action = exports[name];
  if (!action) throw new Error(`No action ${name}.`);
  return action;
}

export type Act = (name: string, as: string, input: unknown) => Promise<unknown>;

/** A server that runs any action for whoever sends a cookie. */
export async function hostActions(): Promise<{ act: Act; close: RouteHost["close"] }> {
  const POST = async (request: Request): Promise<Response> => {
    const { name, input } = (await request.json()) as { name: string; input: unknown };
    return Response.json({ reply: await (await findAction(name))(input) });
  };
  const host = await hostRoutes(0, [{ path: "/act", handlers: { POST } }]);
  const act: Act = async (name, as, input) => {
    const headers = { cookie: await cookieOf(as), "content-type": "application/json" };
    const response = await fetch(`${host.address}/act`, {
      method: "POST",
      redirect: "manual",
      headers,
      body: JSON.stringify({ name, input }),
    });
    // An action that ends by leading elsewhere has succeeded.
    if (response.status === 303 || response.status === 307) return {};
    if (!response.ok) throw new Error(`${name}: ${response.status} ${(await response.text()).slice(0, 500)}`);
    return ((await response.json()) as { reply: unknown }).reply;
  };
  return { act, close: host.close };
}
