"use client";

import { useEffect, useState } from "react";
import { Group } from "@/components/layout/phone-page";
import { Icon } from "@/components/ui/icon";
import { State } from "@/components/ui/state";
import { readOwnAssignments } from "../client";
import type { OwnAssignmentItem } from "../schema";

/** On 今日, the few that are due next; the others are a press away. */
const MOST = 3;

/** What the branch has set, for the person who is signed in; nothing at all to others and while it is not known. */
export function TodayAssignments() {
  const [items, setItems] = useState<readonly OwnAssignmentItem[]>([]);

  useEffect(() => {
    let isShown = true;
    const load = async () => {
      const reply = await readOwnAssignments();
      if (isShown && reply !== null) setItems(reply.assignments);
    };
    load().catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, []);

  if (items.length === 0) return null;
  const open = items.filter(({ state }) => state === "open" || state === "objected");
  const done = items.filter((item) => !open.includes(item));
  return (
    <Group title="支部派发的学习" more={{ href: "/me/assignments", label: "全部" }}>
      <div className="card">
        {[...open, ...done].slice(0, MOST).map((item) => (
          <a className="row" key={item.id} href={item.href}>
            <div className="grow">
              <h3>{item.title}</h3>
              <span className="meta">
                {item.kindName}
                {item.state === "open" ? `，${item.due}` : ""}
              </span>
              {item.note ? <span className="meta">{item.note}</span> : null}
              {item.available ? null : <span className="meta">内容正在核对，先不用学</span>}
            </div>
            {item.state === "answered" || item.state === "offline" ? <State tone="ok">学过了</State> : null}
            {item.state === "excused" ? <State tone="plain">不用学</State> : null}
            <Icon name="next" small />
          </a>
        ))}
      </div>
    </Group>
  );
}
