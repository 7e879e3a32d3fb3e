import { Icon } from "@/components/ui/icon";
import type { SetupStep, StepKey } from "../view";

/** The steps in their order: what is done, what is open below, what comes later. */
export function Checklist({ steps, current }: { steps: SetupStep[]; current: StepKey }) {
  return (
    <ol className="decide">
      {steps.map((step, index) => (
        <li key={step.key} aria-current={step.key === current ? "step" : undefined}>
          <span className="n" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <b>{step.title}</b>
            <small>{step.note}</small>
          </div>
          <StepEnd step={step} current={step.key === current} />
        </li>
      ))}
    </ol>
  );
}

function StepEnd({ step, current }: { step: SetupStep; current: boolean }) {
  if (current) return <span className="state">在下面填写</span>;
  if (!step.ready) return <span className="state">稍后</span>;
  return (
    <span className="flex items-center gap-2">
      {step.done ? (
        <span className="state ok">
          <Icon name="done" />
          已有
        </span>
      ) : null}
      <a className="btn plain" href={`/admin?step=${step.key}`} aria-label={`${step.title}，去填写`}>
        {step.done ? "再填" : "去填写"}
      </a>
    </span>
  );
}
