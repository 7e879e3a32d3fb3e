import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { OwnList } from "@/features/assignments/components/own-list";
import { loadOwnAssignments } from "@/features/assignments/loaders";

export const metadata: Metadata = { title: "支部派发的学习" };

export default async function OwnAssignmentsPage() {
  const page = await loadOwnAssignments();
  return (
    <PhonePage tab="me" title="支部派发的学习" back={{ href: "/me", label: "回到我的" }}>
      <OwnList {...page} />
    </PhonePage>
  );
}
