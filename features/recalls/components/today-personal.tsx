"use client";

import { useEffect, useState } from "react";
import { State } from "@/components/ui/state";
import { resendRecalls } from "../client";

type Today = { points: number; entry: { contentId: string; done: boolean } | null };
type Me = { id: string; today: Today };

/**
 * What 今日 says to the person who is signed in: whether today's entry is done, today's points in one grey line. Nothing
 * at all to others, without a network, or while it is not known. What this browser still has to send is sent first.
 */
export function TodayPersonal({ mourning }: { mourning: boolean }) {
  const [today, setToday] = useState<Today | null>(null);

  useEffect(() => {
    let isShown = true;
    const load = async () => {
      const me = await readMe();
      if (me === null) return;
      await resendRecalls(me.id);
      if (isShown) setToday(me.today);
    };
    load().catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, []);

  if (today === null) return null;
  return (
    <div className="mt-6 text-center">
      {today.entry?.done ? <State tone="ok">今天这一条答过了</State> : null}
      {mourning ? null : (
        <p className="meta">
          今天记了{today.points}分，
          <a className="inline-link" href="/me/points">
            看积分流水
          </a>
          <br />
          没有连续签到，哪天不来都不扣分
        </p>
      )}
    </div>
  );
}

async function readMe(): Promise<Me | null> {
  const reply = await fetch("/api/v1/me", { cache: "no-store" });
  return reply.ok ? ((await reply.json()) as Me) : null;
}
