import type { ReactNode } from "react";
import { ConsolePage, type ConsoleLink } from "@/components/layout/console-page";
import type { ConsoleName } from "@/domain/access/consoles";
import { loadRail } from "../loaders";
import { RoleSwitch } from "./role-switch";

/**
 * Some pages are for a role over the whole zone: a station's committee member and an instructor do not find them. Some are
 * for those who keep the register: an instructor, who reads, does not find them.
 */
type Link = ConsoleLink & { zoneWide?: true; keepers?: true };

/** The rails of the consoles: typed data, one list each. */
const BRANCH_LINKS: ConsoleLink[] = [
  { href: "/branch", label: "支部", icon: "grid" },
  { href: "/branch/people", label: "党员", icon: "people" },
  { href: "/branch/assignments", label: "学习派发", icon: "book" },
  { href: "/branch/reminders", label: "提醒清单", icon: "clock" },
  { href: "/branch/duties", label: "责任清单", icon: "check" },
  { href: "/branch/projects", label: "志愿项目", icon: "heart" },
  { href: "/branch/stories", label: "厂情厂史", icon: "book" },
  { href: "/branch/sheet", label: "打印学习单", icon: "print" },
  { href: "/branch/push", label: "天天谈推送", icon: "today" },
  { href: "/branch/invitations", label: "邀请与支部码", icon: "mail" },
  { href: "/branch/applications", label: "加入申请", icon: "person" },
  { href: "/branch/transfers", label: "转接", icon: "redo" },
];

/** What a party worker sees of the own organisation. */
const ORGANISATION_LINKS: ConsoleLink[] = [
  { href: "/branch/organisation", label: "本单位", icon: "building" },
  { href: "/branch/organisation/reminders", label: "提醒清单", icon: "clock" },
  { href: "/branch/organisation/duties", label: "责任清单", icon: "check" },
  { href: "/branch/organisation/projects", label: "志愿项目", icon: "heart" },
  { href: "/branch/organisation/transfers", label: "转接", icon: "redo" },
];

const COMMITTEE_LINKS: Link[] = [
  { href: "/committee", label: "工作台", icon: "grid" },
  { href: "/committee/stations", label: "工作站", icon: "pin" },
  { href: "/committee/organisations", label: "两新组织", icon: "building" },
  { href: "/committee/branches", label: "党支部", icon: "flag" },
  { href: "/committee/people", label: "党员", icon: "people" },
  { href: "/committee/transfers", label: "转接", icon: "redo" },
  { href: "/committee/questions", label: "题库", icon: "quiz", zoneWide: true },
  { href: "/committee/contests", label: "知识竞赛", icon: "trophy", zoneWide: true },
  { href: "/committee/seasons", label: "积分公示", icon: "trophy", zoneWide: true },
  { href: "/committee/duties", label: "责任与提醒", icon: "check" },
  { href: "/committee/projects", label: "志愿项目", icon: "heart" },
  { href: "/committee/stories", label: "厂情厂史", icon: "book" },
  { href: "/committee/imports", label: "导入导出", icon: "upload", keepers: true },
  { href: "/committee/invitations", label: "批量邀请", icon: "mail" },
  { href: "/committee/feedback", label: "反馈与内容", icon: "report" },
  { href: "/committee/errata", label: "更正", icon: "check", zoneWide: true },
  { href: "/committee/objections", label: "数据异议", icon: "alert" },
  { href: "/committee/jobs", label: "定时任务", icon: "clock", zoneWide: true },
];

const ADMIN_LINKS: ConsoleLink[] = [
  { href: "/admin", label: "开通清单", icon: "list" },
  { href: "/admin/people", label: "账号与口令", icon: "people" },
  { href: "/admin/audit", label: "操作记录", icon: "report" },
  { href: "/admin/security", label: "安全记录", icon: "lock" },
];

type Props = { title: string; place: string; current: string; who: string; children: ReactNode };

const RAILS: Readonly<Record<ConsoleName, Link[]>> = {
  branch: BRANCH_LINKS,
  organisation: ORGANISATION_LINKS,
  committee: COMMITTEE_LINKS,
  admin: ADMIN_LINKS,
};

/** A console with its rail and, for people with several roles, the switch between them. */
async function Console({ name, ...props }: Props & { name: ConsoleName }) {
  const { choices, isZoneWide, isReader } = await loadRail(name);
  const links = RAILS[name].filter((link) => (isZoneWide || !link.zoneWide) && !(isReader && link.keepers));
  const end = choices ? <RoleSwitch choices={choices} from={props.current} /> : null;
  return <ConsolePage {...props} links={links} end={end} />;
}

export function BranchConsole(props: Props) {
  return <Console {...props} name="branch" />;
}

export function OrganisationConsole(props: Props) {
  return <Console {...props} name="organisation" />;
}

export function CommitteeConsole(props: Props) {
  return <Console {...props} name="committee" />;
}

export function AdminConsole(props: Props) {
  return <Console {...props} name="admin" />;
}
