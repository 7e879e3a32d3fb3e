"use client";

import { useState } from "react";
import { startOidc } from "@/lib/auth/browser";
import { linkOidcAction } from "../actions";

/** 关联统一身份 from a signed-in session. */
export function LinkOidc({ name }: { name: string }) {
  const [fault, setFault] = useState<string | null>(null);

  async function start() {
    const reply = await linkOidcAction();
    if (reply?.serverError) setFault(reply.serverError);
    else await startOidc("/me");
  }

  return (
    <>
      <button className="btn wide" type="button" onClick={() => void start()}>
        关联{name}
      </button>
      {fault ? <p className="state bad">{fault}</p> : null}
    </>
  );
}
