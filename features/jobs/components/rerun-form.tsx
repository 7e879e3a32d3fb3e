"use client";

import { StateForm } from "@/components/forms/state-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { rerunJobAction } from "../actions";

/** 重办 one period that failed. */
export function RerunForm({ job, period }: { job: string; period: string }) {
  const { reply, submit, busy } = useFormAction(rerunJobAction);
  const form = { fields: { job, period }, submit, reply, busy };
  return <StateForm {...form} label="重办" hint="半分钟之内开始，办完了这一条就不在这里了。" />;
}
