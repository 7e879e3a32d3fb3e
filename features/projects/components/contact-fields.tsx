import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import {
  CONSENT_BY,
  CONSENT_BY_LABELS,
  CONSENT_HOW,
  CONSENT_HOW_LABELS,
  CONTACT_KIND_LABELS,
  CONTACT_KINDS,
} from "@/domain/projects/consent";

type Props = {
  fault: (field: string) => string | undefined;
  values?: Readonly<Record<string, string>>;
};

const options = <Key extends string>(keys: readonly Key[], labels: Readonly<Record<Key, string>>) =>
  keys.map((value) => ({ value, label: labels[value] }));

/** Whom the approved claimant gets in touch with, and who agreed to that. */
export function ContactFields({ fault, values = {} }: Props) {
  const valueOf = (name: string): string => values[name] ?? "";
  return (
    <fieldset className="grid gap-4">
      <legend className="font-semibold">联系方式，只给认领获准的人看</legend>
      <p className="meta">
        加密存放，每次查看都有记录；办成、撤回或没有人接的30天后删除，最长存180天；180天以前的同意不能再用。未满14岁的只由工作站转达，不收本人和家里的联系方式；由工作站转达的，姓名、电话、住址都不填。
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Choose
          name="isUnder14"
          label="受助的人未满14岁吗"
          value={valueOf("isUnder14")}
          options={[
            { value: "no", label: "不是" },
            { value: "yes", label: "是，未满14岁" },
          ]}
          error={fault("isUnder14")}
        />
        <Choose
          name="contactKind"
          label="联系谁"
          value={valueOf("contactKind")}
          options={options(CONTACT_KINDS, CONTACT_KIND_LABELS)}
          error={fault("contactKind")}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          name="contactName"
          label="姓名"
          autoComplete="off"
          maxLength={30}
          defaultValue={valueOf("contactName")}
          error={fault("contactName")}
        />
        <Field
          name="contactPhone"
          label="电话"
          inputMode="tel"
          autoComplete="off"
          maxLength={30}
          defaultValue={valueOf("contactPhone")}
          error={fault("contactPhone")}
        />
      </div>
      <Field
        name="contactAddress"
        label="住址"
        autoComplete="off"
        maxLength={100}
        defaultValue={valueOf("contactAddress")}
        error={fault("contactAddress")}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Choose
          name="consentBy"
          label="谁同意的"
          value={valueOf("consentBy")}
          options={options(CONSENT_BY, CONSENT_BY_LABELS)}
          error={fault("consentBy")}
        />
        <Field
          name="consentOn"
          label="哪一天同意的"
          type="date"
          required
          defaultValue={valueOf("consentOn")}
          error={fault("consentOn")}
        />
        <Choose
          name="consentHow"
          label="怎样同意的"
          value={valueOf("consentHow")}
          options={options(CONSENT_HOW, CONSENT_HOW_LABELS)}
          error={fault("consentHow")}
        />
      </div>
    </fieldset>
  );
}
