import { expect, it } from "vitest";
import { forgetIfSaved, keepStory, listKeptStories } from "./keeping";

const DRAFT = { title: "示例车间", body: "灯亮着", visibility: "all", showName: true } as const;
const KEY = "story:m1:s1:aa";
const kept = async () => (await listKeptStories("m1", "s1")).map(({ draft }) => draft.body);

/** A page on which `typed` letters come while the browser forgets, with what it keeps. */
const savedWhile = async (typed: string) => {
  let body: string = DRAFT.body;
  const keep = async () => {
    await keepStory(KEY, "m1", { storyId: "s1", base: 1, sent: null, draft: { ...DRAFT, body }, at: 1 });
  };
  await keep();
  const saving = forgetIfSaved(KEY, () => body === DRAFT.body, keep);
  body += typed;
  return saving;
};

it("forgets what the server has, and says that it has all", async () => {
  expect(await savedWhile("")).toBe(true);
  expect(await kept()).toEqual([]);
});

it("does not say so of letters that were typed meanwhile, and keeps them", async () => {
  expect(await savedWhile("了一夜")).toBe(false);
  expect(await kept()).toEqual(["灯亮着了一夜"]);
});
