import { organisationKey } from "@/domain/people/organisation";
import type { OrganisationFilter } from "./schema";

export const ORGANISATION_KINDS = { enterprise: "企业", social: "社会组织" } as const;

/** 企业, or the word itself when it is none that is known. */
export function organisationKindLabel(kind: string): string {
  return ORGANISATION_KINDS[kind as keyof typeof ORGANISATION_KINDS] ?? kind;
}

type Found = { name: string; nameKey: string; shortCode: string; creditCode: string | null };

/**
 * Whether an organisation is meant by what was typed: a part of its name, the beginning of its short code, a part of its
 * credit code (four characters or more), or the first letters of its name's reading, unbroken. Nothing typed means all.
 */
export function isMeant(found: Found, typed: string, initialsOf: (name: string) => string): boolean {
  const key = organisationKey(typed);
  if (key === "" || found.nameKey.includes(key)) return true;
  if (!/^[a-z0-9]+$/u.test(key)) return false;
  const code = key.toUpperCase();
  if (found.shortCode.startsWith(code)) return true;
  if (code.length >= 4 && (found.creditCode ?? "").includes(code)) return true;
  return initialsOf(found.name).includes(key);
}

const WORDS: Readonly<Record<string, string>> = {
  closed: "已关闭",
  all: "包括已关闭的",
  with: "有支部",
  without: "还没有支部",
};

/** The filters in words, so that nobody takes a part for the whole; empty when there is none. */
export function filterInWords(filter: OrganisationFilter, stations: readonly { id: string; name: string }[]): string {
  const station = stations.find((one) => one.id === filter.stationId)?.name ?? "已不在的工作站";
  return [
    filter.q && `“${filter.q}”`,
    filter.kind && organisationKindLabel(filter.kind),
    filter.stationId && station,
    filter.state && WORDS[filter.state],
    filter.branch && WORDS[filter.branch],
  ]
    .filter(Boolean)
    .join("，");
}
