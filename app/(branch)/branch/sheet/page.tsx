import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { BranchConsole } from "@/features/members/components/consoles";
import { SheetChoice } from "@/features/study-sheets/components/sheet-choice";
import { StudySheet } from "@/features/study-sheets/components/study-sheet";
import { loadStudySheet } from "@/features/study-sheets/loaders";

export const metadata: Metadata = { title: "打印学习单" };

type Props = { searchParams: Promise<{ assignment?: string | string[] }> };

export default async function SheetPage({ searchParams }: Props) {
  const { assignment = [] } = await searchParams;
  const page = await loadStudySheet([assignment].flat());
  return (
    <BranchConsole title="打印学习单" place={page.place} current="/branch/sheet" who={page.who}>
      {page.choices.length === 0 ? (
        <Box title="打印学习单">
          <Empty
            title="现在没有派发的学习"
            hint="先派发，再把文章和题目印给没有手机的党员"
            action={{ href: "/branch/assignments/new", label: "派发学习" }}
          />
        </Box>
      ) : (
        <>
          <div className="no-print">
            <Box title="给没有手机的党员" note="文章、题目和空格，A4">
              <SheetChoice choices={page.choices} pieces={page.pieces} left={page.left} />
            </Box>
          </div>
          {page.pieces.length > 0 ? <StudySheet place={page.place} pieces={page.pieces} /> : null}
        </>
      )}
    </BranchConsole>
  );
}
