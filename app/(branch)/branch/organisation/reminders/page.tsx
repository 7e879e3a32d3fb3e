import type { Metadata } from "next";
import { QuickReply } from "@/features/duties/components/quick-reply";
import { OrganisationConsole } from "@/features/members/components/consoles";
import { EarlierWeeks, ReminderList } from "@/features/reminders/components/reminder-list";
import { loadOrganisationReminders } from "@/features/reminders/loaders/reminders";

export const metadata: Metadata = { title: "提醒清单" };

/** What is due this week or overdue, answered with one tap. */
export default async function RemindersPage() {
  const { who, place, path, dutiesPath, reminders } = await loadOrganisationReminders();
  const { proposed } = reminders;
  return (
    <OrganisationConsole title="提醒清单" place={place} current={path} who={who}>
      <ReminderList
        reminders={reminders}
        dutiesPath={dutiesPath}
        replyForm={
          reminders.mayReply
            ? ({ duty: { id, version, title } }) => (
                <QuickReply
                  key={`${id} ${version}`}
                  dutyId={id}
                  {...{ version, title, proposed }}
                  href={`${dutiesPath}/${id}`}
                />
              )
            : null
        }
      />
      <EarlierWeeks reminders={reminders} />
    </OrganisationConsole>
  );
}
