import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as listQuizzes } from "@/app/api/v1/quizzes/route";
import { GET as askRecall } from "@/app/api/v1/recalls/route";
import { GET as getCalendar } from "@/app/daily.ics/route";
import { GET as getFeed } from "@/app/feed.xml/route";
import { loadEntry, loadToday } from "@/features/daily-entries/loaders";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { saveProposal } from "@/features/proposals/mutations/save-proposal";
import { submitProposal } from "@/features/proposals/mutations/submit-proposal";
import { listDrawable } from "@/features/questions/queries";
import { forgetRemembered } from "@/lib/remembered";
import { completeDraft } from "@/tests/factories/drafts";
import { addMember } from "@/tests/factories/small-zone";
import { cookieOf } from "@/tests/factories/sign-in";
import { callRoute } from "@/tests/support/api-calls";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-23T04:00:00Z");
const MARKER = "只在草稿里有的一句话";
const request = (path: string) => new Request(`http://localhost:3000${path}`);

describeOnBothEngines("what is not released", () => {
  let cookie: string;

  beforeAll(async () => {
    cookie = await cookieOf(await addMember({ id: "reader" }));
    for (const id of ["anna", "berta"]) await addMember({ id });
    await loadLibrary({ now: NOW });
  });

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Everything that carries questions, as a member and as nobody gets it. */
  async function everywhere(): Promise<string> {
    forgetRemembered();
    const quizzes = await callRoute(listQuizzes, { cookie, path: "/quizzes" }, {});
    const recall = await callRoute(askRecall, { cookie, path: "/recalls?contentId=daily/11-23" }, {});
    const feeds = [await getFeed(request("/feed.xml")), await getCalendar(request("/daily.ics"))];
    return JSON.stringify([
      ...[quizzes.body, recall.body, await listDrawable()],
      ...[await loadToday("2026-11-23"), await loadEntry("11-23")],
      ...(await Promise.all(feeds.map((feed) => feed.text()))),
    ]);
  }

  test("is nowhere: pages, replies, feeds and the bank are the same bytes with and without it", async () => {
    const before = await everywhere();
    expect(before).toContain("11-23");
    const content = completeDraft({
      stem: `${MARKER}，遵义会议在哪一年召开？`,
      explanation: `${MARKER}，那一年的一月。`,
    });
    const draft = { proposalId: "", version: 0, questionId: "", content, now: NOW };
    await saveProposal({ ...draft, actorId: "anna" });
    const corrected = { ...draft, questionId: "daily-11-23-counties" };
    await saveProposal({ ...corrected, actorId: "anna" });
    const saved = await saveProposal({ ...draft, actorId: "berta" });
    if (!saved.ok) throw new Error(saved.detail);
    await submitProposal({ proposalId: saved.proposalId, version: 0, actorId: "berta", now: NOW });
    const after = await everywhere();
    expect(after).toBe(before);
    expect(after).not.toContain(MARKER);
  });
});
