import { CATEGORY_LABELS, PROJECT_KIND_LABELS } from "@/domain/projects/types";
import type { ProjectText } from "../types";

/** What everybody reads, as a list of facts. */
export function ProjectFacts({ project }: { project: ProjectText }) {
  const { kind, category, need, conditions, days } = project;
  return (
    <dl className="facts">
      <dt>类型</dt>
      <dd>
        {PROJECT_KIND_LABELS[kind]}，{CATEGORY_LABELS[category]}
      </dd>
      <dt>需要</dt>
      <dd className="said">{need}</dd>
      <dt>要求</dt>
      <dd>{conditions === "" ? "没有特别要求" : conditions}</dd>
      <dt>期限</dt>
      <dd>认领获准后{days}天内办好</dd>
    </dl>
  );
}
