import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";

type Choice = { value: string; label: string };
type Props = {
  organisations: Choice[];
  branches: Choice[];
  mayBeNowhere: boolean;
  today: string;
  fault: (field: string) => string | undefined;
};

/** Where somebody who is registered, or comes back, works and belongs, and from which day. */
export function PlaceFields({ organisations, branches, mayBeNowhere, today, fault }: Props) {
  return (
    <>
      <Choose
        name="organisationId"
        label="工作单位"
        none="没有，或不在区内"
        options={organisations}
        error={fault("organisationId")}
      />
      <Choose
        name="branchId"
        label="所在支部"
        none="还没有支部"
        options={branches}
        {...(mayBeNowhere ? {} : { hint: "单位和支部至少选一个本站的" })}
        error={fault("branchId")}
      />
      <Field
        name="since"
        type="date"
        label="从哪天起"
        defaultValue={today}
        max={today}
        required
        hint="工作关系和组织关系从这一天算起"
        error={fault("since")}
      />
    </>
  );
}
