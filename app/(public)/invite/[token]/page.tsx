import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { AcceptForm } from "@/features/invitations/components/accept-form";
import { NOTICE_OF_PURPOSE } from "@/features/invitations/constants";
import { loadInvitation } from "@/features/invitations/loaders";

export const metadata: Metadata = { title: "邀请", robots: { index: false }, referrer: "no-referrer" };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await loadInvitation(token);
  return (
    <PhonePage title="邀请" back={{ href: "/", label: "回到今日" }}>
      {invitation ? (
        <div className="grid gap-5 pt-6">
          <h1 className="serif-title">{invitation.name}，欢迎来到指尖课堂</h1>
          <section className="panel grid gap-2" aria-label="信息使用说明">
            <b>你的信息这样使用</b>
            {NOTICE_OF_PURPOSE.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
          <AcceptForm token={token} />
        </div>
      ) : (
        <Empty
          title="这个邀请不能用了"
          hint="它用过了、被撤回了，或者过了14天。请向发邀请的人要一个新的。"
          action={{ href: "/sign-in", label: "已有密码，去登录" }}
        />
      )}
    </PhonePage>
  );
}
