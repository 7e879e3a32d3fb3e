import { Panel } from "@/components/ui/state";
import type { BackupFault } from "../view";

/** Says that backups are missed; nothing while there is a new one. */
export function BackupNote({ fault }: { fault: BackupFault | null }) {
  if (fault === null) return null;
  return (
    <div className="mb-4">
      <Panel tone="bad" title={fault.title}>
        {fault.words}
      </Panel>
    </div>
  );
}
