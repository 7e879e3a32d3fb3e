import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { UploadForm } from "@/features/imports/components/upload-form";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { BankFilterForm, BankList } from "@/features/proposals/components/bank-list";
import { ProposalList } from "@/features/proposals/components/proposal-list";
import { loadBank } from "@/features/proposals/loaders/load-bank";

export const metadata: Metadata = { title: "题库" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QuestionsPage({ searchParams }: Props) {
  const page = await loadBank(searchParams);
  return (
    <CommitteeConsole title="题库" place={page.place} current={page.path} who={page.who}>
      <Box title="在写的题" note="两个人把关：写的人不能自己发布">
        <p className="px-4 pt-3">
          <a className="btn" href={`${page.path}/new`}>
            写一道题
          </a>
        </p>
        <details className="px-4 pt-3">
          <summary className="btn">用表格写一批</summary>
          <UploadForm
            path="/committee/imports"
            kind="questions"
            label="题目"
            hint=".xlsx或.csv，一个表最多500道。先试导入，没有错的成为草稿，还要复核"
          />
        </details>
        <ProposalList path={page.path} proposals={page.proposals} />
      </Box>
      <Box title="题库" note={`${page.total}道`}>
        <BankFilterForm page={page} />
        <BankList page={page} />
      </Box>
    </CommitteeConsole>
  );
}
