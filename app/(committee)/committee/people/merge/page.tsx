import type { Metadata } from "next";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { ChooseOther, MergePreview } from "@/features/merges/components/merge-steps";
import { loadMerge } from "@/features/merges/loaders";

export const metadata: Metadata = { title: "合并账号" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MergePage({ searchParams }: Props) {
  const page = await loadMerge(searchParams);
  return (
    <CommitteeConsole title="合并账号" place={page.place} current="/committee/people" who={page.who}>
      {page.preview ? <MergePreview preview={page.preview} /> : <ChooseOther page={page} />}
    </CommitteeConsole>
  );
}
