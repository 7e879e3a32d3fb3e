import { lookup } from "node:dns";
import { request } from "node:https";
import { BlockList, isIPv6, type LookupFunction } from "node:net";
import { namedHost } from "@/domain/pushes/host";

/** One POST and its answer: what the tests of a channel put another function in for. */
export type Post = (call: Call) => Promise<Answer>;
type Call = { url: string; body: string | Buffer; headers?: Readonly<Record<string, string>> };
export type Answer = { status: number; retryAfterSeconds: number | null; text: string };

const PATIENCE_MS = 10_000;
const MOST_BYTES = 64 * 1024;

const INSIDE = new BlockList();
for (const [net, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["224.0.0.0", 3],
  ] as const),
]) {
  INSIDE.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  INSIDE.addSubnet(net, bits, "ipv6");
}

/** False for addresses of this machine and of networks behind it. */
export function isPublicAddress(address: string): boolean {
  return !INSIDE.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** Looks a name up once, and connects to what was looked at: a name that leads inside is refused. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || first === undefined) return done(error ?? new Error(`查不到${hostname}`), "", 0);
    if (!found.every(({ address }) => isPublicAddress(address))) {
      return done(new Error(`${hostname}指向内部地址，没有发`), "", 0);
    }
    if (options.all === true) return done(null, found);
    return done(null, first.address, first.family);
  });
};

/**
 * Sends over https to a name that leads to public addresses; an address written as a number is refused, since nothing
 * would be looked up. Follows no redirect, waits ten seconds, reads 64 KB at most.
 */
export const postOut: Post = ({ url, body, headers = { "content-type": "application/json; charset=utf-8" } }) =>
  new Promise((resolve, reject) => {
    if (namedHost(url) === null) return reject(new Error("地址不是域名，没有发"));
    const length = { "content-length": Buffer.byteLength(body) };
    const call = request(
      url,
      {
        method: "POST",
        lookup: publicLookup,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { ...headers, ...length },
      },
      (reply) => {
        const parts: Buffer[] = [];
        let size = 0;
        reply.on("data", (part: Buffer) => {
          size += part.length;
          if (size > MOST_BYTES) reply.destroy(new Error("回音太长"));
          else parts.push(part);
        });
        reply.on("error", reject);
        reply.on("end", () => {
          const seconds = Number(reply.headers["retry-after"]);
          resolve({
            status: reply.statusCode ?? 0,
            retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
            text: Buffer.concat(parts).toString("utf8"),
          });
        });
      },
    );
    call.on("error", reject);
    call.end(body);
  });
