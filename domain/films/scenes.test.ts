import { describe, expect, it } from "vitest";
import { cuesOf, lengthWords, scenesOf, sizeWords, type Story } from "./scenes";

const STORY: Story = {
  title: "从于都到会师",
  opening: "红军为什么要走。",
  closing: "路看清了。",
  timeline: [
    { date: "1934-10", text: "中央红军主力从江西于都集结出发" },
    { date: "1935-01-15", text: "遵义会议开幕", note: "开了三天", here: true },
  ],
  scenes: [
    { draw: "road", say: "队伍只有一条路。" },
    { draw: "house", say: "会议挽救了党。" },
  ],
};

describe("the scenes of a story", () => {
  const scenes = scenesOf(STORY);

  it("are a title, a scene for each line of the timeline and an end, one after the other", () => {
    expect(scenes.map(({ date, text, note, draw, line }) => [date, text, note, draw, line])).toEqual([
      ["", "从于都到会师", "", "lamp", null],
      ["1934年10月", "中央红军主力从江西于都集结出发", "", "road", 0],
      ["1935年1月15日", "遵义会议开幕", "开了三天", "house", 1],
      ["", "从于都到会师", "", "lamp", null],
    ]);
    for (const [index, scene] of scenes.entries()) expect(scene.start).toBe(scenes[index - 1]?.end ?? 0);
  });

  it("leave time to read all that is in them, six signs a second", () => {
    for (const { start, end, date, text, note, say } of scenes)
      expect(end - start).toBeGreaterThanOrEqual([...(date + text + note + say)].length / 6 + 1.5);
  });

  it("have captions within them that tell what is to be seen", () => {
    const cues = cuesOf(scenes);
    for (const [index, { start, end }] of cues.entries()) {
      expect(start).toBeGreaterThan(scenes[index]?.start ?? NaN);
      expect(end).toBeLessThan(scenes[index]?.end ?? NaN);
    }
    expect(cues[2]).toMatchObject({ text: "会议挽救了党。", picture: "1935年1月15日，遵义会议开幕，开了三天" });
  });
});

describe("words for people", () => {
  it.each([
    [9, "9秒"],
    [59.6, "1分钟"],
    [60, "1分钟"],
    [79, "1分19秒"],
    [3600, "60分钟"],
  ])("%d seconds are %s", (seconds, words) => expect(lengthWords(seconds)).toBe(words));

  it.each([
    [10, "0.1MB"],
    [738_240, "0.7MB"],
    [5_960_000, "6MB"],
    [154_400_000, "154MB"],
  ])("%d bytes are %s", (bytes, words) => expect(sizeWords(bytes)).toBe(words));
});
