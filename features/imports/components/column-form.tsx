"use client";

import { ActionForm } from "@/components/forms/action-form";
import { Choose } from "@/components/forms/choose";
import { useFormAction } from "@/components/forms/use-form-action";
import { chooseColumnsAction } from "../actions";

type Props = {
  importId: string;
  columns: readonly { column: string; head: string; field: string | null }[];
  fields: readonly { value: string; label: string }[];
};

/** 列的对应: what each column of the sheet was taken for, and another choice for those taken wrongly. */
export function ColumnForm({ importId, columns, fields }: Props) {
  const { reply, submit, busy } = useFormAction(chooseColumnsAction);
  return (
    <ActionForm {...{ submit, reply, busy }} label="按这样再试一次" busyLabel="正在看" keeps>
      <input type="hidden" name="importId" value={importId} />
      {columns.map(({ column, head, field }) => (
        <Choose
          key={column}
          name={`column-${column}`}
          label={`${column}列，${head || "没有表头"}`}
          none="不导入"
          value={field ?? ""}
          options={[...fields]}
        />
      ))}
    </ActionForm>
  );
}
