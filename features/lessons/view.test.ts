import { describe, expect, it } from "vitest";
import { ownCourses, type CourseView } from "./view";

const lesson = (number: number) => ({
  ...{ href: `/lessons/example/0${number}-x`, number, title: `示例第${number}课`, subtitle: null },
  ...{ summary: "", level: "重点" },
});
const COURSE: CourseView = { slug: "example", title: "示例课程", summary: "", lessons: [1, 2, 3].map(lesson) };

describe("how far somebody has come in a course", () => {
  it("counts what was answered and leads to the first that was not", () => {
    const [own] = ownCourses([COURSE], new Set(["lessons/example/01-x", "lessons/example/03-x"]));
    expect(own?.doneCount).toBe(2);
    expect(own?.lessons.map(({ isDone }) => isDone)).toEqual([true, false, true]);
    expect(own?.next?.number).toBe(2);
  });

  it("leads nowhere when all is done, and to the first when nothing is", () => {
    const all = new Set([1, 2, 3].map((number) => `lessons/example/0${number}-x`));
    expect(ownCourses([COURSE], all)[0]).toMatchObject({ doneCount: 3, next: null });
    expect(ownCourses([COURSE], new Set(["lessons/other/01-x"]))[0]).toMatchObject({
      doneCount: 0,
      next: { number: 1 },
    });
  });
});
