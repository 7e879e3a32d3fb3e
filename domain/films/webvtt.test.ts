import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWebVtt, transcriptOf, writeWebVtt, type Cue } from "./webvtt";

const FILE = `WEBVTT 字幕

NOTE 谁写的

NOTE 画面：江边的渡口

1
00:04.000 --> 00:12.500 line:80%
<v 旁白>红军出发了。</v>

01:00:00.250 --> 01:00:02.000
走了
很远 &amp; 很久
`;

describe("captions", () => {
  it("are read with what the picture shows, without marks for players", () => {
    expect(parseWebVtt(FILE)).toEqual({
      cues: [
        { start: 4, end: 12.5, text: "红军出发了。", picture: "江边的渡口" },
        { start: 3600.25, end: 3602, text: "走了很远 & 很久", picture: null },
      ],
      faults: [],
    });
  });

  it("from Windows, with a mark at the beginning, are the same", () => {
    expect(parseWebVtt(`\uFEFF${FILE.replaceAll("\n", "\r\n")}`)).toEqual(parseWebVtt(FILE));
  });

  it.each([
    ["no first line", FILE.replace("WEBVTT 字幕", "字幕"), "第一行不是WEBVTT"],
    ["SubRip times", FILE.replace("00:04.000", "00:00:04,000"), "读不懂"],
    ["a minute of sixty seconds", FILE.replace("00:04.000", "00:60.000"), "读不懂"],
    ["an end before the beginning", FILE.replace("00:12.500", "00:03.500"), "结束不晚于开始"],
    ["two at once", FILE.replace("01:00:00.250", "00:10.000"), "比前一句结束得早就开始了"],
    ["a time without words", FILE.replace("<v 旁白>红军出发了。</v>", ""), "只有时间，没有话"],
    ["words without a time", FILE.replace("00:04.000 --> 00:12.500 line:80%\n", ""), "没有时间"],
    ["nothing", "WEBVTT\n", "一句也没有"],
    ["an empty file", "", "第一行不是WEBVTT"],
  ])("with %s are faulty", (_what, file, what) => {
    expect(
      parseWebVtt(file)
        .faults.map((fault) => fault.what)
        .join(),
    ).toContain(what);
  });

  it("that are written are read as they were", () => {
    const text = fc.constantFrom(
      "红军出发了。",
      "会议增选毛泽东为中央政治局常委，在最危急的关头挽救了党。",
      "出发时的8.6万人，这时只剩3万多人。",
    );
    const picture = fc.option(fc.constantFrom("1934年10月，集结出发", "江边"));
    const gaps = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), text, picture),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(gaps, (pieces) => {
        let at = 0;
        const cues = pieces.map(([pause, long, words, shown]): Cue => {
          const start = at + pause;
          at = start + long;
          return { start: start / 1000, end: at / 1000, text: words, picture: shown };
        });
        expect(parseWebVtt(writeWebVtt(cues, "line:80%"))).toEqual({ cues, faults: [] });
      }),
    );
  });

  it("are read as text with what is shown", () => {
    expect(transcriptOf(parseWebVtt(FILE).cues)).toBe("江边的渡口\n红军出发了。\n走了很远 & 很久");
  });
});
