import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET, HEAD } from "@/app/(public)/films/[slug]/[file]/route";
import { loadFilm, loadFilms } from "@/features/films/loaders";
import { loadLesson } from "@/features/lessons/loaders";
import { getOwnFilms } from "@/features/library/content/own-films";
import type * as ReadMedia from "@/features/library/content/read-media";
import { loadLibrary } from "@/features/library/mutations/load-library";
import { loadOwnFilms } from "@/features/library/mutations/load-own-films";
import { listSearchables } from "@/features/library/queries";
import { indexDocuments } from "@/features/search/mutations";
import type * as SearchMutations from "@/features/search/mutations";
import { loadSearch } from "@/features/search/loaders";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { findTargetTitle, listActiveTakedowns } from "@/features/takedowns/queries";
import { takeInFilmsJob } from "@/jobs/take-in-films";
import { env } from "@/lib/env";
import { db } from "@/lib/db";
import { describeOnBothEngines } from "../../support/database";

const NOW = new Date("2026-11-23T04:00:00Z");
const FILE = path.resolve("content/films/zunyi.mp4");
const BYTES = readFileSync(FILE);
const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";

// Root, who runs the tests in many places, may read everything: one name plays the file that may not be read.
vi.mock("@/features/library/content/read-media", async (original) => {
  const real = await original<typeof ReadMedia>();
  const readMedia = (file: string) => {
    if (path.basename(file) === "locked.mp4") throw new Error("EACCES: permission denied");
    return real.readMedia(file);
  };
  return { ...real, readMedia };
});

// Writing the search can be made to fail once, as with a busy database.
vi.mock("@/features/search/mutations", async (original) => {
  const real = await original<typeof SearchMutations>();
  return { ...real, indexDocuments: vi.fn(real.indexDocuments) };
});

type Headers = Record<string, string>;
const asked = (headers: Headers, method = "GET") => new Request("http://localhost:3000/films/x", { headers, method });
const send = (slug: string, file: string, headers: Headers = {}) =>
  GET(asked(headers), { params: Promise.resolve({ slug, file }) });
const bytesOf = async (reply: Response) => Buffer.from(await reply.arrayBuffer());
const titles = async () => (await loadFilms()).map(({ title }) => title);
const down = (targetId: string) =>
  takeDown({ targetKind: "film", targetId, reason: "核对中", actorId: "m1", now: NOW });

describeOnBothEngines("films", () => {
  beforeAll(async () => {
    await loadLibrary({ now: NOW });
  });
  afterEach(async () => {
    for (const { id } of await listActiveTakedowns()) await restore({ takedownId: id, actorId: "m1", now: NOW });
  });

  it("are sent whole, with their type, their length and a tag", async () => {
    const reply = await send("zunyi", "film.mp4");
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "video/mp4"]);
    expect(reply.headers.get("accept-ranges")).toBe("bytes");
    expect(reply.headers.get("x-zj-length")).toBe(String(BYTES.length));
    expect(reply.headers.get("etag")).toMatch(/^"[\w-]+"$/);
    expect((await bytesOf(reply)).equals(BYTES)).toBe(true);
  });

  it.each([
    ["bytes=0-99", 0, 100],
    ["bytes=-100", BYTES.length - 100, BYTES.length],
    [`bytes=${BYTES.length - 5}-`, BYTES.length - 5, BYTES.length],
    ["bytes=300000-400000", 300_000, 400_001],
  ])("are sent in the part %s", async (range, from, to) => {
    const reply = await send("zunyi", "film.mp4", { range });
    expect([reply.status, reply.headers.get("content-range")]).toEqual([
      206,
      `bytes ${from}-${to - 1}/${BYTES.length}`,
    ]);
    expect((await bytesOf(reply)).equals(BYTES.subarray(from, to))).toBe(true);
  });

  it("have no part beyond their end, and are sent whole where several are asked for", async () => {
    const beyond = await send("zunyi", "film.mp4", { range: `bytes=${BYTES.length}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${BYTES.length}`]);
    expect((await bytesOf(beyond)).length).toBe(0);
    const several = await send("zunyi", "film.mp4", { range: "bytes=0-1,5-9" });
    expect(several.status).toBe(200);
    await several.body?.cancel();
  });

  it("are not sent again to who has them, and never joined from two files", async () => {
    const etag = (await send("zunyi", "poster.jpg")).headers.get("etag") ?? "";
    expect((await send("zunyi", "poster.jpg", { "if-none-match": etag })).status).toBe(304);
    const same = await send("zunyi", "poster.jpg", { range: "bytes=0-9", "if-range": etag });
    const other = await send("zunyi", "poster.jpg", { range: "bytes=0-9", "if-range": '"another"' });
    expect([same.status, other.status]).toEqual([206, 200]);
    await other.body?.cancel();
  });

  it("tell what they are to HEAD without a byte", async () => {
    const reply = await HEAD(asked({}, "HEAD"), { params: Promise.resolve({ slug: "zunyi", file: "film.webm" }) });
    expect([reply.status, reply.headers.get("content-type"), reply.body]).toEqual([200, "video/webm", null]);
  });

  it("have captions that a browser reads, and a poster", async () => {
    const captions = await send("zunyi", "captions.vtt");
    expect(captions.headers.get("content-type")).toBe("text/vtt; charset=utf-8");
    expect(await captions.text()).toMatch(/^WEBVTT\n/);
    expect((await send("zunyi", "poster.jpg")).headers.get("content-type")).toBe("image/jpeg");
  });

  it.each([
    ["none", "film.mp4"],
    ["zunyi", "zunyi.mp4"],
    ["zunyi", "zunyi.md"],
    ["zunyi", "__proto__"],
    ["zunyi", "../drawn.yaml"],
    ["..", "package.json"],
    ["../../prisma", "film.mp4"],
    ["zunyi/../zunyi", "film.mp4"],
    ["/etc/passwd", "film.mp4"],
    ["drawn", "captions.vtt"],
  ])("are the only files that are sent: not %s %s", async (slug, file) => {
    await expect(send(slug, file)).rejects.toThrow(NOT_FOUND);
  });

  it("that are taken down are gone from list, page, file and lesson, and come back", async () => {
    const LESSON = ["new-democratic-revolution", "04-zunyi"] as const;
    const links = async () => {
      const lesson = await loadLesson(...LESSON);
      return lesson?.state === "shown" ? lesson.films.map(({ href }) => href) : null;
    };
    expect([await titles(), await links()]).toEqual([["从于都到会师", "1978年的冬天"], ["/films/zunyi"]]);
    await down("films/zunyi");
    expect([await titles(), await links()]).toEqual([["1978年的冬天"], []]);
    expect(JSON.stringify(await loadFilm("zunyi"))).toBe('{"state":"taken-down"}');
    for (const file of ["film.mp4", "film.webm", "captions.vtt", "poster.jpg"])
      await expect(send("zunyi", file)).rejects.toThrow(NOT_FOUND);
  });

  it("are found by what is said in them, as a kind of their own", async () => {
    await indexDocuments(listSearchables());
    const ask = async (kind?: string) =>
      (await loadSearch(Promise.resolve({ q: "爬过铁索", ...(kind ? { kind } : {}) }))).found;
    expect((await ask())?.counts.film).toBe(1);
    expect((await ask("film"))?.results.map(({ id, label }) => [id, label])).toEqual([["films/zunyi", "影片"]]);
    await down("films/zunyi");
    expect((await ask())?.counts.film).toBe(0);
  });

  describe("of a unit's own", () => {
    const put = (name: string, text: string | Buffer) => writeFileSync(path.join(env().DATA_DIR, "films", name), text);
    const page = (more = "", slug = "welcome") =>
      put(
        `${slug}.md`,
        `---\ntitle: 示例厂史\nsummary: 示例一厂从一间平房做起的故事。\npublisher: 示例一厂支部\n${more}---\n`,
      );
    const take = () => takeInFilmsJob.run(NOW);
    /** A page or captions, with 厂史 as an editor saves it that knows no other than the national encoding. */
    const inGbk = Buffer.concat([
      Buffer.from("---\ntitle: "),
      Buffer.from([0xb3, 0xa7, 0xca, 0xb7]),
      Buffer.from("\nsummary: plain words\npublisher: plain words\n---\n"),
    ]);

    beforeEach(() => {
      mkdirSync(path.join(env().DATA_DIR, "films"), { recursive: true });
      copyFileSync(FILE, path.join(env().DATA_DIR, "films", "welcome.mp4"));
    });
    afterEach(() => rmSync(path.join(env().DATA_DIR, "films"), { recursive: true, force: true }));

    it("are none while there is no folder", async () => {
      rmSync(path.join(env().DATA_DIR, "films"), { recursive: true });
      expect(await titles()).toEqual(["从于都到会师", "1978年的冬天"]);
      expect(await take()).toBe("没有本单位的影片");
    });

    it("are shown as soon as they are there, after those of the library, and are sent like them", async () => {
      page();
      expect(await titles()).toEqual(["从于都到会师", "1978年的冬天", "示例厂史"]);
      const shown = await loadFilm("welcome");
      if (shown?.state !== "shown") throw new Error("not shown");
      const { publisher, facts, proof, transcript } = shown.film;
      expect([publisher, facts, proof, transcript]).toEqual([
        "示例一厂支部",
        "1分19秒，0.7MB，有声，没有另附字幕",
        null,
        [],
      ]);
      expect((await bytesOf(await send("welcome", "film.mp4", { range: "bytes=0-9" }))).length).toBe(10);
      await expect(send("welcome", "captions.vtt")).rejects.toThrow(NOT_FOUND);
      rmSync(path.join(env().DATA_DIR, "films", "welcome.md"));
      expect(await loadFilm("welcome")).toBeNull();
    });

    it("are shown although one file cannot be read, and it is said which", async () => {
      page();
      page("", "locked");
      copyFileSync(FILE, path.join(env().DATA_DIR, "films", "locked.mp4"));
      expect(await titles()).toEqual(["从于都到会师", "1978年的冬天", "示例厂史"]);
      expect(getOwnFilms().faults).toContainEqual(
        expect.objectContaining({ file: "locked.mp4", what: "读不了这个文件" }),
      );
    });

    it("are taken in by the clock: found, reported and taken down like any other, and gone with their page", async () => {
      page();
      await indexDocuments(listSearchables());
      expect(await take()).toBe("1部影片，都能看");
      expect(await findTargetTitle("film", "films/welcome")).toBe("示例厂史");
      const found = async () => (await loadSearch(Promise.resolve({ q: "示例厂史" }))).found?.counts.film;
      expect(await found()).toBe(1);
      expect((await loadLibrary({ now: NOW })).items.retired).toBe(0);
      await down("films/welcome");
      expect(await titles()).not.toContain("示例厂史");
      await expect(send("welcome", "film.mp4")).rejects.toThrow(NOT_FOUND);
      rmSync(path.join(env().DATA_DIR, "films"), { recursive: true });
      await take();
      expect(await found()).toBe(0);
      expect((await db().contentItem.findUniqueOrThrow({ where: { id: "films/welcome" } })).retiredAt).not.toBeNull();
    });

    it("are found at the next try where writing the search failed once", async () => {
      page();
      await indexDocuments(listSearchables().filter(({ id }) => id !== "films/welcome"));
      await db().contentItem.deleteMany({ where: { id: "films/welcome" } });
      vi.mocked(indexDocuments).mockRejectedValueOnce(new Error("database is locked"));
      await expect(take()).rejects.toThrow("database is locked");
      expect(await take()).toBe("1部影片，都能看");
      expect((await loadSearch(Promise.resolve({ q: "示例厂史" }))).found?.counts.film).toBe(1);
    });

    it("taken in twice at once are taken in once", async () => {
      page();
      await Promise.allSettled([loadOwnFilms(NOW), loadOwnFilms(NOW)]);
      await loadOwnFilms(NOW);
      expect(await loadOwnFilms(NOW)).toBe(0);
      expect(await db().contentItem.count({ where: { id: "films/welcome" } })).toBe(1);
    });

    it("are shown from a page and captions that an editor of Windows saved, without the mark that it puts before them", async () => {
      const lines = [
        "---",
        "title: 示例厂史",
        "summary: 示例一厂从一间平房做起的故事。",
        "publisher: 示例一厂支部",
        "---",
        "",
      ];
      put("welcome.md", `\uFEFF${lines.join("\r\n")}`);
      put("welcome.vtt", "\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n灯亮了。\r\n");
      expect(getOwnFilms().faults).toEqual([]);
      const shown = await loadFilm("welcome");
      expect(shown?.state === "shown" && shown.film.transcript.map(({ text }) => text)).toEqual(["灯亮了。"]);
    });

    it.each<[string, () => void, string]>([
      ["a page in GBK", () => put("welcome.md", inGbk), "文字不是UTF-8"],
      ["captions in GBK", () => (page(), put("welcome.vtt", inGbk)), "另存为UTF-8再放进来"],
      [
        "no publisher",
        () => put("welcome.md", "---\ntitle: 示例厂史\nsummary: 示例一厂从一间平房做起。\n---\n"),
        "publisher",
      ],
      ["no front matter", () => put("welcome.md", "示例厂史"), "没有找到用---隔开的文前资料"],
      ["another length", () => page("length: 30\n"), "写的是30秒，welcome.mp4是78.5秒"],
      ["half a film", () => (page(), truncateSync(path.join(env().DATA_DIR, "films/welcome.mp4"), 50)), "读不出片长"],
      [
        "a foreign link",
        () => page("link: https://video.example.com/a\nlength: 60\n", "other"),
        "站点video.example.com不在sources.yaml里",
      ],
      ["no file", () => page("", "other"), "没有影片文件，也没有link"],
      ["faulty captions", () => (page(), put("welcome.vtt", "你好")), "第一行不是WEBVTT"],
      ["a name of the library", () => page("", "zunyi"), "已有一部这个名字的影片"],
      ["a Chinese name", () => put("厂史.mp4", ""), "不是影片能用的名字"],
      ["a film without a page", () => put("lonely.webm", ""), "没有说明它的页面"],
    ])("with %s are not shown, and the clock says why", async (_what, plant, why) => {
      plant();
      const note = await take();
      expect(note).toContain("处要改，第一处：");
      const { getOwnFilms } = await import("@/features/library/content/own-films");
      expect(JSON.stringify(getOwnFilms().faults)).toContain(why);
      expect((await titles()).slice(0, 2)).toEqual(["从于都到会师", "1978年的冬天"]);
    });

    it("are read again when a file changes, by its time alone", async () => {
      page();
      await titles();
      page("order: 3\n");
      utimesSync(path.join(env().DATA_DIR, "films/welcome.md"), new Date(), new Date(Date.now() + 5_000));
      put("aaa.md", "---\ntitle: 示例先进\nsummary: 示例一厂的一位老师傅的故事。\npublisher: 示例一厂支部\n---\n");
      copyFileSync(FILE, path.join(env().DATA_DIR, "films", "aaa.mp4"));
      expect((await titles()).slice(2)).toEqual(["示例厂史", "示例先进"]);
    });
  });
});
