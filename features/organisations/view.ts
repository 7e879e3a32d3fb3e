import { organisationKey } from "@/domain/people/organisation";
import type { OrganisationFilter } from "./schema";

const ORGANISATION_KINDS = { enterprise: "企业", social: "社会组织" } as const;

/** 企业, or the word itself when it is none that is known. */
export function organisationKindLabel(kind: string): string {
  return ORGANISATION_KINDS[kind as keyof typeof ORGANISATION_KINDS] ?? kind;
}

/** The fields of the form that edits an organisation. */
export function editValues(row: {
  kind: string;
  name: string;
  shortCode: string;
  creditCode: string | null;
  stationId: string;
}) {
  const { kind, name, shortCode, creditCode, stationId } = row;
  return { kind, name, shortCode, creditCode: creditCode ?? "", stationId };
}

type Edited = { logins: { added: number; taken: number } | null; movedBranches: number };

/** What an edit brought along; empty when nothing. */
export function tellEdit({ logins, movedBranches }: Edited): string {
  const told: string[] = [];
  if (movedBranches > 0) told.push(`设在这里的${movedBranches}个支部一起移到了新的工作站。`);
  if (logins !== null) {
    told.push(
      logins.added === 0
        ? "短码改了，没有要跟着改的工号登录名。"
        : `短码改了，${logins.added}人可以用新短码的工号登录，原来的工号登录名也还能用，已经告诉本人。`,
    );
    if (logins.taken > 0) told.push(`另有${logins.taken}人的新登录名已被别人占用，仍用原来的登录名。`);
  }
  return told.join("");
}

type Found = {
  name: string;
  nameKey: string;
  shortCode: string;
  /** Short codes it had before: whoever types an old work number looks for it. */
  formerCodes: readonly string[];
  creditCode: string | null;
};

/**
 * Whether an organisation is meant by what was typed: a part of its name, the beginning of its short code or of a former one, a part of its
 * credit code (four characters or more), or the first letters of its name's reading, unbroken. Nothing typed means all.
 */
export function isMeant(found: Found, typed: string, initialsOf: (name: string) => string): boolean {
  const key = organisationKey(typed);
  if (key === "" || found.nameKey.includes(key)) return true;
  if (!/^[a-z0-9]+$/u.test(key)) return false;
  const code = key.toUpperCase();
  if ([found.shortCode, ...found.formerCodes].some((each) => each.startsWith(code))) return true;
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
