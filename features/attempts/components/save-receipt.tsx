"use client";

import type { Outcome } from "../schema";

/** 存一份回执: the signed receipt as a file. In-app browsers often refuse downloads; printing and the number remain. */
export function SaveReceipt({ receipt, title }: { receipt: Outcome["receipt"]; title: string }) {
  const save = () => {
    const text = JSON.stringify({ title, ...receipt, check: `${location.origin}/receipts/${receipt.id}` }, null, 2);
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `回执-${receipt.id}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1_000);
  };
  return (
    <button type="button" className="link small needs-script no-print" onClick={save}>
      存一份回执
    </button>
  );
}
