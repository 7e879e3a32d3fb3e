import { describe, expect, it } from "vitest";
import { CAPTIONS_AT, cuesOf, scenesOf } from "@/domain/films/scenes";
import { writeWebVtt } from "@/domain/films/webvtt";
import { storyDigest, storyOf } from "@/features/library/content/check-film";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { parseFiles } from "@/features/library/content/parse-files";
import type { ContentFile, MediaFile } from "@/features/library/types";
import { sampleFiles, withChange } from "./sample";

const FILM = "films/zunyi.md";
const CAPTIONS = "films/zunyi.vtt";

type Case = [rule: string, path: string, from: string | RegExp, to: string, found: RegExp];

const FILMS: Case[] = [
  ["an unknown key in a film", FILM, "order: 1", "order: 1\nviews: 3", /不认识的键：views/],
  ["a film without a publisher", FILM, /publisher: 示例影像\n/, "", /publisher/],
  ["a film without anything to look for", FILM, /look-for:\n.*\n/, "", /look-for/],
  ["a film without a question", FILM, /discuss:\n.*\n/, "", /discuss/],
  ["a film of an unknown topic", FILM, "topic: meetings", "topic: music", /没有“music”这个主题/],
  ["a length that is not that of the file", FILM, "length: 20", "length: 25", /写的是25秒，films\/zunyi\.mp4是20\.4秒/],
  ["a length in words", FILM, "length: 20", 'length: "20秒"', /写成整数的秒数/],
  ["a link beside a file", FILM, "length: 20", "length: 20\nlink: https://www.gov.cn/a.htm", /既有影片文件又有link/],
  ["a lesson nobody wrote", FILM, "01-zunyi", "09-none", /没有lessons\/road\/09-none这一课/],
  ["a heading in a film", FILM, "这部短片讲", "## 讲什么\n\n这部短片讲", /天天谈和影片只写段落/],
  ["a film in a few words", FILM, /白天.*很晚/, "灯亮着", /影片正文写40到300字/],
  ["a link in its text that leads nowhere", FILM, "这部短片", "[这部短片](/films/none)", /链接没有着落/],
  ["an exclamation mark in a caption", CAPTIONS, "亮到很晚。", "亮到很晚！", /字幕：.*感叹号/],
  ["a number that is only spoken and has no fact", CAPTIONS, "亮到很晚", "亮到11点", /正文和字幕里的11：没有哪一条/],
  ["a number that is only seen and has no fact", CAPTIONS, "一座小楼", "50座小楼", /正文和字幕里的50：没有哪一条/],
  ["a fact that is neither written nor said", CAPTIONS, "1935年1月15日，", "", /正文和字幕里没有“1935年1月15日”/],
  ["captions that are none", CAPTIONS, "WEBVTT\n", "字幕\n", /zunyi\.vtt[\s\S]*第一行不是WEBVTT/],
  ["captions that overlap", CAPTIONS, "00:10.000", "00:08.000", /zunyi\.vtt[\s\S]*第2句：比前一句结束得早/],
  ["captions longer than the film", CAPTIONS, "00:18.000", "00:28.000", /zunyi\.vtt[\s\S]*影片完了它还没有完/],
  [
    "a film nobody else looked at",
    FILM,
    /checked:[\s\S]*at: c1 \}/,
    'checked: { on: "2026-11-21", by: author }',
    /films\/zunyi\.md[\s\S]*还没有另一人复核/,
  ],
  ["a film on a foreign source", FILM, "cpc.people.com.cn", "www.people-mirror.com", /不在sources\.yaml里/],
];

const faultsOf = (files: readonly ContentFile[]) => describeFaults(checkFiles(files).faults);
const without = (path: string, files = sampleFiles()) => files.filter((file) => file.path !== path);
const withMedia = (path: string, media: Partial<MediaFile>) =>
  sampleFiles().map((file) =>
    file.path === path && file.media ? { ...file, media: { ...file.media, ...media } } : file,
  );
const picture = (bytes: number): ContentFile => ({
  ...{ path: "films/zunyi.jpg", text: "" },
  media: { bytes, seconds: null, digest: "b".repeat(64) },
});

describe("the rules for films", () => {
  it.each(FILMS)("find %s", (_rule, path, from, to, found) => {
    expect(faultsOf(withChange(path, from, to))).toMatch(found);
  });

  it("find a film without its file", () => {
    expect(faultsOf(without("films/zunyi.mp4"))).toMatch(/没有影片文件，也没有link/);
  });

  it("find a film without captions", () => {
    expect(faultsOf(without(CAPTIONS))).toMatch(/字幕：没有字幕文件。改法：把字幕写进films\/zunyi\.vtt/);
  });

  it("find a file that is no film whatever its name says", () => {
    expect(faultsOf(withMedia("films/zunyi.mp4", { seconds: null }))).toMatch(/读不出片长/);
  });

  it("find a film that a poor signal does not carry, and a poster that costs as much", () => {
    expect(faultsOf(withMedia("films/zunyi.mp4", { bytes: 6_000_001 }))).toMatch(/有6MB。改法：压到6MB以内/);
    expect(faultsOf(withMedia("films/zunyi.mp4", { bytes: 6_000_000 }))).toBe("");
    expect(faultsOf([...sampleFiles(), picture(120_000)])).toMatch(/封面/);
    expect(faultsOf([...sampleFiles(), picture(90_000)])).toBe("");
  });

  it("find files that belong to no page, and names that are none", () => {
    const other = (path: string): ContentFile => ({ ...picture(1), path });
    expect(faultsOf([...sampleFiles(), other("films/lonely.webm")])).toMatch(/lonely\.webm[\s\S]*没有说明它的页面/);
    expect(faultsOf([...sampleFiles(), other("films/长征.mp4")])).toMatch(/films\/长征\.mp4[\s\S]*不是这里该有的文件/);
  });

  it("find two films in one place", () => {
    const twins = sampleFiles()
      .filter(({ path }) => path.startsWith("films/"))
      .map((file) => ({ ...file, path: file.path.replace("zunyi", "twin") }));
    expect(faultsOf([...sampleFiles(), ...twins])).toMatch(/order：和另一部影片的次序相同/);
  });

  it("let a film be watched elsewhere, on a permitted site alone", () => {
    const elsewhere = (link: string) =>
      without("films/zunyi.mp4", without(CAPTIONS, withChange(FILM, "length: 20", `length: 20\nlink: ${link}`))).map(
        (file) =>
          file.path === FILM ? { ...file, text: file.text.replace("这部短片", "1935年1月15日，这部短片") } : file,
      );
    expect(faultsOf(elsewhere("https://tv.people.com.cn/zunyi.html"))).toBe("");
    expect(faultsOf(elsewhere("https://video.example.com/zunyi.html"))).toMatch(
      /站点video\.example\.com不在sources\.yaml里/,
    );
    expect(faultsOf(elsewhere("javascript:alert(1)"))).toMatch(/link/);
  });
});

describe("a film that is drawn from a lesson", () => {
  const SCENES = ["road", "house", "two-roads"]
    .map((draw) => `    - { draw: ${draw}, say: "夜里的灯亮着。" }\n`)
    .join("");
  const DRAWN = `drawn:\n  opening: "会议前后的事。"\n  scenes:\n${SCENES}  closing: "路看清了。"\n`;
  const page = withChange(FILM, "look-for:", `${DRAWN}look-for:`);

  /** As `npm run films` leaves them. */
  const drawn = (() => {
    const { library } = parseFiles(page);
    const [film] = library.films;
    const story = film && storyOf(film, library);
    if (!story) throw new Error("The sample draws no film.");
    const scenes = scenesOf(story);
    const seconds = scenes.at(-1)?.end ?? 0;
    const record = `- { film: zunyi, from: "${storyDigest(story)}", files: { zunyi.mp4: "${"a".repeat(64)}" } }\n`;
    return page
      .map((file) => {
        if (file.path === CAPTIONS) return { ...file, text: writeWebVtt(cuesOf(scenes), CAPTIONS_AT) };
        if (file.media) return { ...file, media: { ...file.media, seconds } };
        // The sample's facts say nothing of the other days of the time line.
        if (file.path === FILM)
          return {
            ...file,
            text: file.text
              .replace("length: 20", `length: ${Math.round(seconds)}`)
              .replace(
                "facts:\n",
                'facts:\n  - { claim: "1934年10月出发，1936年10月会师。", value: "会师", source: s1, locator: "第三段" }\n',
              )
              .replace(
                "  found:\n",
                '  found:\n    - { blank: "1934年10月出发，1936年10月____。", value: "会师", at: c1 }\n',
              ),
          };
        return file;
      })
      .concat({ path: "films/drawn.yaml", text: record });
  })();
  const changed = (path: string, from: string, to: string) =>
    faultsOf(drawn.map((file) => (file.path === path ? { ...file, text: file.text.replace(from, to) } : file)));

  it("keeps every rule", () => {
    expect(faultsOf(drawn)).toBe("");
  });

  it("has to be drawn again when a line of its lesson changes", () => {
    expect(changed("lessons/road/01-zunyi.md", '中央红军开始长征"', '中央红军从江西出发"')).toMatch(/影片还是原来的/);
  });

  it("has to be drawn again when its own words change", () => {
    expect(changed(FILM, "路看清了", "路看得更清了")).toMatch(/影片还是原来的。改法：npm run films重新画/);
  });

  it("has the captions that were drawn with it", () => {
    expect(changed(CAPTIONS, "会议前后的事", "会议前后的小事")).toMatch(/字幕：和画的时候不一样/);
  });

  it("is the file that was drawn", () => {
    const other = drawn.map((file) =>
      file.media ? { ...file, media: { ...file.media, digest: "c".repeat(64) } } : file,
    );
    expect(faultsOf(other)).toMatch(/films\/zunyi\.mp4不是films\/drawn\.yaml里记的那一个/);
  });

  it("has a scene for each line of the time line", () => {
    expect(changed(FILM, '    - { draw: road, say: "夜里的灯亮着。" }\n', "")).toMatch(/时间线有3条，这里有2条/);
  });

  it("names its lesson", () => {
    expect(changed(FILM, "lesson: lessons/road/01-zunyi\n", "")).toMatch(/没有写从哪一课的时间线画/);
  });

  it("is known before it is drawn", () => {
    expect(faultsOf(drawn.filter(({ path }) => path !== "films/drawn.yaml"))).toMatch(/影片还是原来的/);
    expect(changed(FILM, DRAWN, "")).toMatch(/drawn\.yaml[\s\S]*没有这样一部画出来的影片/);
  });
});
