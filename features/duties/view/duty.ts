import { formatDay, formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { DEFERRAL_LABELS, MANNER_LABELS, type Deferral } from "@/domain/duties/acts";
import { periodLabel } from "@/domain/duties/rhythm";
import type { DutyRow } from "../queries/organisation-year";
import { effortWords } from "./words";

/** One duty as a list shows it. */
export type DutyCard = {
  id: string;
  version: number;
  /** Whose duty it is; empty where the page says so itself. */
  organisation: string;
  title: string;
  ask: string;
  /** 第三季度 */
  period: string;
  due: string;
  /** In words, when the days off of its year are not known. */
  dayNote: string | null;
  effort: string;
  isOpen: boolean;
  isOverdue: boolean;
  state: { tone: "ok" | "wait" | "bad" | "plain"; words: string };
  /** Why it was put off or given back; empty when it was not. */
  why: string;
  evidence: string;
  link: string;
};

/** Where whoever reports a duty does it: a party worker in the organisation's console, everybody else in the branch's. */
export const dutyPath = (dutyId: string, isWorker: boolean): string =>
  isWorker ? `/branch/organisation/duties/${dutyId}` : `/branch/duties/${dutyId}`;

/** 检修，月底恢复 */
export function deferralWords({ deferral, deferralNote }: Pick<DutyRow, "deferral" | "deferralNote">): string {
  if (deferral === "") return "";
  const label = deferral in DEFERRAL_LABELS ? DEFERRAL_LABELS[deferral as Deferral] : deferral;
  return deferralNote === "" ? label : `${label}，${deferralNote}`;
}

function stateOf(row: DutyRow, today: string): DutyCard["state"] {
  const done = row.doneAt === null ? "" : formatDay(businessDateOf(row.doneAt));
  if (row.state === "confirmed") return { tone: "ok", words: `${done}办结` };
  if (row.state === "done") {
    const manner = row.manner in MANNER_LABELS ? MANNER_LABELS[row.manner as keyof typeof MANNER_LABELS] : "办了";
    return { tone: "ok", words: `${done}${manner === "派发的学习" ? "有派发的学习" : manner}，等确认` };
  }
  if (row.dueOn < today) return { tone: "bad", words: "日子过了，还可以办" };
  if (row.deferral !== "" && row.dueOn !== row.plannedOn) {
    return { tone: "wait", words: `推迟到${formatDay(row.dueOn)}` };
  }
  return { tone: "plain", words: "待办" };
}

function whyOf(row: DutyRow, today: string): string {
  // The day that was promised has passed: what was said then explains nothing now.
  const isPast = row.state === "open" && row.dueOn < today;
  const parts = [
    ...(row.returned === "" ? [] : [`退回：${row.returned}`]),
    ...(row.deferral === "" ? [] : [`${isPast ? "推迟过" : "推迟"}：${deferralWords(row)}`]),
  ];
  return parts.join("；");
}

export function dutyCard(row: DutyRow & { organisation?: { name: string } }, today: string): DutyCard {
  const { id, version, title, ask, dueOn, isDayKnown, effort, state, evidence, evidenceLink } = row;
  return {
    ...{ id, version, title, ask, period: periodLabel(row.period), due: formatDay(dueOn), effort: effortWords(effort) },
    organisation: row.organisation?.name ?? "",
    dayNote: isDayKnown ? null : `${dueOn.slice(0, 4)}年的放假安排还没有收录，只按周末算`,
    ...{ isOpen: state === "open", isOverdue: state === "open" && dueOn < today },
    ...{ state: stateOf(row, today), why: whyOf(row, today), evidence, link: evidenceLink },
  };
}

export type DutyGroup = { title: string; note: string; duties: DutyCard[] };

/** In the order in which somebody looks: what is to be done now, what comes, what is done. */
export function dutyGroups(
  rows: readonly (DutyRow & { organisation: { name: string } })[],
  { today, weekEnd, withOrganisation }: { today: string; weekEnd: string; withOrganisation: boolean },
): DutyGroup[] {
  const card = (row: (typeof rows)[number]): DutyCard => {
    const made = dutyCard(row, today);
    return withOrganisation ? made : { ...made, organisation: "" };
  };
  const open = rows.filter(({ state }) => state === "open");
  const group = (title: string, note: string, of: readonly (typeof rows)[number][]): DutyGroup => ({
    ...{ title, note: note === "" ? `${of.length}件` : `${of.length}件，${note}`, duties: of.map(card) },
  });
  const groups = [
    group(
      "这一周要办的",
      `到${formatDay(weekEnd)}`,
      open.filter(({ dueOn }) => dueOn <= weekEnd),
    ),
    group(
      "以后的",
      "可以先办",
      open.filter(({ dueOn }) => dueOn > weekEnd),
    ),
    group("办了的", "", rows.filter(({ state }) => state !== "open").toReversed()),
  ];
  return groups.filter(({ duties }) => duties.length > 0);
}

/** 原定2026年9月22日 when it was moved, else empty. */
export const plannedWords = ({ plannedOn, dueOn }: Pick<DutyRow, "plannedOn" | "dueOn">): string =>
  plannedOn === dueOn ? "" : `原定${formatFull(plannedOn)}`;
