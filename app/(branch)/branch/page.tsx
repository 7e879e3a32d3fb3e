import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { AssignmentTable } from "@/features/assignments/components/assignment-list";
import { RobotBanner } from "@/features/channels/components/robot-banner";
import { RepeatBox, TopicsBox, WhoWeAre } from "@/features/desks/components/branch-desk";
import { loadBranchDesk } from "@/features/desks/loaders";
import { BranchConsole } from "@/features/members/components/consoles";
import { ReminderNote } from "@/features/reminders/components/reminder-list";
import { loadBranchReminders } from "@/features/reminders/loaders/reminders";

export const metadata: Metadata = { title: "支部" };

export default async function BranchPage() {
  const [desk, reminders] = await Promise.all([loadBranchDesk(), loadBranchReminders("/branch")]);
  return (
    <BranchConsole title="支部" place={desk.place} current="/branch" who={desk.who}>
      <RobotBanner />
      <ReminderNote reminders={reminders.reminders} href={reminders.path} />
      <WhoWeAre desk={desk} />
      <Box title="正在学的" note={desk.currentTotal > 0 ? `${desk.currentTotal}项` : ""}>
        {desk.current.length === 0 ? (
          <Empty
            title="现在没有派发的学习"
            hint="选一课、一篇天天谈或一份测验，定一个日子，派给大家"
            action={{ href: "/branch/assignments/new", label: "派发学习" }}
          />
        ) : (
          <>
            <AssignmentTable cards={desk.current} />
            <p className="flex flex-wrap gap-2 border-t border-line p-4">
              <a className="btn main" href="/branch/assignments/new">
                派发学习
              </a>
              <a className="btn" href="/branch/sheet">
                打印学习单
              </a>
              {desk.currentTotal > desk.current.length ? (
                <a className="btn" href="/branch/assignments">
                  看全部{desk.currentTotal}项
                </a>
              ) : null}
            </p>
          </>
        )}
      </Box>
      <TopicsBox quarter={desk.quarter} topics={desk.topics} />
      <RepeatBox repeat={desk.repeat} />
    </BranchConsole>
  );
}
