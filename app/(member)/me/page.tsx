import type { Metadata } from "next";
import { Group, PhonePage, Row } from "@/components/layout/phone-page";
import { STANDING_LABELS, isStanding } from "@/domain/people/standing";
import { removeBrowserAction } from "@/features/channels/actions";
import { loadMyPage } from "@/features/members/loaders";
import { InboxMark } from "@/features/notices/components/inbox-mark";
import { CloseAll } from "@/features/sessions/components/close-all";
import { LinkOidc } from "@/features/sessions/components/link-oidc";
import { RoleSwitch } from "@/features/sessions/components/role-switch";
import { SignOut } from "@/features/sessions/components/sign-out";

export const metadata: Metadata = { title: "我的" };

export default async function MyPage() {
  const { profile, roles, activeRoleId, consoles, unread, oidcName } = await loadMyPage();
  const standing = isStanding(profile.standing) ? STANDING_LABELS[profile.standing] : profile.standing;
  return (
    <PhonePage tab="me" end={<InboxMark />}>
      <section className="pt-2">
        <h1 className="serif-title">{profile.name}</h1>
        <p className="second">
          {[profile.branch ?? "还没有编入支部", profile.organisation].filter(Boolean).join("，")}
        </p>
        <p className="meta">{standing}</p>
      </section>
      <Group title="我的学习">
        <div className="card">
          <Row href="/me/assignments" icon="flag" title="支部派发的学习" meta="学什么，哪天以前学完" />
          <Row href="/me/courses" icon="book" title="学到哪里" meta="每门课学过几课，接着学哪一课" />
          <Row href="/me/points" icon="list" title="积分流水" meta="每一分怎么来的，都在这里" />
          <Row href="/seasons/current" icon="trophy" title="积分大赢家" meta="自愿参加，随时可以退出" />
          <Row href="/me/attempts" icon="quiz" title="答过的题" meta="成绩、回执和解析" />
          <Row href="/me/certificates" icon="seal" title="我的证书" meta="知识竞赛和积分大赢家的证书，可以下载" />
          <Row href="/me/stories" icon="book" title="我写的厂情厂史" meta="写下单位的来路，审过给大家看" />
          <Row href="/me/mistakes" icon="redo" title="温故" meta="答错过的题，再想一想" />
          <Row
            href="/inbox"
            icon="mail"
            title={unread > 0 ? `消息${unread}` : "消息"}
            meta={unread > 0 ? "有没看过的" : "没有新的"}
          />
        </div>
      </Group>
      <Group title="我的志愿">
        <div className="card">
          <Row href="/me/claims" icon="heart" title="我的认领" meta="认领了什么，下一步做什么" />
        </div>
      </Group>
      {consoles.length > 0 ? (
        <Group title="我负责的">
          <div className="card">
            {consoles.map((item) => (
              <Row key={item.href} href={item.href} icon="grid" title={item.label} />
            ))}
          </div>
          {profile.roles.length > 1 ? <RoleSwitch roles={roles} activeRoleId={activeRoleId} /> : null}
        </Group>
      ) : null}
      <Group title="账号">
        <div className="card">
          <Row href="/me/channels" icon="mail" title="通知方式" meta="天天谈和提醒从哪里收到，想停就停" />
          <Row href="/me/password" icon="lock" title="修改密码" />
          <Row href="/me/transfers" icon="building" title="换支部、换单位" meta="申请转接，看办到哪一步" />
          <Row href="/errata" icon="check" title="更正记录" meta="哪里写错过，现在怎样写" />
          <Row href="/suggestions" icon="report" title="意见建议" meta="哪里不好用，写给我们" />
        </div>
        <div className="mt-4 grid gap-3">
          {oidcName ? <LinkOidc name={oidcName} /> : null}
          <SignOut forgetBrowser={removeBrowserAction} />
          <CloseAll />
        </div>
      </Group>
    </PhonePage>
  );
}
