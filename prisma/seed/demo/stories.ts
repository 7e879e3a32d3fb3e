// 厂情厂史 of the demo zone: one story for everybody, one for its own people, one that waits for the secretary.
import type { Visibility } from "@/domain/stories/story";
import { publishStory } from "@/features/stories/mutations/review-story";
import { saveStory } from "@/features/stories/mutations/save-story";
import { stepStory } from "@/features/stories/mutations/step-story";
import { newId } from "@/lib/randomness";
import { personOf } from "./roster";

type Plan = { author: string; title: string; body: string; visibility: Visibility; ago: number; isWaiting?: true };

const SECRETARY = "SLZZ-0001";

const PLANS: readonly Plan[] = [
  {
    ...{ author: "SLZZ-0012", title: "示例：门口那台旧机床", visibility: "all", ago: 12 },
    body: "示例企业的门口摆着一台旧机床。刚开工那年，全厂只有这一台，买来就是坏的。\n\n## 三个月\n\n几位老师傅下了班不走，一样一样地拆，一样一样地修，三个月以后它转起来了。第一批活就是在它上面做完的。\n\n> 厂子是这么开起来的，后来的人看见它，就知道了。\n\n现在它不用了，每年新来的人第一天，都先到这里站一站。（这一篇是示例，人和事都是编的。）",
  },
  {
    ...{ author: "SLZZ-0005", title: "示例：夜班食堂的一碗面", visibility: "organisation", ago: 8 },
    body: "示例企业的夜班食堂，凌晨一点还有热面。这是十年前支部商量出来的：夜里吃不上热饭，人就熬不住。\n\n头一个月轮流煮面的，都是党员。后来食堂接了过去，这碗面就一直有。（这一篇是示例，人和事都是编的。）",
  },
  {
    ...{ author: "SLZZ-0007", title: "示例：第一张外地订单", visibility: "all", ago: 2, isWaiting: true },
    body: "示例企业接到的第一张外地订单，要得急，路又远。几个人换着开车，把货赶在天亮以前送到了。（这一篇是示例，人和事都是编的。）",
  },
];

const DAY_MS = 24 * 60 * 60_000;

export async function plantStories(now: Date): Promise<void> {
  for (const plan of PLANS) await plant(plan, new Date(now.getTime() - plan.ago * DAY_MS));
}

async function plant({ author, title, body, visibility, isWaiting }: Plan, at: Date): Promise<void> {
  const [storyId, authorId] = [newId(at), personOf(author)];
  const draft = { title, body, visibility, showName: false };
  const results: { ok: boolean; detail?: string }[] = [
    await saveStory({ storyId, version: 0, draft, authorId, now: at }),
    await stepStory("submit", { storyId, version: 1, actorId: authorId, now: at }),
  ];
  if (!isWaiting) {
    const by = { storyId, version: 2, actorId: personOf(SECRETARY), isCommittee: false, now: at };
    results.push(await publishStory({ ...by, visibility }));
  }
  const refused = results.find(({ ok }) => !ok);
  if (refused) throw new Error(`${title}: ${refused.detail ?? ""}`);
}
