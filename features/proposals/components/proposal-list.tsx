import { Empty } from "@/components/ui/state";
import { formatInstant } from "@/domain/calendar/labels";
import { PROPOSAL_STATE_LABELS } from "@/domain/quizzes/proposal";
import { QUESTION_TYPE_LABELS } from "@/domain/quizzes/types";
import type { Proposal } from "../queries/find-proposal";

/** Drafts, and what waits for a second person. */
export function ProposalList({ path, proposals }: { path: string; proposals: readonly Proposal[] }) {
  if (proposals.length === 0) {
    return <Empty title="没有在写的题" hint="写好一道，由另一位同志复核后，卷子才会用到" />;
  }
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">题目</th>
          <th scope="col">题型</th>
          <th scope="col">到哪一步</th>
          <th scope="col">改动</th>
        </tr>
      </thead>
      <tbody>
        {proposals.map(({ id, content, state, updatedAt, questionId }) => (
          <tr key={id}>
            <th scope="row">
              <a className="inline-link" href={`${path}/proposals/${id}`}>
                {content.stem || "还没有题干"}
              </a>
              {questionId === null ? null : <span className="meta block">更正已有的题</span>}
            </th>
            <td data-label="题型">{QUESTION_TYPE_LABELS[content.type]}</td>
            <td data-label="到哪一步">{PROPOSAL_STATE_LABELS[state]}</td>
            <td data-label="改动">{formatInstant(updatedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
