import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerFor, rangeOf } from "./range";

const SIZE = 1000;
const part = (start: number, end: number) => ({ kind: "part", range: { start, end } });

describe("the range of a request", () => {
  it.each([
    ["bytes=0-99", part(0, 99)],
    ["bytes=0-0", part(0, 0)],
    ["bytes=0-", part(0, 999)],
    ["bytes=900-", part(900, 999)],
    ["bytes=999-", part(999, 999)],
    ["bytes=900-5000", part(900, 999)],
    ["bytes=-100", part(900, 999)],
    ["bytes=-5000", part(0, 999)],
    ["BYTES=1-2", part(1, 2)],
    [" bytes= 1-2 ", part(1, 2)],
    ["bytes=1000-", { kind: "unsatisfiable" }],
    ["bytes=5000-6000", { kind: "unsatisfiable" }],
    ["bytes=-0", { kind: "unsatisfiable" }],
    // Several ranges, other units and nonsense: the standard lets a server send everything.
    ["bytes=0-1,5-9", { kind: "whole" }],
    ["bytes=9-1", { kind: "whole" }],
    ["bytes=-", { kind: "whole" }],
    ["bytes=a-b", { kind: "whole" }],
    ["bytes=0x10-", { kind: "whole" }],
    ["bytes=1-2-3", { kind: "whole" }],
    ["lines=0-1", { kind: "whole" }],
    ["bytes=99999999999999999999-", { kind: "whole" }],
    ["", { kind: "whole" }],
    [null, { kind: "whole" }],
  ])("of %j", (header, wanted) => {
    expect(rangeOf(header, SIZE)).toEqual(wanted);
  });

  it("of an empty file cannot be satisfied", () => {
    expect(rangeOf("bytes=0-", 0)).toEqual({ kind: "unsatisfiable" });
    expect(rangeOf("bytes=-1", 0)).toEqual({ kind: "unsatisfiable" });
  });

  it("never leaves the file", () => {
    const number = fc.oneof(fc.constant(""), fc.nat(3000).map(String));
    fc.assert(
      fc.property(number, number, fc.nat(2000), (first, last, size) => {
        const wanted = rangeOf(`bytes=${first}-${last}`, size);
        if (wanted.kind !== "part") return;
        const { start, end } = wanted.range;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThan(size);
      }),
    );
  });
});

describe("the answer", () => {
  const file = { size: SIZE, etag: '"a-1"' };
  const asked = { range: null, ifRange: null, ifNoneMatch: null };

  it("is the whole file, and says that parts may be asked for", () => {
    expect(answerFor(file, asked)).toEqual({
      status: 200,
      headers: { "accept-ranges": "bytes", etag: '"a-1"', "content-length": "1000" },
      range: { start: 0, end: 999 },
    });
  });

  it("is a part with its place in the whole", () => {
    const { status, headers, range } = answerFor(file, { ...asked, range: "bytes=10-19" });
    expect([status, headers["content-range"], headers["content-length"], range]).toEqual([
      ...[206, "bytes 10-19/1000", "10"],
      { start: 10, end: 19 },
    ]);
  });

  it("beyond the end is 416 with the size", () => {
    const { status, headers, range } = answerFor(file, { ...asked, range: "bytes=1000-" });
    expect([status, headers["content-range"], range]).toEqual([416, "bytes */1000", null]);
  });

  it.each([
    ['"a-1"', 206],
    ['"b-2"', 200],
    // A weak tag does not say that the bytes are the same.
    ['W/"a-1"', 200],
    ["Sun, 22 Nov 2026 20:00:00 GMT", 200],
  ])("to If-Range %s is %d", (ifRange, status) => {
    expect(answerFor(file, { ...asked, range: "bytes=0-9", ifRange }).status).toBe(status);
  });

  it.each([
    ['"a-1"', 304],
    ['W/"a-1"', 304],
    ['"x", "a-1"', 304],
    ["*", 304],
    ['"x"', 206],
  ])("to If-None-Match %s is %d", (ifNoneMatch, status) => {
    expect(answerFor(file, { ...asked, range: "bytes=0-9", ifNoneMatch }).status).toBe(status);
  });

  it("of an empty file is empty", () => {
    expect(answerFor({ ...file, size: 0 }, asked)).toMatchObject({ status: 200, range: null });
  });
});
