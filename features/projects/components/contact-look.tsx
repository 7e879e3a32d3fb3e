"use client";

import { useState } from "react";
import { Panel } from "@/components/ui/state";
import { look, type Contact } from "../client";

/** 看联系方式: asked for by pressing, never part of the page. */
export function ContactLook({ claimId }: { claimId: string }) {
  const [contact, setContact] = useState<Contact | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const press = async () => {
    setIsBusy(true);
    const sent = await look(claimId);
    setIsBusy(false);
    if ("refused" in sent) setFault(sent.refused);
    else setContact(sent.reply);
  };
  if (contact !== null) return <Shown contact={contact} />;
  return (
    <div className="needs-script grid gap-3">
      {fault ? (
        <Panel tone="bad" title="没有看成。" live>
          {fault}
        </Panel>
      ) : null}
      <p>
        <button className="btn" type="button" disabled={isBusy} aria-busy={isBusy} onClick={press}>
          看联系方式
        </button>
      </p>
      <p className="meta">只给你看，每看一次都有记录；办成以后不再显示</p>
    </div>
  );
}

function Shown({ contact }: { contact: Contact }) {
  if (contact.kind === "station") return <p className="panel">请联系{contact.station}，由工作站转达。</p>;
  return (
    <dl className="facts" role="status">
      <dt>姓名</dt>
      <dd>{contact.name}</dd>
      <dt>电话</dt>
      <dd>
        <a className="inline-link" href={`tel:${contact.phone.replace(/[^\d+]/gu, "")}`}>
          {contact.phone}
        </a>
      </dd>
      <dt>住址</dt>
      <dd>{contact.address}</dd>
    </dl>
  );
}
