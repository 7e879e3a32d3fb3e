import "server-only";
import { gateMember } from "@/features/access/gates/page";
import { findLibraryDocument, topicLabel } from "@/features/library/queries";
import { now } from "@/lib/clock";
import { listMistakes } from "./queries";
import { mistakeGroupsOf, type MistakeGroup } from "./view";

/** More at once would not be read; answering one right makes room for the next. */
const SHOWN_MISTAKES = 100;

export async function loadMistakes(): Promise<MistakeGroup[]> {
  const { own } = await gateMember("/me/mistakes");
  const mistakes = await listMistakes(own, { now: now(), limit: SHOWN_MISTAKES });
  return mistakeGroupsOf(mistakes, { topicLabel, findDocument: findLibraryDocument });
}
