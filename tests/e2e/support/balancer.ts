import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";

/** A reverse proxy in front of several servers: each request goes to the next one. */
export type Balancer = {
  base: string;
  /** How many requests each server got. */
  counts: () => number[];
  /** The servers, in turn; none at first. */
  serve: (targets: readonly string[]) => void;
  close: () => Promise<void>;
};

export async function startBalancer(): Promise<Balancer> {
  let targets: readonly string[] = [];
  let counts: number[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const at = turn % targets.length;
    turn += 1;
    counts[at] = (counts[at] ?? 0) + 1;
    const headers = { ...incoming.headers, "x-forwarded-for": incoming.socket.remoteAddress ?? "" };
    const onward = forward(
      new URL(incoming.url ?? "/", targets[at]),
      { method: incoming.method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts: () => counts,
    serve: (list) => {
      targets = list;
      counts = list.map(() => 0);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
