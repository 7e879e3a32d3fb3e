import { Area } from "@/components/forms/area";
import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { CATEGORIES, CATEGORY_LABELS, DAYS_CHOICES, PROJECT_KIND_LABELS, PROJECT_KINDS } from "@/domain/projects/types";

type Props = {
  fault: (field: string) => string | undefined;
  /** What was typed or stands already. */
  values?: Readonly<Record<string, string>>;
};

/** What everybody will read. */
export function TextFields({ fault, values = {} }: Props) {
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-3">
        <Choose
          name="kind"
          label="类型"
          value={values["kind"] ?? ""}
          options={PROJECT_KINDS.map((value) => ({ value, label: PROJECT_KIND_LABELS[value] }))}
          error={fault("kind")}
        />
        <Choose
          name="category"
          label="类别"
          value={values["category"] ?? ""}
          options={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
          error={fault("category")}
        />
        <Choose
          name="days"
          label="认领后几天办好"
          value={values["days"] || "30"}
          options={DAYS_CHOICES.map((days) => ({ value: String(days), label: `${days}天` }))}
          error={fault("days")}
        />
      </div>
      <Field
        name="title"
        label="一句话写明要办什么"
        hint="例如：给自习室添四盏台灯。不写姓名"
        required
        maxLength={30}
        defaultValue={values["title"]}
        error={fault("title")}
      />
      <Area
        name="need"
        label="需要什么、什么时候要"
        hint="所有人都看得到：不写姓名、电话、门牌号，不写认得出是谁的经历"
        rows={4}
        maxLength={500}
        required
        defaultValue={values["need"]}
        error={fault("need")}
      />
      <Field
        name="conditions"
        label="对认领人的要求"
        hint="可以不填，例如：会修电脑，周末能去半天"
        maxLength={200}
        defaultValue={values["conditions"]}
        error={fault("conditions")}
      />
    </>
  );
}
