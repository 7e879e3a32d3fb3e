import { Panel } from "@/components/ui/state";

/** Says what is out of order and what to do; nothing while all is well. */
export function FaultNote({ fault }: { fault: { title: string; words: string } | null }) {
  if (fault === null) return null;
  return (
    <div className="mb-4">
      <Panel tone="bad" title={fault.title}>
        {fault.words}
      </Panel>
    </div>
  );
}
