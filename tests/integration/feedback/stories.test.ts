import { beforeAll, expect, it } from "vitest";
import { answerFeedback, sendFeedback } from "@/features/feedback/mutations";
import { listAnsweredFeedback, listOpenFeedback } from "@/features/feedback/queries";
import { feedbackGroups } from "@/features/feedback/view";
import { listNotices } from "@/features/notices/queries";
import { dropSingleton } from "@/lib/singleton";
import { makePerson, makePlace, type Person } from "@/tests/factories/people";
import { tellStory } from "@/tests/factories/stories";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const TITLE = "示例厂的铁炉子";

describeOnBothEngines("what is reported about a story", () => {
  let author: Person, secretary: Person, reader: Person;
  let targetId: string, feedbackId: string;

  const told = async ({ memberId }: Person) =>
    (await listNotices({ memberId })).map(({ text, href }) => [text, href]).filter(([text]) => text?.includes("报告"));

  beforeAll(async () => {
    dropSingleton("rate-window.feedback");
    const place = await makePlace();
    author = await makePerson(place);
    reader = await makePerson(place);
    secretary = await makePerson(place, {
      roles: [{ role: "branch-secretary", scopeKind: "branch", scopeId: place.branchId }],
    });
    targetId = `stories/${await tellStory(author.memberId, { title: TITLE, visibility: "organisation" })}`;
  });

  it("reaches the author and the secretary at once, each with the page to act on", async () => {
    const { memberId } = reader;
    const report = { targetKind: "story" as const, targetId, text: "年份写错了。", memberId, address: "10.0.7.1", now };
    const sent = await sendFeedback(report);
    expect(await sendFeedback(report)).toEqual(sent);
    feedbackId = sent.ok ? sent.feedbackId : "";
    const text = `有人报告《${TITLE}》里有错：年份写错了。`;
    expect(await told(author)).toEqual([[text, `/me/${targetId}`]]);
    expect(await told(secretary)).toEqual([[text, `/branch/${targetId}`]]);
    expect(await told(reader)).toEqual([]);
  });

  it("leads the committee to its own page, where the story of one organisation is read too", async () => {
    const [group] = feedbackGroups(await listOpenFeedback(), new Map(), "2026-11-23");
    expect(group?.href).toBe(`/committee/${targetId}`);
  });

  it("is answered as passed on: the reporter, the author and the secretary are told so", async () => {
    const answer = { feedbackIds: [feedbackId], answer: "请改成一九八九年。", actorId: "c1", now };
    expect(await answerFeedback({ ...answer, verdict: "passed-on" })).toEqual({ ok: true });
    expect(await told(reader)).toEqual([["你报告的错误有了答复：已请作者改。请改成一九八九年。", ""]]);
    const asked = `工委看了对《${TITLE}》的报告，请作者改：请改成一九八九年。`;
    expect(await told(author)).toContainEqual([asked, `/me/${targetId}`]);
    expect(await told(secretary)).toContainEqual([asked, `/branch/${targetId}`]);
    expect((await listAnsweredFeedback())[0]).toMatchObject({ id: feedbackId, verdict: "passed-on" });
  });

  it("is passed on for stories alone", async () => {
    const report = { targetKind: "product" as const, targetId: "", text: "字再大一些。", memberId: null };
    const sent = await sendFeedback({ ...report, address: "10.0.7.1", now });
    const feedbackIds = [sent.ok ? sent.feedbackId : ""];
    const answer = { feedbackIds, answer: "好的，记下。", verdict: "passed-on" as const, actorId: "c1", now };
    expect(await answerFeedback(answer)).toEqual({ ok: false, reason: "unknown" });
  });
});
