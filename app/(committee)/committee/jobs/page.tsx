import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty, Panel } from "@/components/ui/state";
import { loadMailFault } from "@/features/deliveries/loaders";
import { FaultNote } from "@/features/jobs/components/fault-note";
import { JobTable, RunState } from "@/features/jobs/components/job-table";
import { RerunForm } from "@/features/jobs/components/rerun-form";
import { loadJobs } from "@/features/jobs/loaders";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "定时任务" };

/** What the clock does by itself, and what it could not do. */
export default async function JobsPage() {
  const { who, place, jobs, undone, missingYear, backup } = await loadJobs();
  const mail = await loadMailFault();
  return (
    <CommitteeConsole title="定时任务" place={place} current="/committee/jobs" who={who}>
      <FaultNote fault={backup} />
      <FaultNote fault={mail} />
      {missingYear === null ? null : (
        <div className="mb-4">
          <Panel tone="wait" title={`${missingYear}年的放假安排还没有收录。`}>
            国务院办公厅的通知公布以后，请升级到收录了它的版本。在那以前，{missingYear}
            年的工作日只按周末推算，选日期的地方也会这样写明。
          </Panel>
        </div>
      )}
      <Box title="没有办成的" note={undone.length === 0 ? "都办成了" : `最近${undone.length}条，新的在前`}>
        {undone.length === 0 ? (
          <Empty title="没有要处理的" hint="任务没有办成会自动再试，试了还不行的连同原因出现在这里" />
        ) : (
          <ul className="thread">
            {undone.map(({ job, period, title, about, at, standing, words, reason, mayRepeat }) => (
              <li key={`${job} ${period}`}>
                <p className="from">
                  <span>
                    {title}，{about}
                  </span>
                  <span className="nb">{at}</span>
                </p>
                <p className="said">{reason === "" ? "没有留下原因，多半是服务器中途停了。" : reason}</p>
                <p className="meta mt-1">
                  <RunState standing={standing} words={words} />
                </p>
                {mayRepeat ? (
                  <div className="desk-acts">
                    <RerunForm job={job} period={period} />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Box>
      <Box title="全部任务" note="时间是北京时间，每一期只做一次">
        <JobTable jobs={jobs} />
      </Box>
    </CommitteeConsole>
  );
}
