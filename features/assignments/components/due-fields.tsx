"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { checkDueDate, type DueChoice } from "@/domain/assignments/due-date";
import { formatDay } from "@/domain/calendar/labels";

type Props = { today: string; choices: DueChoice[]; error: string | undefined };

/** Three days ready-made, counted in working days, and a date of one's own; a day off is pointed out at once. */
export function DueFields({ today, choices, error }: Props) {
  const [due, setDue] = useState(choices[1]?.date ?? "other");
  const [other, setOther] = useState("");
  const isOther = due === "other";
  const checked = isOther && other !== "" ? checkDueDate(other, today) : null;
  const remark = checked?.ok ? checked.remark : checked?.detail;
  return (
    <fieldset className="ask">
      <legend>哪天以前学完</legend>
      <div className="check-list">
        {choices.map(({ workingDays, date, isKnown }) => (
          <label key={workingDays} className="check-item">
            <input type="radio" name="due" value={date} checked={due === date} onChange={() => setDue(date)} />
            <span>
              {workingDays}个工作日，{formatDay(date)}
              {isKnown ? null : <span className="meta">　{date.slice(0, 4)}年的放假安排还没有收录，只按周末算</span>}
            </span>
          </label>
        ))}
        <label className="check-item">
          <input type="radio" name="due" value="other" checked={isOther} onChange={() => setDue("other")} />
          <span>另选日子</span>
        </label>
      </div>
      {isOther ? (
        <Field
          name="otherDue"
          type="date"
          label="完成日期"
          min={today}
          required
          value={other}
          onChange={(event) => setOther(event.target.value)}
          hint={remark ?? undefined}
          error={error}
        />
      ) : null}
      {error && !isOther ? <p className="state bad">{error}</p> : null}
    </fieldset>
  );
}
