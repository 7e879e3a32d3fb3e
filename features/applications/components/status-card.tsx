import type { ReactNode } from "react";
import { State, type Tone } from "@/components/ui/state";
import type { StatusPage } from "../loaders/load-join";
import type { StatusView } from "../view";
import { OpenAccountForm, WithdrawForm } from "./status-forms";

const WORDS: Readonly<Record<StatusView["state"], { tone: Tone; label: string }>> = {
  open: { tone: "wait", label: "等待确认" },
  accepted: { tone: "ok", label: "已通过" },
  in: { tone: "ok", label: "已通过" },
  refused: { tone: "bad", label: "没有通过" },
  withdrawn: { tone: "plain", label: "已撤回" },
};

/** What became of an application, and what to do next. */
export function StatusCard({ status, address }: StatusPage) {
  const { tone, label } = WORDS[status.state];
  return (
    <>
      <section className="card pad grid gap-3" aria-label="申请的结果">
        <p>
          <State tone={tone}>{label}</State>
        </p>
        <p>
          <b>{status.name}</b>
          申请加入{status.branch}，{status.at}提交。
        </p>
        {nextStep(status)}
      </section>
      {status.state === "open" || status.state === "accepted" ? (
        <section className="panel grid gap-2" aria-label="自己的查询网址">
          <b>换一个浏览器也能看</b>
          <p>这个网址只有你自己能用，请存下来，不要发给别人：</p>
          <p className="break-all">{address}</p>
        </section>
      ) : null}
    </>
  );
}

function nextStep({ state, reason }: StatusView): ReactNode {
  switch (state) {
    case "open":
      return (
        <>
          <p>支部的同志核对以后会确认。可以先关掉，过一会儿再打开这一页。</p>
          <WithdrawForm />
        </>
      );
    case "accepted":
      return (
        <>
          <p>支部已经确认。给自己设一个密码，就可以开始学习。</p>
          <OpenAccountForm />
        </>
      );
    case "in":
      return (
        <a className="btn main wide" href="/sign-in">
          密码已经设好，去登录
        </a>
      );
    case "refused":
      return (
        <>
          <p>支部写的理由：{reason}</p>
          <p>有疑问请直接问支部的学习委员或书记。填错了，可以再扫一次支部码，重新填一份。</p>
        </>
      );
    case "withdrawn":
      return <p>这份申请是你自己撤回的。要加入，再扫一次支部码，重新填一份。</p>;
  }
}
