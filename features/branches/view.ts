import type { BranchFilter } from "./schema";

export const BRANCH_KINDS = { hosted: "单独组建", joint: "联合组建" } as const;

/** 单独组建, or the word itself when it is none that is known. */
export function branchKindLabel(kind: string): string {
  return BRANCH_KINDS[kind as keyof typeof BRANCH_KINDS] ?? kind;
}

/** The fields of the form that edits a branch. A hosted one stands in its host's station. */
export function editValues(row: { name: string; hostOrganisationId: string | null; stationId: string }) {
  const { name, hostOrganisationId, stationId } = row;
  return { name, hostOrganisationId: hostOrganisationId ?? "", stationId };
}

const WORDS: Readonly<Record<string, string>> = { waiting: "有加入申请等确认", closed: "已关闭", all: "包括已关闭的" };

/** The filters in words, so that nobody takes a part for the whole; empty when there is none. */
export function filterInWords(filter: BranchFilter, stations: readonly { id: string; name: string }[]): string {
  const station = stations.find((one) => one.id === filter.stationId)?.name ?? "已不在的工作站";
  return [
    filter.q && `“${filter.q}”`,
    filter.kind && branchKindLabel(filter.kind),
    filter.stationId && station,
    filter.state && WORDS[filter.state],
  ]
    .filter(Boolean)
    .join("，");
}
