import type { ReactNode } from "react";
import { State } from "@/components/ui/state";
import type { FeedbackGroup, FeedbackView } from "../view";

type Props = {
  groups: FeedbackGroup[];
  /** What can be done about all that was sent about one thing. */
  act: (group: FeedbackGroup) => ReactNode;
};

/** Reports and suggestions, those about one thing together. */
export function FeedbackList({ groups, act }: Props) {
  return (
    <ul className="thread">
      {groups.map((group) => (
        <li key={group.key}>
          <p className="from">
            <span>
              {group.href ? (
                <a className="inline-link" href={group.href}>
                  {group.what}
                </a>
              ) : (
                group.what
              )}
            </span>
            {group.items.length < 2 ? null : <span className="nb">{group.items.length}条</span>}
          </p>
          {group.items.map((item) => (
            <Report key={item.id} {...item} />
          ))}
          {act(group)}
        </li>
      ))}
    </ul>
  );
}

function Report({ text, at, due, answer }: FeedbackView) {
  return (
    <div className="mt-1">
      <p className="said">{text}</p>
      <p className="meta">
        {at}送来
        {due === null ? null : "，"}
        {due === null ? null : due.urgency === "waiting" ? due.words : <State tone="bad">{due.words}</State>}
      </p>
      {answer === null ? null : <p className="meta">答复：{answer}</p>}
    </div>
  );
}
