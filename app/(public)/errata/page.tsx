import { Pager } from "@/components/layout/pager";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { ErrataMonths } from "@/features/errata/components/errata-months";
import { loadErrata } from "@/features/errata/loaders";
import { shareMetadata } from "@/lib/share-metadata";

export function generateMetadata() {
  return shareMetadata({
    title: "更正记录",
    description: "天天谈、课程和题目哪里写错过，现在怎样写，哪一天改的。",
    path: "/errata",
    kind: "website",
  });
}

/** 更正记录: everything that was corrected, for everybody, without signing in and without script. */
export default async function ErrataPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { months, page, pages } = await loadErrata(searchParams);
  return (
    <PhonePage tab="learn" title="更正记录" back={{ href: "/lessons", label: "回到学习" }}>
      <h1 className="vh">更正记录</h1>
      <p className="prose-small pt-4">写错的地方，改好以后都登在这里。发现有错，在那一条的页面上点“报告错误”。</p>
      {months.length === 0 ? (
        <Empty title="还没有更正" hint="有更正会按月登在这里" action={{ href: "/lessons", label: "看课程" }} />
      ) : null}
      <ErrataMonths months={months} />
      <Pager path="/errata" filter={{}} page={page} pages={pages} />
    </PhonePage>
  );
}
