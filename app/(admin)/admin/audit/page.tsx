import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { AuditFilterForm } from "@/features/audit/components/audit-filter";
import { AuditTable } from "@/features/audit/components/audit-table";
import { loadAudit, type Params } from "@/features/audit/loaders";
import { AdminConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "操作记录" };

export default async function AuditLogPage({ searchParams }: { searchParams: Params }) {
  const page = await loadAudit(searchParams);
  return (
    <AdminConsole title="操作记录" place={page.place} current="/admin/audit" who={page.who}>
      <Box title="谁做了什么" note="登录和拒绝登录另在安全记录里">
        <AuditFilterForm page={page} />
        <AuditTable page={page} />
      </Box>
    </AdminConsole>
  );
}
