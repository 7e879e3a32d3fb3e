import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { SendFeedbackForm } from "@/features/feedback/components/send-form";
import { loadReport } from "@/features/feedback/loaders";

export const metadata: Metadata = { title: "报告错误", robots: { index: false } };

type Props = { searchParams: Promise<{ on?: string | string[] }> };

/** 报告错误 on one entry, lesson or question. */
export default async function ReportPage({ searchParams }: Props) {
  const { on } = await searchParams;
  const { target, isSignedIn, promise } = await loadReport(typeof on === "string" ? on : "");
  const back = { href: target?.back ?? "/", label: target?.kind === "question" || !target ? "回到今日" : "回到这一篇" };
  return (
    <PhonePage title="报告错误" back={back}>
      <h1 className="vh">报告错误</h1>
      {target === null ? (
        <Empty
          title="没有找到你说的这一条"
          hint="请从条目、课程或题目的页面上点“报告错误”进来"
          action={{ href: "/", label: "回到今日" }}
        />
      ) : (
        <div className="grid gap-4 pt-4">
          <p className="spine">{target.what}</p>
          <SendFeedbackForm
            targetKind={target.kind}
            targetId={target.id}
            label="哪里不对，应该是什么"
            hint={isSignedIn ? "能写上出处更好，最多1000个字" : "能写上出处更好，最多1000个字；登录后再送，能收到答复"}
            back={back}
          />
          <p className="meta">{promise}。</p>
          <noscript>
            <p className="meta">这个浏览器没有开脚本，表单送不出去；也可以当面告诉支部的学习委员。</p>
          </noscript>
        </div>
      )}
    </PhonePage>
  );
}
