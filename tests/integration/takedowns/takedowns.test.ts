import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { POST } from "@/app/api/internal/revalidate/route";
import { GET as getCalendar } from "@/app/daily.ics/route";
import { GET as getFeed } from "@/app/feed.xml/route";
import { loadArchive, loadEntry, loadToday } from "@/features/daily-entries/loaders";
import { loadLeaflet, loadLeafletFile, loadLeaflets } from "@/features/leaflets/loaders";
import { loadCourses, loadLesson } from "@/features/lessons/loaders";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { findTakenDownQuestionIds } from "@/features/questions/queries";
import { findRecallContent } from "@/features/recalls/queries";
import { refreshTakenDown } from "@/features/takedowns/mutations/refresh-taken-down";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { findNewestChange, listActiveTakedowns } from "@/features/takedowns/queries";
import { db } from "@/lib/db";
import { dropSingleton } from "@/lib/singleton";
import { NextRequest } from "next/server";
import { describeOnBothEngines } from "../../support/database";

const NOW = new Date("2026-11-23T04:00:00Z");
const ENTRY = { targetKind: "entry" as const, targetId: "daily/11-23" };
const TITLE = "832个贫困县全部摘帽";
const request = (path: string) => new Request(`http://localhost:3000${path}`);
const down = (target: { targetKind: "entry" | "lesson" | "leaflet" | "question"; targetId: string }) =>
  takeDown({ ...target, reason: "核对中", actorId: "m1", now: NOW });

async function everywhere(): Promise<string> {
  const days = [
    await loadToday("2026-11-23"),
    await loadToday("2026-11-22"),
    await loadEntry("11-23"),
    await loadEntry("11-22"),
    await loadEntry("11-24"),
  ];
  const feeds = [
    await (await getFeed(request("/feed.xml"))).text(),
    await (await getCalendar(request("/daily.ics"))).text(),
  ];
  return JSON.stringify([days, feeds, await loadArchive(), await loadCourses()]);
}

describeOnBothEngines("taking content down", () => {
  let title = TITLE;
  beforeAll(async () => {
    await loadLibrary({ now: NOW });
    title = (await db().contentItem.findUniqueOrThrow({ where: { id: ENTRY.targetId } })).title;
    vi.useFakeTimers({ toFake: ["Date"], now: NOW });
    return () => vi.useRealTimers();
  });
  afterEach(async () => {
    for (const { id } of await listActiveTakedowns()) await restore({ takedownId: id, actorId: "m1", now: NOW });
    vi.unstubAllGlobals();
  });

  it("removes a leaflet from the list, its page and its sheet, and brings it back", async () => {
    const target = { targetKind: "leaflet" as const, targetId: "leaflets/long-march" };
    const titles = async () => (await loadLeaflets()).map((item) => item.title);
    expect(await titles()).toContain("长征");
    expect((await loadLeafletFile("long-march")).bytes.length).toBeGreaterThan(10_000);
    expect(await down(target)).toMatchObject({ ok: true, isNew: true });
    expect(await titles()).not.toContain("长征");
    expect(JSON.stringify(await loadLeaflet("long-march"))).toBe('{"state":"taken-down"}');
    await expect(loadLeafletFile("long-march")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    const [row] = await listActiveTakedowns();
    await restore({ takedownId: row?.id ?? "", actorId: "m1", now: NOW });
    expect(await titles()).toContain("长征");
    expect((await loadLeaflet("long-march"))?.state).toBe("shown");
  });

  it("has no leaflet and no sheet of a name nobody wrote", async () => {
    expect(await loadLeaflet("none")).toBeNull();
    await expect(loadLeafletFile("none")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });

  it("removes an entry from every page, the feed, the calendar and the recall API, and brings it back", async () => {
    expect(await everywhere()).toContain(title);
    expect(await down(ENTRY)).toMatchObject({ ok: true, isNew: true });
    expect(await everywhere()).not.toContain(title);
    expect((await loadEntry("11-23")).state).toBe("taken-down");
    expect((await loadToday("2026-11-23")).isTakenDown).toBe(true);
    expect(await findRecallContent(ENTRY.targetId)).toBeNull();
    const [row] = await listActiveTakedowns();
    expect(await restore({ takedownId: row?.id ?? "", actorId: "m2", now: NOW })).toBe(true);
    expect(await everywhere()).toContain(title);
    expect(await findRecallContent(ENTRY.targetId)).not.toBeNull();
  });

  it("removes a lesson from the courses, from its neighbours and from the day's page", async () => {
    const lesson = { targetKind: "lesson" as const, targetId: "lessons/new-era/02-poverty" };
    await down(lesson);
    expect(await loadLesson("new-era", "02-poverty")).toEqual({ state: "taken-down" });
    expect(
      JSON.stringify([await loadCourses(), await loadLesson("new-era", "05-space"), await everywhere()]),
    ).not.toContain("02-poverty");
    expect((await findTakenDownQuestionIds()).has("poverty-village")).toBe(true);
  });

  it("removes a question from its page and from what quizzes may draw", async () => {
    const [id = ""] = (await findRecallContent(ENTRY.targetId))?.recall ?? [];
    expect(JSON.stringify(await loadEntry("11-23"))).toContain(id);
    await down({ targetKind: "question", targetId: id });
    expect(JSON.stringify(await loadEntry("11-23"))).not.toContain(id);
    expect((await findTakenDownQuestionIds()).has(id)).toBe(true);
  });

  it("keeps one takedown with its first reason when it is asked for twice", async () => {
    await down(ENTRY);
    expect(await takeDown({ ...ENTRY, reason: "又一次", actorId: "m2", now: NOW })).toMatchObject({
      ok: true,
      isNew: false,
    });
    expect((await listActiveTakedowns()).map(({ reason }) => reason)).toEqual(["核对中"]);
  });

  it("knows what does not exist, and is audited", async () => {
    expect(await down({ targetKind: "entry", targetId: "daily/02-30" })).toEqual({ ok: false, reason: "unknown" });
    expect(await down({ targetKind: "lesson", targetId: ENTRY.targetId })).toEqual({ ok: false, reason: "unknown" });
    const before = await db().auditEntry.count();
    await down(ENTRY);
    const [row] = await listActiveTakedowns();
    const lift = { takedownId: row?.id ?? "", actorId: "m1", now: NOW };
    expect([await restore(lift), await restore(lift)]).toEqual([true, false]);
    expect((await db().auditEntry.count()) - before).toBe(2);
  });

  it("tells the process to render anew once after each change, and at its first look", async () => {
    const calls: string[] = [];
    vi.stubGlobal("fetch", (url: string) => {
      calls.push(url);
      return Promise.resolve(new Response(null, { status: 204 }));
    });
    dropSingleton("takedowns.seen");
    expect([await refreshTakenDown(), await refreshTakenDown()]).toEqual([true, false]);
    await down(ENTRY);
    expect([await refreshTakenDown(), await refreshTakenDown()]).toEqual([true, false]);
    const [row] = await listActiveTakedowns();
    await restore({ takedownId: row?.id ?? "", actorId: "m1", now: NOW });
    expect([await refreshTakenDown(), await refreshTakenDown()]).toEqual([true, false]);
    expect(calls).toHaveLength(3);
    expect(calls[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/internal\/revalidate$/);
  });

  it("tries again when the process did not answer", async () => {
    await down(ENTRY);
    vi.stubGlobal("fetch", () => Promise.reject(new Error("not listening yet")));
    expect(await refreshTakenDown()).toBe(false);
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })));
    expect(await refreshTakenDown()).toBe(true);
    expect(await findNewestChange()).not.toBe("");
  });

  it("answers 304 to a reader who has the feed already, and anew after a takedown", async () => {
    const first = await getFeed(request("/feed.xml"));
    const etag = first.headers.get("etag") ?? "";
    const known = () => new Request("http://localhost:3000/feed.xml", { headers: { "if-none-match": etag } });
    expect((await getFeed(known())).status).toBe(304);
    await down(ENTRY);
    expect((await getFeed(known())).status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("public, max-age=30");
  });

  it("hides the revalidating route from everybody else", () => {
    for (const secret of ["", "wrong", "x".repeat(43)]) {
      const reply = POST(
        new NextRequest("http://localhost:3000/api/internal/revalidate", {
          method: "POST",
          headers: { "x-zj-internal": secret },
        }),
      );
      expect(reply.status).toBe(404);
    }
  });
});
