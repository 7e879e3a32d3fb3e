import { QuickReply } from "./quick-reply";
import type { DutyCard } from "../view/duty";

type Answered = { duty: DutyCard; proposed: { date: string; words: string } };

/** How one duty of a reminder list is answered, for pages that lay out the list. `proposed`: the day to which one tap puts it off. */
export function replyFormFor(dutiesPath: string) {
  return function replyForm({ duty: { id, version, title }, proposed }: Answered) {
    return (
      <QuickReply key={`${id} ${version}`} dutyId={id} {...{ version, title, proposed }} href={`${dutiesPath}/${id}`} />
    );
  };
}
