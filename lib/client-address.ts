/** Written by scripts/serve.mjs from the socket and the trusted proxies; what a client sends under this name is dropped there. */
const HEADER = "x-zj-client-address";

/** The address a request came from, as far as the trusted proxies vouch for it. */
export function clientAddress(headers: { get(name: string): string | null }): string {
  return headers.get(HEADER) ?? "unknown";
}
