"use client";

import { useState } from "react";
import { linkOidcAction } from "../actions";
import { startOidc } from "../client";

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
