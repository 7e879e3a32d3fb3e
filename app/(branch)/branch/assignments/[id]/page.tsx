import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Box } from "@/components/layout/console-page";
import { AssignmentHead } from "@/features/assignments/components/assignment-head";
import { AssignmentPeople } from "@/features/assignments/components/assignment-people";
import { loadBranchAssignment } from "@/features/assignments/loaders";
import { BranchConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "一项派发" };

type Props = { params: Promise<{ id: string }> };

export default async function AssignmentPage({ params }: Props) {
  const page = await loadBranchAssignment((await params).id);
  if (page === null) notFound();
  const { assignment, who, place, today, ownId } = page;
  return (
    <BranchConsole title={assignment.title} place={place} current="/branch/assignments" who={who}>
      <Box title="这一项" note={assignment.what}>
        <AssignmentHead assignment={assignment} />
      </Box>
      <AssignmentPeople assignment={assignment} today={today} ownId={ownId} />
    </BranchConsole>
  );
}
