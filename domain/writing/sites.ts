/**
 * Which sites may be cited, and when sources suffice.
 *
 * The rule: a statement rests on one site of tier A, or on two of tier B that are different sites; two columns of one
 * house count once. `.gov.cn` stands for every site below it. Source: content/sources.yaml, content/README.md.
 *
 * Example: two pages of one university are one tier B site, hence not enough.
 */
export interface Site {
  readonly tier: "A" | "B";
  readonly name: string;
  readonly hosts: readonly string[];
}

/** The site a web address belongs to, tier A looked for first; null for one that may not be cited. Throws for no address. */
export function siteOf(sites: readonly Site[], url: string): Site | null {
  const host = new URL(url).hostname.toLowerCase();
  const covers = (entry: string) => (entry.startsWith(".") ? host.endsWith(entry) : host === entry);
  const found = sites.filter((site) => site.hosts.some(covers));
  return found.find((site) => site.tier === "A") ?? found[0] ?? null;
}

/** One tier A, or two different sites of tier B. */
export function areEnough(sites: readonly Site[], urls: readonly string[]): boolean {
  const found = urls.map((url) => siteOf(sites, url)).filter((site) => site !== null);
  if (found.some((site) => site.tier === "A")) return true;
  return new Set(found).size >= 2;
}
