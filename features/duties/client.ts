import type { SheetFault } from "@/domain/duties/lines-sheet";

export type Uploaded =
  | { readonly kind: "written"; readonly added: number; readonly changed: number; readonly same: number }
  | { readonly kind: "faults"; readonly faults: readonly SheetFault[] }
  /** In Chinese: what happened and what to do. */
  | { readonly kind: "refused"; readonly detail: string };

type Reply = { added: number; changed: number; same: number } | { faults: readonly SheetFault[] } | { detail: string };

/** Sends an edited list of a year. Never throws. */
export async function uploadLines(year: string, form: FormData): Promise<Uploaded> {
  const lost = { kind: "refused", detail: "没有送到，什么都没有写入。看看网络，再传一次。" } as const;
  try {
    const response = await fetch(`/committee/duties/years/${year}/upload`, { method: "POST", body: form });
    const reply = (await response.json()) as Reply;
    if ("faults" in reply) return { kind: "faults", faults: reply.faults };
    return "added" in reply ? { kind: "written", ...reply } : { kind: "refused", detail: reply.detail };
  } catch {
    return lost;
  }
}
