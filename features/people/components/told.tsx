import { Panel } from "@/components/ui/state";

/** That an act went through, said where it was done. */
export function Told({ data, children }: { data: { done: boolean } | undefined; children: string }) {
  return data?.done ? <Panel tone="ok" title={children} live /> : null;
}
