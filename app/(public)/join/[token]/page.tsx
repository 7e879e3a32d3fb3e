import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { ApplyForm } from "@/features/applications/components/apply-form";
import { loadJoin } from "@/features/applications/loaders/load-join";
import { NoticeOfPurpose } from "@/features/invitations/components/notice-of-purpose";

export const metadata: Metadata = { title: "申请加入", robots: { index: false }, referrer: "same-origin" };

/** What a branch's poster leads to. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const page = await loadJoin(token);
  return (
    <PhonePage title="申请加入" back={{ href: "/", label: "回到今日" }}>
      {page ? (
        <div className="grid gap-5 pt-6">
          <h1 className="serif-title">申请加入{page.branch}</h1>
          <p>填好以后，支部的同志会核对确认。通过以后你给自己设密码，就可以学习。</p>
          <NoticeOfPurpose />
          <ApplyForm token={page.token} secret={page.secret} />
        </div>
      ) : (
        <Empty
          title="这个支部码不能用了"
          hint="它换过了、撤回了，或者过期了。请看支部有没有贴新的，或者问支部的学习委员。"
          action={{ href: "/sign-in", label: "已有密码，去登录" }}
        />
      )}
    </PhonePage>
  );
}
