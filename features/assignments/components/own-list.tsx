import { Group } from "@/components/layout/phone-page";
import { Empty, State, type Tone } from "@/components/ui/state";
import type { OwnLine, OwnPage } from "../loaders";
import { ObjectForm, WithdrawObjectionForm } from "./object-form";

const TONES: Readonly<Record<OwnLine["state"], Tone>> = {
  open: "plain",
  answered: "ok",
  offline: "ok",
  excused: "plain",
  objected: "wait",
};

/** 支部派发的学习: what, by when in words, what became of it, and a way to say that a record is not right. */
export function OwnList({ current, past }: OwnPage) {
  if (current.length + past.length === 0) {
    return (
      <Empty
        title="支部还没有派发学习"
        hint="派发了会列在这里，也会出现在今日。平时想学什么都可以"
        action={{ href: "/lessons", label: "看看课程" }}
      />
    );
  }
  return (
    <>
      <p className="meta pt-2">按自己的时间学就好。学完就是答完后面的题，答对答错都算。</p>
      {current.length > 0 ? (
        <Group title="现在的">
          <Lines lines={current} />
        </Group>
      ) : null}
      {past.length > 0 ? (
        <Group title="过去的">
          <Lines lines={past} />
        </Group>
      ) : null}
    </>
  );
}

function Lines({ lines }: { lines: OwnLine[] }) {
  return (
    <ul className="card">
      {lines.map((line) => (
        <li key={line.id} className="border-t border-line p-4 first:border-t-0">
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { line: OwnLine }) {
  const { id, kindName, title, href, note, due, state, stateText, recordedBy, objection, answer } = line;
  const isRecord = recordedBy !== null && (state === "offline" || state === "excused");
  return (
    <div className="grid gap-1">
      <h3>
        <a className="inline-link" href={href}>
          {title}
        </a>
      </h3>
      <p className="meta">
        {kindName}
        {state === "open" ? `，${due}` : ""}
        {line.isWithdrawn ? "，支部后来撤回了" : ""}
      </p>
      {note ? <p className="second">{note}</p> : null}
      {line.available ? null : <p className="meta">内容正在核对，先不用学</p>}
      <p className="wrap-state">
        <State tone={TONES[state]}>{stateText}</State>
      </p>
      {isRecord ? (
        <>
          <p className="meta">由{recordedBy}记下</p>
          {answer === "" ? (
            <ObjectForm assignmentId={id} />
          ) : (
            <>
              <p className="meta">你写的：{objection}</p>
              <p className="second">支部核对过，记录没有改：{answer}</p>
            </>
          )}
        </>
      ) : null}
      {state === "objected" ? (
        <>
          <p className="meta">你写的：{objection}</p>
          <WithdrawObjectionForm assignmentId={id} title={title} />
        </>
      ) : null}
    </div>
  );
}
