import type { Metadata } from "next";
import { Templates } from "@/features/duties/components/templates";
import { loadTemplates } from "@/features/duties/loaders/templates";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "责任清单" };

/** The duty lists of all years. */
export default async function TemplatesPage() {
  const page = await loadTemplates();
  return (
    <CommitteeConsole title="责任清单" place={page.place} current="/committee/duties" who={page.who}>
      <Templates page={page} />
    </CommitteeConsole>
  );
}
