import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { SetForm } from "@/features/assignments/components/set-form";
import { loadNewAssignment } from "@/features/desks/loaders";
import { BranchConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "派发学习" };

type Props = { searchParams: Promise<{ target?: string | string[] }> };

export default async function NewAssignmentPage({ searchParams }: Props) {
  const { target = [] } = await searchParams;
  const { who, place, ...form } = await loadNewAssignment([target].flat());
  return (
    <BranchConsole title="派发学习" place={place} current="/branch/assignments" who={who}>
      <Box title="派发学习" note="大家会在今日看到，按自己的时间学">
        <div className="max-w-[44rem] p-4">
          <SetForm {...form} />
        </div>
      </Box>
    </BranchConsole>
  );
}
