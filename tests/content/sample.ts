import type { ContentFile } from "@/features/library/types";

/** The fact that all of it tells, the page it stands on, and where a second person found it again. */
const FACT = `  - { claim: "1935年1月15日，遵义会议开幕。", value: "1935年1月15日", source: s1, locator: "第二段" }
`;
const SOURCE = `  - { id: s1, title: "遵义会议", publisher: "人民网", url: "https://cpc.people.com.cn/zunyi.html", seen: "2026-11-21" }
`;
const CHECKED = `checked:
  on: "2026-11-21"
  by: second
  against:
    - { id: c1, title: "遵义", publisher: "中国政府网", url: "https://www.gov.cn/zunyi.htm", seen: "2026-11-21" }
  found:
`;
/** Facts, sources and check of what tells that fact alone. */
const ONE_FACT = `facts:
${FACT}sources:
${SOURCE}${CHECKED}    - { blank: "____，遵义会议开幕。", value: "1935年1月15日", at: c1 }
`;

/** A small library that keeps every rule; tests change one thing in it and name the fault that must be found. */
const ENTRY = `---
title: 遵义会议开幕
summary: 一座两层小楼里的三天，改变了红军的命运。
kind: event
date: "1935-01-15"
period: new-democratic-revolution
topic: meetings
${ONE_FACT}recall: [entry-day]
---

1935年1月15日，中共中央政治局扩大会议在贵州遵义开幕[^s1]。会址是一座两层的小楼，白天各忙各的军务，开会要等到晚上[^s1]。{#p1}

FILLER。详见[课程](/lessons/road/01-zunyi#opening)[^s1]。{#p2}
`;

const LESSON = `---
title: 遵义会议
subtitle: 生死攸关的转折点
summary: 从湘江边的损失讲到遵义的小楼，这一课说明会议为什么要开、解决了什么问题。
period: new-democratic-revolution
topic: meetings
level: key
timeline:
  - { date: "1934-10", text: "中央红军开始长征" }
  - { date: "1935-01-15", text: "遵义会议开幕", note: "开了三天", here: true }
  - { date: "1936-10", text: "三大主力会师" }
terms:
  - { term: "中央苏区", text: "以江西瑞金为中心的革命根据地。" }
discuss:
  - "换作是你，会怎样在会上说真话？"
facts:
${FACT}  - { claim: "1934年10月，中央红军开始长征。", value: "1934年10月", source: [s1, s2], locator: "第三段" }
  - { claim: "1936年10月，三大主力会师。", value: "1936年10月", source: [s1, s2], locator: "末段" }
sources:
${SOURCE}  - { id: s2, title: "长征", publisher: "某大学", url: "https://www.example.edu.cn/march.html", seen: "2026-11-20" }
${CHECKED}    - { blank: "____，遵义会议开幕。", value: "1935 年 1 月 15 日", at: c1 }
    - { blank: "____，中央红军开始长征。", value: "1934年10月", at: c1 }
    - { blank: "____，三大主力会师。", value: "1936年10月", at: c1 }
recall: [zunyi-day, zunyi-place, zunyi-order]
---

## 为什么要开会

LONG[^s2]。{#why}

## 会上做了什么

会议1935年1月15日开幕，地点在贵州遵义[^s1]。LONG。{#opening}

## 会后怎样

LONG[^s1][^s2]。{#after}
`;

const LEAFLET = `---
title: 遵义会议
summary: 用八张卡片记住遵义会议的人、事和日子。
period: new-democratic-revolution
topic: meetings
order: 1
${ONE_FACT}---

## 哪一天开幕

1935年1月15日开幕，会址在贵州遵义[^s1]。{#day}

## 在哪里开

CARD[^s1]。{#place}

## 会前

CARD[^s1]。{#before}

## 谁去开会

CARD[^s1]。{#people}

## 说了什么

CARD[^s1]。{#words}

## 定了什么

CARD[^s1]。{#decision}

## 会后

CARD[^s1]。{#after}

## 为什么要紧

CARD[^s1]。{#why}
`;

const FILM = `---
title: 遵义城里的三天
summary: 一部短片，讲遵义会议前后的事。
publisher: 示例影像
period: new-democratic-revolution
topic: meetings
order: 1
length: 20
sound: false
lesson: lessons/road/01-zunyi
look-for:
  - "看会址的小楼有几层。"
discuss:
  - "换作是你，会怎样在会上说真话？"
${ONE_FACT}---

这部短片讲遵义会议，会址是一座小楼，白天各忙各的军务，开会要等到晚上，屋里的灯常常亮到很晚[^s1]。{#about}
`;

const CAPTIONS = `WEBVTT

NOTE 画面：一座小楼

00:01.000 --> 00:09.000
1935年1月15日，会议开幕。

00:10.000 --> 00:18.000
夜里的灯亮到很晚。
`;

const QUESTIONS = `- id: entry-day
  type: true-false
  stem: "遵义会议是1935年1月15日开幕的。"
  answer: true
  explanation: "会址是遵义的一座两层小楼。"
  anchor: daily/01-15#p1
  cites: [s1]
  topic: meetings
  period: new-democratic-revolution
  difficulty: easy
- id: zunyi-day
  type: single
  stem: "遵义会议是哪一天开幕的？"
  options:
    - { text: "1934年12月18日" }
    - { text: "1935年1月15日", right: true }
    - { text: "1935年2月25日" }
  explanation: "会议在那一天开幕，一共开了三天。"
  anchor: lessons/road/01-zunyi#opening
  cites: [s1]
  topic: meetings
  period: new-democratic-revolution
  difficulty: easy
- id: zunyi-place
  type: fill
  stem: "这次扩大会议____年在____召开。"
  blanks: [["1935", "一九三五"], ["遵义"]]
  explanation: "红军当时刚刚进入黔北。"
  anchor: lessons/road/01-zunyi#opening
  cites: [s1]
  topic: meetings
  period: new-democratic-revolution
  difficulty: easy
- id: zunyi-order
  type: ordering
  stem: "把长征中的三件事按时间先后排好。"
  items:
    - "中央红军开始长征"
    - "遵义会议开幕"
    - "三大主力会师"
  dates: ["1934-10", "1935-01-15", "1936-10"]
  explanation: "先出发，途中开会，最后会师。"
  anchor: lessons/road/01-zunyi#after
  cites: [s1]
  topic: meetings
  period: new-democratic-revolution
  difficulty: medium
- id: zunyi-kinds
  type: multiple
  stem: "遵义会议解决了哪些问题？"
  options:
    - { text: "军事问题", right: true }
    - { text: "组织问题", right: true }
    - { text: "土地问题" }
    - { text: "外交问题" }
  explanation: "会议集中解决了当时最要紧的两件事。"
  anchor: lessons/road/01-zunyi#after
  cites: [s1]
  topic: meetings
  period: new-democratic-revolution
  difficulty: hard
- id: zunyi-pairs
  type: matching
  stem: "把会议和地点连起来。"
  pairs:
    - { left: "遵义会议", right: "贵州" }
    - { left: "古田会议", right: "福建" }
    - { left: "洛川会议", right: "陕西" }
  explanation: "三次会议在三个省。"
  anchor: lessons/road/01-zunyi#after
  cites: [s1]
  topic: meetings
  period: new-democratic-revolution
  difficulty: hard
`;

const words = (count: number) => "夜里灯还亮着大家围在一起商量下一步往哪里走".repeat(20).slice(0, count);

/** Fresh files every time. */
export function sampleFiles(): ContentFile[] {
  return [
    { path: "daily/01-15.md", text: ENTRY.replace("FILLER", words(120)) },
    {
      path: "lessons/road/course.yaml",
      text: "title: 长征路上\nsummary: 从瑞金走到陕北的一段路。\nperiod: new-democratic-revolution\norder: 1\n",
    },
    { path: "lessons/road/01-zunyi.md", text: LESSON.replaceAll("LONG", words(320)) },
    { path: "leaflets/zunyi.md", text: LEAFLET.replaceAll("CARD", words(30)) },
    { path: "films/zunyi.md", text: FILM },
    { path: "films/zunyi.mp4", text: "", media: { bytes: 2_000_000, seconds: 20.4, digest: "a".repeat(64) } },
    { path: "films/zunyi.vtt", text: CAPTIONS },
    { path: "questions/road.yaml", text: QUESTIONS },
    { path: "topics.yaml", text: "meetings: 重要会议\n" },
    {
      path: "sources.yaml",
      text: '- { tier: A, name: 人民网, hosts: [".people.com.cn"] }\n- { tier: A, name: 政府网站, hosts: [".gov.cn"] }\n- { tier: B, name: 高等学校, hosts: [".edu.cn"] }\n- { tier: B, name: 澎湃新闻, hosts: [".thepaper.cn"] }\n',
    },
  ];
}

/** The files with one text replaced by another in one of them; throws when there is nothing to replace. */
export function withChange(path: string, from: string | RegExp, to: string): ContentFile[] {
  return sampleFiles().map((file) => {
    if (file.path !== path) return file;
    const text = file.text.replace(from, to);
    if (text === file.text) throw new Error(`${path} does not contain ${String(from)}`);
    return { path, text };
  });
}
