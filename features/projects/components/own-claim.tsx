"use client";

import { useRef, useState } from "react";
import { Panel, State, type Tone } from "@/components/ui/state";
import { addNote, complete, giveBack, noteToSend, type SentNote } from "../client";
import type { ClaimReply } from "../schema";
import { ContactLook } from "./contact-look";

const TONES: Readonly<Record<ClaimReply["state"], Tone>> = {
  ...{ waiting: "wait", held: "wait", approved: "ok", done: "wait", confirmed: "ok" },
  ...{ withdrawn: "plain", refused: "plain", released: "plain", closed: "plain" },
};

/** One claim with its next step. `isReader`: for whoever does not speak for the claimant. */
export function OwnClaim({ start, isReader = false }: { start: ClaimReply; isReader?: boolean }) {
  const [claim, setClaim] = useState(start);
  const isOpen = claim.state === "waiting" || claim.state === "held" || claim.state === "approved";
  return (
    <article className="card pad grid gap-3" aria-label={claim.title}>
      <p className="kicker">
        <span>
          {claim.area}，{claim.station}
        </span>
        <State tone={TONES[claim.state]}>{claim.label}</State>
      </p>
      <h2>
        <a className="inline-link" href={`/projects/${claim.projectId}`}>
          {claim.title}
        </a>
      </h2>
      {claim.as === "member" ? null : <p className="meta">以{claim.claimant}的名义</p>}
      <p>
        <b>下一步：</b>
        {claim.next}
      </p>
      {claim.thanks === "" ? null : <p className="panel ok">{claim.thanks}</p>}
      {claim.notes.map(({ text, at }) => (
        <p key={at} className="said meta">
          进展：{text}
        </p>
      ))}
      {isReader ? null : (
        <>
          {claim.state === "approved" || claim.state === "done" ? <ContactLook claimId={claim.id} /> : null}
          {claim.state === "approved" ? <Writing claim={claim} onDone={setClaim} /> : null}
          {isOpen ? <GiveBack claim={claim} onDone={setClaim} /> : null}
        </>
      )}
    </article>
  );
}

type Part = { claim: ClaimReply; onDone: (claim: ClaimReply) => void };

function Writing({ claim, onDone }: Part) {
  const [text, setText] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  // Kept until the note has arrived.
  const last = useRef<SentNote | null>(null);
  const send = async (what: "note" | "completion") => {
    setIsBusy(true);
    const note = (last.current = noteToSend(last.current, text));
    const sent = await (what === "note" ? addNote(claim.id, note.key, note.text) : complete(claim.id, text));
    setIsBusy(false);
    if ("refused" in sent) return setFault(sent.refused);
    last.current = null;
    setText("");
    setFault(null);
    onDone(sent.reply);
  };
  return (
    <div className="needs-script grid gap-3">
      <div className="ask">
        <label htmlFor={`text-${claim.id}`}>办到哪一步了</label>
        <textarea
          id={`text-${claim.id}`}
          rows={2}
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="meta">写几个字就行，不用拍照；不写受助人的姓名、电话、住址</p>
      </div>
      {fault ? (
        <Panel tone="bad" title="没有送到。" live>
          {fault}
        </Panel>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <button className="btn" type="button" disabled={isBusy} aria-busy={isBusy} onClick={() => send("note")}>
          记一条进展
        </button>
        <button
          className="btn main"
          type="button"
          disabled={isBusy}
          aria-busy={isBusy}
          onClick={() => send("completion")}
        >
          办完了
        </button>
      </p>
    </div>
  );
}

function GiveBack({ claim, onDone }: Part) {
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const press = async () => {
    setIsBusy(true);
    const sent = await giveBack(claim.id);
    setIsBusy(false);
    if ("refused" in sent) return setFault(sent.refused);
    onDone(sent.reply);
  };
  if (!isAsking) {
    return (
      <p className="needs-script">
        <button className="link quiet small" type="button" onClick={() => setIsAsking(true)}>
          放回这个项目
        </button>
      </p>
    );
  }
  return (
    <div className="grid gap-3" role="group" aria-label="放回这个项目">
      <Panel tone={fault ? "bad" : "plain"} title={fault ? "没有放回。" : "要放回吗？"} live>
        {fault ?? "放回以后由排在后面的人接着办，不记过失。想办的时候可以再认领。"}
      </Panel>
      <div className="flex gap-3">
        <button className="btn flex-1" type="button" autoFocus onClick={() => setIsAsking(false)}>
          不放回
        </button>
        <button className="btn flex-1" type="button" disabled={isBusy} aria-busy={isBusy} onClick={press}>
          {isBusy ? "正在送出" : "放回"}
        </button>
      </div>
    </div>
  );
}
