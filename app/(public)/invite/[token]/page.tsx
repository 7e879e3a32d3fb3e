import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { AcceptForm } from "@/features/invitations/components/accept-form";
import { NoticeOfPurpose } from "@/features/invitations/components/notice-of-purpose";
import { loadInvitation } from "@/features/invitations/loaders/load-invitation";

export const metadata: Metadata = { title: "邀请", robots: { index: false }, referrer: "no-referrer" };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await loadInvitation(token);
  return (
    <PhonePage title="邀请" back={{ href: "/", label: "回到今日" }}>
      {invitation ? (
        <div className="grid gap-5 pt-6">
          <h1 className="serif-title">{invitation.name}，欢迎来到指尖课堂</h1>
          <NoticeOfPurpose />
          <AcceptForm token={token} oidcName={invitation.oidcName} />
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
