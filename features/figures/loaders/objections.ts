import "server-only";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { listAnsweredObjections, listOpenObjections } from "../queries/objections";
import { objectionView, type ObjectionView } from "../view/objections";

export type ObjectionsPage = {
  who: string;
  place: string;
  open: ObjectionView[];
  answered: ObjectionView[];
  mayAnswer: boolean;
};

/** 数据异议: what organisations say about their figures; the committee answers, instructors read. */
export async function loadObjections(): Promise<ObjectionsPage> {
  const { session, scope, grant } = await gateCommittee("/committee/objections");
  const [frame, open, answered] = await Promise.all([
    findFrame(session.memberId, grant),
    listOpenObjections(scope),
    listAnsweredObjections(scope),
  ]);
  return {
    ...{ ...frame, open: open.map(objectionView), answered: answered.map(objectionView) },
    mayAnswer: grant.role === "committee",
  };
}
