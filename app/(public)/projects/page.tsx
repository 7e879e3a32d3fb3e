import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { BoardFilters, BoardList } from "@/features/projects/components/board-list";
import { loadBoard } from "@/features/projects/loaders/load-board";
import { shareMetadata } from "@/lib/share-metadata";

export function generateMetadata(): Metadata {
  return shareMetadata({
    title: "志愿项目",
    description: "微心愿、村企联建、走访慰问：看看谁需要什么，认领一个。",
    path: "/projects",
    kind: "website",
  });
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** 志愿: the board. */
export default async function BoardPage({ searchParams }: Props) {
  const board = await loadBoard(searchParams);
  return (
    <PhonePage
      tab="projects"
      title="志愿项目"
      end={
        <a className="icon-btn with-text" href="/me/claims">
          我的认领
        </a>
      }
    >
      <h1 className="vh">志愿项目</h1>
      <BoardFilters board={board} />
      <BoardList board={board} />
    </PhonePage>
  );
}
