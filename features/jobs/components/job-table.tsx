import { State, type Tone } from "@/components/ui/state";
import type { Standing } from "@/domain/jobs/trying";
import type { JobLine } from "../view";

const TONES: Readonly<Record<Standing, Tone>> = {
  done: "ok",
  running: "plain",
  asked: "wait",
  again: "wait",
  lost: "bad",
  failed: "bad",
};

/** How a run stands, as a word with its mark. */
export function RunState({ standing, words }: { standing: Standing; words: string }) {
  return <State tone={TONES[standing]}>{words}</State>;
}

/** Every job, when it runs, how it went last and when it runs next. */
export function JobTable({ jobs }: { jobs: JobLine[] }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">任务</th>
          <th scope="col">什么时候</th>
          <th scope="col">上一次</th>
          <th scope="col">结果</th>
          <th scope="col">下一次</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ name, title, when, late, last, next }) => (
          <tr key={name}>
            <th scope="row">{title}</th>
            <td data-label="什么时候">
              <div>
                {when}
                <span className="meta block">{late}</span>
              </div>
            </td>
            <td data-label="上一次" className="nb">
              {last?.at ?? "还没有做过"}
            </td>
            <td data-label="结果">
              {last === null ? (
                "—"
              ) : (
                <div>
                  <RunState standing={last.standing} words={last.words} />
                  {last.note === "" ? null : <span className="meta block">{last.note}</span>}
                </div>
              )}
            </td>
            <td data-label="下一次" className="nb">
              {next}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
