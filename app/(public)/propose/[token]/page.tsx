import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty, Panel } from "@/components/ui/state";
import { SentList } from "@/features/projects/components/sent-list";
import { VillageForm } from "@/features/projects/components/village-form";
import { loadVillage } from "@/features/projects/loaders/load-village";

export const metadata: Metadata = { title: "申报志愿项目", robots: { index: false }, referrer: "same-origin" };

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What a village's link leads to: no account, one form, and what became of what was sent. */
export default async function VillagePage({ params, searchParams }: Props) {
  const [{ token }, { sent }] = [await params, await searchParams];
  const page = await loadVillage(token);
  return (
    <PhonePage title="申报志愿项目">
      {page ? (
        <div className="grid gap-5 pt-6">
          <h1 className="serif-title">{page.area}申报志愿项目</h1>
          {sent === "1" ? (
            <>
              <Panel tone="ok" title="收到了，谢谢。" live>
                {page.station}的同志审过以后公开。
              </Panel>
              <a className="btn wide" href={`/propose/${encodeURIComponent(page.token)}`}>
                再报一个
              </a>
              <SentList page={page} isOpen />
            </>
          ) : (
            <>
              <p>
                微心愿、村企联建、走访慰问都从这里报给{page.station}
                。两位同志先后审过才公开，公开的文字里不能让人认出是谁。
              </p>
              <SentList page={page} isOpen={false} />
              <VillageForm token={page.token} submissionKey={page.submissionKey} />
            </>
          )}
        </div>
      ) : (
        <Empty title="这个链接不能用了" hint="它换过了、撤回了，或者过期了。请向工作站要新的链接。" />
      )}
    </PhonePage>
  );
}
