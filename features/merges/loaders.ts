import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { getMemberResource } from "@/features/members/queries";
import { listPeople, type ListedPerson } from "@/features/people/queries/list-people";
import { peopleFilterSchema } from "@/features/people/schema";
import { now } from "@/lib/clock";
import { isAppError } from "@/lib/errors";
import { previewMerge } from "./queries";
import { mergeChoiceSchema } from "./schema";
import type { Preview } from "./types";

export type MergePage = {
  who: string;
  place: string;
  keep: { id: string; name: string };
  q: string;
  /** Who may be meant by what was typed; the kept account is not among them. */
  found: Pick<ListedPerson, "id" | "name" | "branch" | "organisation">[];
  /** Once both are chosen. */
  preview: Preview | null;
};

type Params = Promise<Record<string, string | string[] | undefined>>;

const FOUND = 10;

/** 合并账号: one account, then the other, then what would come of it. Only for whoever may merge both. */
export async function loadMerge(params: Params): Promise<MergePage> {
  const { session, scope, actor, grant } = await gateCommittee("/committee/people/merge");
  const { keep, gone, q } = mergeChoiceSchema.parse(await params);
  if (!(await mayMerge(actor, keep)) || (gone !== "" && !(await mayMerge(actor, gone)))) notFound();
  const filter = peopleFilterSchema.parse({ q });
  const [frame, preview, list] = await Promise.all([
    findFrame(session.memberId, grant),
    previewMerge({ keptId: keep, goneId: gone === "" ? keep : gone }, now()),
    q === "" ? null : listPeople(scope, filter, now()),
  ]);
  if (!preview) notFound();
  const found = (list?.rows ?? []).filter((row) => row.id !== keep && can(actor, "member.merge", row.resource));
  return {
    ...frame,
    ...{ q, keep: { id: keep, name: preview.kept.name }, found: found.slice(0, FOUND) },
    preview: gone === "" || gone === keep ? null : preview,
  };
}

async function mayMerge(actor: Actor, memberId: string): Promise<boolean> {
  try {
    return can(actor, "member.merge", await getMemberResource(memberId, now()));
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}
