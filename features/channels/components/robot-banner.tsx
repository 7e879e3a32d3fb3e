import { Panel } from "@/components/ui/state";
import { loadStoppedRobots } from "../loaders";

/** On the branch's console while a robot of it is switched off. */
export async function RobotBanner() {
  const names = await loadStoppedRobots();
  return names.length === 0 ? null : (
    <div className="mb-4">
      <Panel tone="bad" title={`群机器人“${names.join("”“")}”连续发不出去，已经停用。`}>
        别的通道不受影响。
        <a className="inline-link" href="/branch/push">
          去看原因，改好后恢复
        </a>
      </Panel>
    </div>
  );
}
