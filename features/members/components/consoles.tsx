import type { ReactNode } from "react";
import { ConsolePage, type ConsoleLink } from "@/components/layout/console-page";

/** The rails of the consoles: typed data, one list each. */
const BRANCH_LINKS: ConsoleLink[] = [
  { href: "/branch", label: "支部", icon: "grid" },
  { href: "/branch/people", label: "党员", icon: "people" },
];

const COMMITTEE_LINKS: ConsoleLink[] = [
  { href: "/committee", label: "工作台", icon: "grid" },
  { href: "/committee/people", label: "党员", icon: "people" },
  { href: "/committee/invitations", label: "批量邀请", icon: "mail" },
];

const ADMIN_LINKS: ConsoleLink[] = [
  { href: "/admin", label: "开通清单", icon: "list" },
  { href: "/admin/people", label: "账号与口令", icon: "people" },
  { href: "/admin/security", label: "安全记录", icon: "lock" },
];

type Props = { title: string; place: string; current: string; who: string; children: ReactNode };

export function BranchConsole(props: Props) {
  return <ConsolePage {...props} links={BRANCH_LINKS} />;
}

export function CommitteeConsole(props: Props) {
  return <ConsolePage {...props} links={COMMITTEE_LINKS} />;
}

export function AdminConsole(props: Props) {
  return <ConsolePage {...props} links={ADMIN_LINKS} />;
}
