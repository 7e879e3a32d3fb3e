/**
 * The host of an address that a browser, and through it anybody, gives the server to call; null when it is written as a
 * number, or is no address at all. A number is connected to without a look-up, so the rule that keeps the server out of
 * its own network would never see it; no push service gives out one.
 *
 * Example: `https://push.example:8443/a` has `push.example:8443`; `https://127.0.0.1/`, `https://[::1]/`,
 * `https://2130706433/` and `https://0x7f.1/` have none, since parsing writes all of them as numbers.
 */
export function namedHost(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { host, hostname } = new URL(address);
  const isNumber = hostname.startsWith("[") || /^\d+(?:\.\d+){3}$/u.test(hostname);
  return isNumber || hostname === "" ? null : host;
}
