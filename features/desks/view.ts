import { ROLE_LABELS } from "@/domain/access/role-labels";
import type { Role } from "@/domain/access/types";
import { formatDay, formatFull } from "@/domain/calendar/labels";
import { compareShares, type Share } from "@/domain/figures/share";
import { STANDING_LABELS, STANDINGS } from "@/domain/people/standing";
import type { Choices } from "@/features/assignments/view";
import type { TopicRate } from "@/features/figures/queries/topic-rates";
import type { BranchMember, BranchPlace, Officer, TargetChoice } from "./queries";

/** 正式党员12人，预备党员1人; standings nobody has are left out. */
export function standingWords(people: readonly BranchMember[]): string {
  const words = STANDINGS.flatMap((standing) => {
    const count = people.filter((person) => person.standing === standing).length;
    return count === 0 ? [] : [`${STANDING_LABELS[standing]}${count}人`];
  });
  return words.length === 0 ? "还没有党员" : words.join("，");
}

/** 示例企业单独组建，属示例一号站 */
export function placeWords({ kind, host, station }: BranchPlace): string {
  const how = kind === "joint" ? "联合支部" : host === null ? "单独组建" : `由${host}单独组建`;
  return `${how}，属${station}`;
}

/** 学习委员王示例，任期到2027年6月30日 */
export function officerWords({ role, name, until }: Officer): string {
  const label = role in ROLE_LABELS ? ROLE_LABELS[role as Role] : role;
  return until === null ? `${label}${name}` : `${label}${name}，任期到${formatFull(until)}`;
}

export type TopicLine = { topic: string; label: string; share: Share };

/** Topics in the order of their names' keys, for the table. */
export function topicLines(rates: readonly TopicRate[], labelOf: (topic: string) => string): TopicLine[] {
  return rates.map(({ topic, recall }) => ({ topic, label: labelOf(topic), share: recall }));
}

/** 12 / 30题; empty for a figure that is not shown. */
export function shareWords(share: Share): string {
  return share.kind === "shown" ? `${share.part} / ${share.whole}题` : "";
}

const MOST_TOPICS = 3;

/** The topics that are remembered least, the least first; what all remember, or too few answered, is not among them. */
export function weakest(lines: readonly TopicLine[]): TopicLine[] {
  return lines
    .filter(({ share }) => share.kind === "shown" && share.part < share.whole)
    .toSorted((a, b) => compareShares(a.share, b.share))
    .slice(0, MOST_TOPICS);
}

export type RepeatLine = TopicLine & {
  /** What there is to assign on it. */
  items: { value: string; title: string }[];
};

const valueOf = ({ kind, id }: TargetChoice): string => `${kind}:${id}`;
const MOST_ITEMS = 3;

export function repeatLine(line: TopicLine, lessons: readonly string[], targets: readonly TargetChoice[]): RepeatLine {
  const items = targets.filter(({ kind, id }) => kind === "lesson" && lessons.includes(id));
  return { ...line, items: items.slice(0, MOST_ITEMS).map((item) => ({ value: valueOf(item), title: item.title })) };
}

const monthOf = (id: string): string => `天天谈，${Number(id.slice(6, 8))}月`;
const dayOf = ({ kind, id }: TargetChoice): string | null => (kind === "entry" ? formatDay(id.slice(6)) : null);

function groupOf(target: TargetChoice): string {
  if (target.kind === "quiz") return "测验";
  return target.kind === "entry" ? monthOf(target.id) : `课程，${target.course ?? ""}`;
}

/** Groups for the form: courses, then the entries by month from the present one on, then quizzes. */
export function choiceGroups(targets: readonly TargetChoice[], today: string): Choices[] {
  const groups = new Map<string, Choices>();
  for (const target of targets) {
    const title = groupOf(target);
    const group = groups.get(title) ?? { title, items: [] };
    group.items.push({ value: valueOf(target), title: target.title, day: dayOf(target) });
    groups.set(title, group);
  }
  const all = [...groups.values()];
  const months = all.filter(({ title }) => title.startsWith("天天谈"));
  const present = Math.max(
    0,
    months.findIndex(({ items }) => (items.at(-1)?.value.slice(12) ?? "") >= today.slice(5, 7)),
  );
  const others = (start: string) => all.filter(({ title }) => title.startsWith(start));
  return [...others("课程"), ...months.slice(present), ...months.slice(0, present), ...others("测验")];
}
