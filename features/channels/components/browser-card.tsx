"use client";

import { useEffect, useState, type ReactNode } from "react";
import { ChannelCard } from "@/components/ui/channel-card";
import { State } from "@/components/ui/state";
import { canNotify } from "@/lib/browser-push";
import { keepBrowserAction, removeBrowserAction } from "../actions";
import { isKnownBrowser, subscribe, unsubscribe } from "../client";

type Props = {
  publicKey: string;
  hashes: string[];
  /** The switch for all devices, once there is one. */
  children?: ReactNode;
};
type Phase = "looking" | "unsupported" | "on" | "off";

const FAILED = "没有办成，请过一会儿再试。这个浏览器的推送服务可能连不上。";
const REFUSED = "浏览器没有允许通知。要收的话，在浏览器的网站设置里允许。";

/** 浏览器通知 of this very browser. */
export function BrowserCard({ publicKey, hashes, children }: Props) {
  const [phase, setPhase] = useState<Phase>("looking");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  useEffect(() => {
    const look = async (): Promise<Phase> =>
      canNotify() ? ((await isKnownBrowser(hashes)) ? "on" : "off") : "unsupported";
    look().then(setPhase, () => setPhase("unsupported"));
  }, [hashes]);
  const act = async (work: () => Promise<string>, next: Phase): Promise<void> => {
    setBusy(true);
    const words = await work().catch(() => FAILED);
    setFault(words);
    if (words === "") setPhase(next);
    setBusy(false);
  };
  const turnOn = async (): Promise<string> => {
    const subscription = await subscribe(publicKey);
    if (subscription === null) return REFUSED;
    const reply = await keepBrowserAction(subscription);
    return reply.data?.done === true ? "" : (reply.serverError ?? FAILED);
  };
  const turnOff = async (): Promise<string> => {
    const endpoint = await unsubscribe();
    const reply = endpoint === null ? null : await removeBrowserAction({ endpoint });
    return reply?.serverError ?? "";
  };
  return (
    <ChannelCard title="浏览器通知" about="这台设备上弹出来。国内不少手机收不到，电脑上的浏览器多半可以">
      {phase === "unsupported" ? <p>这个浏览器不支持通知。</p> : null}
      {phase === "on" || phase === "off" ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <State tone={phase === "on" ? "ok" : "plain"}>{phase === "on" ? "这台设备在收" : "这台设备没有开"}</State>
          <button
            className="btn"
            type="button"
            disabled={busy}
            aria-busy={busy}
            onClick={() => void (phase === "on" ? act(turnOff, "off") : act(turnOn, "on"))}
          >
            {busy ? "正在办" : phase === "on" ? "关掉这台设备的通知" : "在这台设备上打开"}
          </button>
        </div>
      ) : null}
      {children}
      <noscript>
        <p>要打开浏览器的脚本才能用。</p>
      </noscript>
      <p role="status" className={fault === "" ? "vh" : "state bad"}>
        {fault}
      </p>
    </ChannelCard>
  );
}
