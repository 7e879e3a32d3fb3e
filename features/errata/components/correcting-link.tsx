import type { TargetKind } from "@/features/takedowns/schema";
import { correctingHref } from "../view";

/** From a report to the form that corrects what it speaks of. */
export function CorrectingLink({ target: { kind, id } }: { target: { kind: TargetKind; id: string } }) {
  return (
    <a className="btn" href={correctingHref(kind, id)}>
      更正
    </a>
  );
}
