import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Box } from "@/components/layout/console-page";
import { Panel } from "@/components/ui/state";
import { loadMailFaultForAdmin } from "@/features/deliveries/loaders";
import { FaultNote } from "@/features/jobs/components/fault-note";
import { loadBackupFault } from "@/features/jobs/loaders";
import { Checklist } from "@/features/setup/components/checklist";
import {
  CreateMemberForm,
  NameAdministratorForm,
  NameCommitteeMemberForm,
} from "@/features/setup/components/people-forms";
import { CreateBranchForm, CreateOrganisationForm, CreateStationsForm } from "@/features/setup/components/place-forms";
import { loadSetup, type SetupPage } from "@/features/setup/loaders";
import { AdminConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "开通清单" };

type Props = { searchParams: Promise<{ step?: string | string[] }> };

export default async function AdminPage({ searchParams }: Props) {
  const { step: wanted } = await searchParams;
  const setup = await loadSetup(typeof wanted === "string" ? wanted : null);
  const [backup, mail] = await Promise.all([loadBackupFault(), loadMailFaultForAdmin()]);
  const { who, steps, current } = setup;
  const left = steps.filter((step) => !step.done).length;
  return (
    <AdminConsole title="开通清单" place="全区" current="/admin" who={who}>
      <FaultNote fault={backup} />
      <FaultNote fault={mail} />
      {left === 0 ? (
        <div className="mb-4">
          <Panel tone="ok" title="开通的每一步都有了。">
            要再登记工作站、组织、支部或党员，在下面选一步。
          </Panel>
        </div>
      ) : null}
      <Box title="从这里开始" note={left === 0 ? "都有了" : `还差${left}步`}>
        <Checklist steps={steps} current={current.key} />
      </Box>
      <Box title={current.title}>{formOf(setup)}</Box>
    </AdminConsole>
  );
}

function formOf({ current, stations, organisations, branches }: SetupPage): ReactNode {
  switch (current.key) {
    case "name":
      return <NameAdministratorForm />;
    case "committee":
      return <NameCommitteeMemberForm stations={stations} />;
    case "stations":
      return <CreateStationsForm />;
    case "organisations":
      return <CreateOrganisationForm stations={stations} />;
    case "branches":
      return <CreateBranchForm stations={stations} organisations={organisations} />;
    case "invitations":
      return <CreateMemberForm organisations={organisations} branches={branches} />;
  }
}
