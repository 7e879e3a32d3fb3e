import "next/dist/server/node-environment-baseline";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { NextRequest } from "next/server";
import {
  AppRouteRouteModule,
  type AppRouteHandlerFn,
  type AppRouteRouteHandlerContext,
  type AppRouteRouteModuleOptions,
} from "next/dist/server/route-modules/app-route/module";

/**
 * Serves route handlers over HTTP inside the framework's own request scope, so that `cookies()`, `redirect()` and
 * `notFound()` work as in the built server, without a build. For what needs real redirects and cookies across servers.
 * Import it before anything that imports `next/headers`: the scope must be there when that module is loaded.
 */
export type HostedRoute = {
  /** Requests below this path are the route's; what follows is its catch-all parameter. */
  path: string;
  /** Name of the catch-all parameter, when the route has one. */
  catchAll?: string;
  handlers: { GET?: AppRouteHandlerFn; POST?: AppRouteHandlerFn };
};

export type RouteHost = { address: string; close: () => Promise<void> };

export async function hostRoutes(port: number, routes: readonly HostedRoute[]): Promise<RouteHost> {
  const modules = routes.map((route) => ({ route, module: moduleOf(route) }));
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
      const found = modules.find(
        ({ route }) => url.pathname === route.path || url.pathname.startsWith(`${route.path}/`),
      );
      const answer = found
        ? await found.module.handle(await toNextRequest(request, url), contextOf(found.route, url))
        : new Response("no such route", { status: 404 });
      response.statusCode = answer.status;
      for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
      response.setHeader("set-cookie", answer.headers.getSetCookie());
      response.end(Buffer.from(await answer.arrayBuffer()));
    })().catch((error: unknown) => {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.stack : String(error));
    });
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function moduleOf({ path, handlers }: HostedRoute): AppRouteRouteModule {
  const options = {
    definition: { kind: "APP_ROUTE", page: `${path}/route`, pathname: path, filename: "", bundlePath: "" },
    userland: () => ({ ...handlers, dynamic: "force-dynamic" }),
    distDir: ".next",
    relativeProjectDir: "",
    resolvedPagePath: path,
    nextConfigOutput: undefined,
  };
  // `kind` is a const enum, which isolated modules cannot name.
  return new AppRouteRouteModule(options as unknown as AppRouteRouteModuleOptions);
}

async function toNextRequest(request: IncomingMessage, url: URL): Promise<NextRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const method = request.method ?? "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const body = method === "GET" || method === "HEAD" ? {} : { body: Buffer.concat(chunks) };
  return new NextRequest(url, { method, headers, ...body });
}

function contextOf({ path, catchAll }: HostedRoute, url: URL): AppRouteRouteHandlerContext {
  const rest = url.pathname.slice(path.length + 1).split("/");
  const context = {
    params: catchAll ? { [catchAll]: rest } : {},
    previewProps: { previewModeId: "", previewModeEncryptionKey: "", previewModeSigningKey: "" },
    sharedContext: { buildId: "test", deploymentId: "" },
    renderOpts: {
      experimental: {},
      supportsDynamicResponse: true,
      waitUntil: undefined,
      onClose: () => undefined,
      onAfterTaskError: undefined,
    },
  };
  // The parts of a render that a route handler of ours looks at; the framework fills in the others in its server.
  return context as unknown as AppRouteRouteHandlerContext;
}
