import type { ConsoleLink } from "@/components/layout/console-page";

/** The rails of the consoles: typed data, one list each. */
export const BRANCH_LINKS: ConsoleLink[] = [{ href: "/branch", label: "支部党员", icon: "people" }];

export const COMMITTEE_LINKS: ConsoleLink[] = [
  { href: "/committee", label: "工作台", icon: "grid" },
  { href: "/committee/people", label: "账号与口令", icon: "people" },
];

export const ADMIN_LINKS: ConsoleLink[] = [
  { href: "/admin", label: "开通清单", icon: "list" },
  { href: "/admin/people", label: "账号与口令", icon: "people" },
  { href: "/admin/security", label: "安全记录", icon: "lock" },
];
