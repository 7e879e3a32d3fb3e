import type { Metadata } from "next";
import { replyFormFor } from "@/features/duties/components/reply-form";
import { OrganisationConsole } from "@/features/members/components/consoles";
import { RemindersBody } from "@/features/reminders/components/reminder-list";
import { loadOrganisationReminders } from "@/features/reminders/loaders/reminders";

export const metadata: Metadata = { title: "提醒清单" };

/** What is due this week or overdue, answered with one tap. */
export default async function RemindersPage() {
  const page = await loadOrganisationReminders();
  return (
    <OrganisationConsole title="提醒清单" place={page.place} current={page.path} who={page.who}>
      <RemindersBody page={page} replyForm={replyFormFor(page.dutiesPath)} />
    </OrganisationConsole>
  );
}
