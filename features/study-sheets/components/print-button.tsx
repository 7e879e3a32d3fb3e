"use client";

export function PrintButton() {
  return (
    <button className="btn main needs-script" type="button" onClick={() => window.print()}>
      打印
    </button>
  );
}
