import type { Share } from "@/domain/figures/share";
import { formatDay } from "@/domain/calendar/labels";
import { maskName } from "@/domain/people/name";
import type { StudySet } from "../queries/study";

export type StudyFacts = { items: string[]; organisers: string; answered: string };

/** Who organised the learning of a period, and how many answered, from five people up. */
export function studyFacts(
  rows: readonly StudySet[],
  { share, maskOthers }: { share: Share; maskOthers: boolean },
): StudyFacts {
  const named = rows.filter(({ officer }) => officer !== "");
  const names = named.map(({ officer, isOwn }) => (maskOthers && !isOwn ? maskName(officer) : officer));
  return {
    items: rows.map(({ title, dueOn }) => `《${title}》，${formatDay(dueOn)}前`),
    organisers: [...new Set(names)].join("、"),
    answered: answeredWords(share),
  };
}

function answeredWords(share: Share): string {
  if (share.kind === "few") return "不足5人，不列";
  return share.kind === "none" ? "还没有人要答" : `${share.part} / ${share.whole}人次`;
}
