import type { ReactNode } from "react";
import { Panel } from "@/components/ui/state";
import type { ChannelsPage } from "../loaders";
import { ChannelCard } from "@/components/ui/channel-card";
import { EmailCodeForm, EmailForm, RemoveEmailForm } from "./email-forms";
import { TurnForm } from "./turn-form";

type Own = NonNullable<NonNullable<ChannelsPage["email"]>["own"]>;

/** 电子邮件: none yet, waiting for its code, in use, or stopped because mail came back. */
export function EmailCard({ email, test }: { email: ChannelsPage["email"]; test: ReactNode }) {
  return (
    <ChannelCard title="电子邮件" about="天天谈和提醒也发到你的邮箱">
      {email === null ? <p>这里还没有开通邮件，由管理员设置。</p> : null}
      {email !== null && email.own === null ? <EmailForm label="发确认码" /> : null}
      {email?.own ? <OwnAddress own={email.own} isOn={email.isOn} test={test} /> : null}
    </ChannelCard>
  );
}

function OwnAddress({ own, isOn, test }: { own: Own; isOn: boolean; test: ReactNode }) {
  if (own.state === "in-use") {
    return (
      <>
        <p>{own.masked}</p>
        <TurnForm channel="email" label="电子邮件" isOn={isOn} />
        {isOn ? test : null}
        <RemoveEmailForm />
      </>
    );
  }
  return (
    <>
      {own.state === "waiting" ? (
        <>
          <p>确认码发到了{own.masked}</p>
          <EmailCodeForm />
        </>
      ) : (
        <Panel
          tone="bad"
          title={own.state === "off" ? `发到${own.masked}的邮件总是退回，已经停发。` : "确认码过期了。"}
        >
          请重新填写邮箱。
        </Panel>
      )}
      <details open={own.state !== "waiting"}>
        <summary className="link quiet small">换一个邮箱，或重新发</summary>
        <div className="grid gap-3">
          <EmailForm label="重新发确认码" />
          <RemoveEmailForm />
        </div>
      </details>
    </>
  );
}
