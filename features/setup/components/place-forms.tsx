"use client";

import { Choose } from "@/components/forms/choose";
import { Field } from "@/components/forms/field";
import { useFormAction } from "@/components/forms/use-form-action";
import { Icon } from "@/components/ui/icon";
import { createBranchAction, createOrganisationAction, createStationsAction } from "../actions";
import type { Choice } from "./people-forms";
import { SetupForm } from "./setup-form";

export function CreateStationsForm() {
  const { reply, submit, busy, fault } = useFormAction(createStationsAction);
  const error = fault("names");
  return (
    <SetupForm submit={submit} reply={reply} busy={busy} label="建立工作站">
      <div className="ask">
        <label htmlFor="names">站名，一行一个</label>
        <textarea
          id="names"
          name="names"
          rows={7}
          required
          aria-describedby="names-note"
          aria-invalid={Boolean(error)}
        />
        <p id="names-note" className={error ? "state bad" : "meta"}>
          {error ? <Icon name="alert" /> : null}
          {error ?? "中心站写在第一行，其余依次写下，例如一个中心站和六个分站"}
        </p>
      </div>
    </SetupForm>
  );
}

const KINDS: Choice[] = [
  { value: "enterprise", label: "企业" },
  { value: "social", label: "社会组织" },
];

export function CreateOrganisationForm({ stations }: { stations: Choice[] }) {
  const { reply, submit, busy, fault } = useFormAction(createOrganisationAction);
  return (
    <SetupForm submit={submit} reply={reply} busy={busy} label="登记组织">
      <Choose name="kind" label="类型" options={KINDS} error={fault("kind")} />
      <Field name="name" label="组织名称" required error={fault("name")} />
      <Field
        name="shortCode"
        label="组织短码"
        required
        hint="2至8位字母或数字，工号登录名用它开头，例如SLZZ"
        error={fault("shortCode")}
      />
      <Choose name="stationId" label="所属工作站" options={stations} error={fault("stationId")} />
    </SetupForm>
  );
}

export function CreateBranchForm({ stations, organisations }: { stations: Choice[]; organisations: Choice[] }) {
  const { reply, submit, busy, fault } = useFormAction(createBranchAction);
  return (
    <SetupForm submit={submit} reply={reply} busy={busy} label="建立支部">
      <Field name="name" label="支部名称" required error={fault("name")} />
      <Choose
        name="hostOrganisationId"
        label="设在哪家组织"
        none="联合支部，不设在某一家"
        options={organisations}
        error={fault("hostOrganisationId")}
      />
      <Choose
        name="stationId"
        label="所属工作站"
        none="随所在组织"
        hint="联合支部要选；设在某家组织的支部随那家组织"
        options={stations}
        error={fault("stationId")}
      />
    </SetupForm>
  );
}
