import type { Entry } from "@/features/library/types";

/** 党史天天谈 of a day as a message. */
export function pushMessage(
  { id, front }: Entry,
  day: string,
): { key: string; title: string; body: string; href: string } {
  return { key: `push:${day}`, title: `党史天天谈：${front.title}`, body: front.summary, href: `/${id}` };
}
