import { QuickReply } from "./quick-reply";
import type { DutyCard } from "../view/duty";

/** How one duty of a reminder list is answered, for pages that lay out the list. `proposed`: the day of one tap. */
export function replyFormFor(dutiesPath: string, proposed: { date: string; words: string }) {
  return function replyForm({ duty: { id, version, title } }: { duty: DutyCard }) {
    return (
      <QuickReply key={`${id} ${version}`} dutyId={id} {...{ version, title, proposed }} href={`${dutiesPath}/${id}`} />
    );
  };
}
