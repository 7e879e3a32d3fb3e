"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { ActionForm } from "@/components/forms/action-form";
import { Panel } from "@/components/ui/state";
import { confirmDutiesAction } from "../actions/doing";
import type { DutyCard } from "../view/duty";

type Props = { duties: DutyCard[]; hrefBase: string; mayConfirm: boolean };

/** What waits for confirmation: ticked, and confirmed in one press; whatever is not clear is looked at by itself. */
export function ConfirmList({ duties, hrefBase, mayConfirm }: Props) {
  const { reply, submit, busy, fault } = useFormAction(confirmDutiesAction);
  const send = (form: FormData) => {
    form.set("duties", form.getAll("duty").join("\n"));
    form.delete("duty");
    submit(form);
  };
  const list = (
    <ul className="grid gap-2">
      {duties.map((duty) => (
        <li key={`${duty.id}:${duty.version}`} className="flex items-start gap-3 border-t border-line py-2">
          <label className="check-item grow">
            {mayConfirm ? <input type="checkbox" name="duty" value={`${duty.id}:${duty.version}`} /> : null}
            <span>
              <b className="font-semibold">{duty.title}</b>，{duty.organisation === "" ? "" : `${duty.organisation}，`}
              {duty.period}
              <span className="meta block break-words">
                {duty.state.words}
                {duty.evidence === "" ? "，没有写情况" : `：${duty.evidence}`}
              </span>
            </span>
          </label>
          <a
            className="btn flex-none"
            href={`${hrefBase}/${duty.id}`}
            aria-label={`看${duty.organisation}${duty.title}`}
          >
            看
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="grid gap-3 px-4 py-3">
      {reply.data ? (
        <Panel tone="ok" title={`确认了${reply.data.confirmed}件。`} live>
          {reply.data.left === 0 ? "" : `还有${reply.data.left}件别人刚办过，没有确认，请再看一遍。`}
        </Panel>
      ) : null}
      {fault("duties") ? <p className="state bad">{fault("duties")}</p> : null}
      {mayConfirm && duties.length > 0 ? (
        <ActionForm submit={send} reply={reply} busy={busy} label="确认选中的" busyLabel="正在确认">
          {list}
        </ActionForm>
      ) : (
        list
      )}
    </div>
  );
}
