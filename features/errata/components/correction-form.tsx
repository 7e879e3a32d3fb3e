"use client";

import { useState, type ReactNode } from "react";
import { Area } from "@/components/forms/area";
import { Field } from "@/components/forms/field";
import { ScriptForm } from "@/components/forms/script-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { Panel } from "@/components/ui/state";
import type { TargetKind } from "@/features/takedowns/schema";
import { publishErratumAction } from "../actions";
import { erratumHref, standingView } from "../view";
import { ErratumItem } from "./erratum-item";

type Props = {
  target: { kind: TargetKind; id: string };
  /** Names this form for good. */
  formKey: string;
  what: string;
  version: string;
  today: string;
  /** The choice of reports that are answered with it. */
  reports: ReactNode;
};

type Seen = { wrong: string; correct: string; correctedOn: string };
const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** Entries, lessons and questions are answered; of what is only looked at nobody knows who did. */
const keepsReaders = (kind: TargetKind): boolean => kind !== "leaflet" && kind !== "film";

/** 登更正 in two steps: written, looked at as it will stand, published. */
export function CorrectionForm({ target, formKey, what, version, today, reports }: Props) {
  const { reply, submit, busy, fault } = useFormAction(publishErratumAction);
  const [seen, see] = useState<Seen | null>(null);
  // The page may be rendered anew while this stands open; the form stays the one it was.
  const [key] = useState(formKey);
  if (reply.data?.done) {
    return (
      <Panel tone="ok" title="已登出。" live>
        {keepsReaders(target.kind) ? "答过它的同志会在消息里知道一次。" : "折页和影片不记谁看过，更正写在它的页面上。"}
        <a className="inline-link" href={erratumHref(reply.data.erratumId)}>
          看更正记录
        </a>
        ，
        <a className="inline-link" href="/committee/errata">
          再登一条
        </a>
        。
      </Panel>
    );
  }
  const next = (form: FormData) => {
    if (seen !== null) return submit(form);
    see({
      ...{ wrong: textOf(form, "wrong"), correct: textOf(form, "correct") },
      correctedOn: textOf(form, "correctedOn"),
    });
  };
  const fields = ["wrong", "correct", "correctedOn", "feedbackIds", "targetId"];
  const problem = reply.serverError ?? fields.map(fault).find((text) => text !== undefined);
  return (
    <ScriptForm send={next} className="grid max-w-xl gap-4 px-4 py-3">
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="targetKind" value={target.kind} />
      <input type="hidden" name="targetId" value={target.id} />
      {problem ? (
        <Panel tone="bad" title="没有登出。" live>
          {problem}
        </Panel>
      ) : null}
      <div hidden={seen !== null}>
        <div className="grid gap-4">
          <Area
            name="wrong"
            label="原来怎样写"
            hint="照原来的字句写出错的地方"
            rows={2}
            maxLength={300}
            required
            error={fault("wrong")}
          />
          <Area
            name="correct"
            label="现在怎样写"
            hint="照现在的字句写，谁都看得到"
            rows={2}
            maxLength={300}
            required
            error={fault("correct")}
          />
          <Field
            name="correctedOn"
            label="哪一天改好的"
            type="date"
            max={today}
            defaultValue={today}
            required
            error={fault("correctedOn")}
          />
          {reports}
        </div>
      </div>
      {seen === null ? null : <Preview target={target} what={what} version={version} today={today} seen={seen} />}
      <div className="flex flex-wrap gap-3">
        <button className="btn main" type="submit" disabled={busy} aria-busy={busy}>
          {seen === null ? "先看登出来的样子" : busy ? "正在登出" : "登出这条更正"}
        </button>
        {seen === null ? null : (
          <button className="btn" type="button" disabled={busy} onClick={() => see(null)}>
            回去改
          </button>
        )}
      </div>
    </ScriptForm>
  );
}

type PreviewProps = Pick<Props, "target" | "what" | "version" | "today"> & { seen: Seen };

function Preview({ target, what, version, today, seen }: PreviewProps) {
  const publishedAt = new Date(`${today}T12:00:00+08:00`);
  const view = standingView({ ...seen, targetKind: target.kind, version, publishedAt });
  return (
    <section aria-live="polite" aria-label="登出来的样子">
      <p className="meta">会这样登在更正记录里，谁都看得到；它的页面上也写明更正过。核对无误再登。</p>
      <div className="spine mt-2">
        <ErratumItem what={what} href={null} {...view} />
      </div>
    </section>
  );
}
