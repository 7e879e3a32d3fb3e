import { describe, expect, it } from "vitest";
import { reviewersOf, reviewFault, visibilitiesWithin } from "./review";
import { mayRead, stateAfter, stepFault, STORY_STATES, type StoryState, type StoryStep } from "./story";
import { pictureMark, storyFaults, summaryOf, type WrittenStory } from "./text";

const standing = (state: StoryState, over: { isShown?: boolean; wasPublished?: boolean } = {}) => ({
  ...{ state, isShown: false, wasPublished: false },
  ...over,
});

describe("steps of a story", () => {
  const OPEN: Readonly<Record<StoryStep, readonly StoryState[]>> = {
    write: ["draft", "returned", "published", "withdrawn"],
    submit: ["draft", "returned", "withdrawn"],
    recall: ["submitted"],
    publish: ["submitted"],
    return: ["submitted"],
    withdraw: ["draft", "submitted", "returned", "published"],
    discard: ["draft", "returned"],
    restore: ["discarded"],
  };
  it.each(Object.entries(OPEN) as [StoryStep, StoryState[]][])("%s is open from %s alone", (step, states) => {
    const isShown = step === "withdraw";
    const open = STORY_STATES.filter((state) => stepFault(step, standing(state, { isShown })) === null);
    expect([...open].sort()).toEqual([...states].sort());
  });

  it("what nobody reads is not taken from readers", () => {
    expect(stepFault("withdraw", standing("draft"))).toContain("没有给人看");
  });

  it("what was published is not thrown away, whatever is written on it", () => {
    expect(stepFault("discard", standing("draft", { wasPublished: true }))).toContain("可以收回");
  });

  it.each([
    ["write", "returned", "returned"],
    ["write", "published", "draft"],
    ["write", "withdrawn", "draft"],
    ["submit", "returned", "submitted"],
    ["recall", "submitted", "draft"],
    ["withdraw", "published", "withdrawn"],
    ["withdraw", "submitted", "submitted"],
    ["discard", "draft", "discarded"],
    ["restore", "discarded", "draft"],
  ] as const)("%s makes %s into %s", (step, before, after) => {
    expect(stateAfter(step, before)).toBe(after);
  });
});

describe("who may decide", () => {
  const officers = (secretaries: string[], studyOfficers: string[] = []) => ({ secretaries, studyOfficers });

  it.each([
    ["the secretary of the branch", officers(["s"], ["o"]), "a", ["s"]],
    ["the study officer, where the author is the secretary", officers(["s"], ["o"]), "s", ["o"]],
    ["the other secretary before the study officer", officers(["s", "t"], ["o"]), "s", ["t"]],
    ["the study officer, where there is no secretary", officers([], ["o"]), "a", ["o"]],
    ["nobody of the branch, where the author is its only officer", officers(["s"]), "s", []],
  ])("%s", (_who, own, author, ids) => {
    expect(reviewersOf(own, author)).toEqual(ids);
  });

  it("never the author, not even for the committee", () => {
    const asked = { authorId: "a", actorId: "a", officers: officers(["a"]), isCommittee: true };
    expect(reviewFault(asked)).toContain("另一位同志");
  });

  it("the study officer leaves it to a secretary who can", () => {
    const asked = { authorId: "a", officers: officers(["s"], ["o"]), isCommittee: false };
    expect(reviewFault({ ...asked, actorId: "o" })).toBe("这一篇由支部书记审核。");
    expect(reviewFault({ ...asked, actorId: "s" })).toBeNull();
    expect(reviewFault({ ...asked, actorId: "o", isCommittee: true })).toBeNull();
  });

  it("fewer readers than the author asked for, never more", () => {
    expect(visibilitiesWithin("organisation")).toEqual(["organisation"]);
    expect(visibilitiesWithin("all")).toEqual(["all", "organisation"]);
  });
});

describe("who may read", () => {
  it.each([
    ["a story for all, without an account", "all", null, true],
    ["a story of the own organisation", "organisation", "o1", true],
    ["not that of another organisation", "organisation", "o2", false],
    ["not that of an organisation, without an account", "organisation", null, false],
  ] as const)("%s", (_what, to, organisationId, expected) => {
    expect(mayRead({ to, organisationId: "o1" }, organisationId)).toBe(expected);
  });
});

describe("storyFaults", () => {
  const written = (over: Partial<WrittenStory> = {}): WrittenStory => {
    const plain = over.plain ?? "示例厂的第一台机床是老师傅们自己修好的，到现在还摆在门口。";
    const none = { pictures: [], strangePictures: 0, links: [], tags: 0, tables: 0, codes: 0 };
    return { ...none, title: "第一台机床", body: plain, plain, ...over };
  };
  const known = new Set([1, 2]);

  it("finds nothing wrong with a plain story", () => {
    expect(storyFaults(written({ pictures: [{ number: 2, alt: "门口的机床" }] }), known)).toEqual([]);
  });

  it.each([
    ["no title", { title: " " }, "还没有标题"],
    ["a long title", { title: "长".repeat(41) }, "现在有41个"],
    ["a short text", { plain: "太短了。" }, "正文太短"],
    ["a long text", { plain: "长".repeat(8001) }, "现在有8001个"],
    ["a picture without words", { pictures: [{ number: 1, alt: " " }] }, "图1还没有说明"],
    ["a picture that is not there", { pictures: [{ number: 7, alt: "门口" }] }, "没有图7"],
    ["ten pictures", { pictures: Array.from({ length: 10 }, () => ({ number: 1, alt: "门口" })) }, "最多9张图"],
    ["another site's picture", { strangePictures: 1 }, "别处的图片"],
    ["tags", { tags: 1 }, "网页标签"],
    ["a table", { tables: 1 }, "正文里有表格"],
    ["a block of code", { codes: 1 }, "围起来的一块"],
    ["a link to no web page", { links: ["javascript:alert(1)"] }, "http或https"],
    ["a telephone number", { title: "找13800000000" }, "标题里有像电话号码"],
    ["a landline", { plain: "有事请打010-62345678，找车间门口传达室的示例同志就可以。" }, "像电话号码的“010-62345678”"],
    ["an identity number", { plain: "他的号码是110101190001011237，写在示例档案的第一页上面。" }, "像证件号码"],
    ["a number in a picture's words", { pictures: [{ number: 1, alt: "电话13800000000" }] }, "图1的说明里"],
  ])("refuses %s", (_what, over, fault) => {
    expect(storyFaults(written(over), known).join("\n")).toContain(fault);
  });

  it("is asked for words by a picture that is put in without any", () => {
    expect(pictureMark("", 2)).toBe("![](图2)");
    expect(pictureMark("门口[的]机床\n", 2)).toBe("![门口的机床](图2)");
  });

  it("takes a number of things for what it is", () => {
    expect(
      storyFaults(written({ plain: "那一年示例厂做出了3500000件零件，第二年是42000000件，都是手工。" }), known),
    ).toEqual([]);
  });
});

describe("summaryOf", () => {
  it("is the beginning in one line", () => {
    expect(summaryOf("第一台机床。\n还在门口。")).toBe("第一台机床。 还在门口。");
    expect([...summaryOf("长".repeat(100))]).toHaveLength(81);
  });
});
