import { describe, expect, it } from "vitest";
import { mp4Seconds, webmSeconds, type ReadBytes } from "./length";

const reader =
  (bytes: Uint8Array): ReadBytes =>
  (offset, length) =>
    bytes.subarray(offset, offset + length);

const four = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const box = (name: string, ...content: number[][]) => {
  const body = content.flat();
  return [...four(body.length + 8), ...[...name].map((sign) => sign.charCodeAt(0)), ...body];
};
const zeros = (count: number) => Array.from({ length: count }, () => 0);
/** Version 0: 90 000 units of a thousandth are 90 seconds. */
const header = box("mvhd", zeros(12), four(1000), four(90_000), zeros(80));
const movie = box("moov", box("udta", zeros(3)), header);
/** Version 1: times of eight bytes. */
const long = box("moov", box("mvhd", [1, 0, 0, 0], zeros(16), four(600), zeros(4), four(36_000), zeros(80)));

describe("the length of an MP4", () => {
  const secondsOf = (bytes: number[]) => mp4Seconds(reader(Uint8Array.from(bytes)), bytes.length);
  it.each([
    ["that begins with its head", [...box("ftyp", zeros(8)), ...movie, ...box("mdat", zeros(99))], 90],
    ["that ends with its head", [...box("ftyp", zeros(8)), ...box("mdat", zeros(99)), ...movie], 90],
    ["with long times", [...box("ftyp", zeros(8)), ...long], 60],
    ["that was cut off", [...box("ftyp", zeros(8)), ...movie].slice(0, 40), null],
    ["that has no head", box("mdat", zeros(99)), null],
    ["that is a text", [...new TextEncoder().encode("这不是影片，只是改了名字的文件")], null],
    ["that is empty", [], null],
    ["with a box of no size", [...four(3), ...zeros(40)], null],
  ])("%s", (_what, bytes, seconds) => expect(secondsOf(bytes)).toBe(seconds));
});

const element = (id: number[], content: number[]) => [
  ...id,
  0x40 | (content.length >> 8),
  content.length & 255,
  ...content,
];
const HEAD = [0x1a, 0x45, 0xdf, 0xa3, 0x84, 0, 0, 0, 0];
const double = (value: number) => [...new Uint8Array(new Float64Array([value]).buffer)].reverse();
/** Thousandths of a second, the usual scale. */
const INFO = element(
  [0x15, 0x49, 0xa9, 0x66],
  [...element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40]), ...element([0x44, 0x89], double(65_500))],
);

describe("the length of a WebM", () => {
  const secondsOf = (bytes: number[]) => webmSeconds(reader(Uint8Array.from(bytes)));
  it.each([
    ["with a segment of known size", [...HEAD, ...element([0x18, 0x53, 0x80, 0x67], INFO)], 65.5],
    // Recorders write the segment before they know its size.
    [
      "with a segment of unknown size",
      [...HEAD, 0x18, 0x53, 0x80, 0x67, 0x01, ...Array.from({ length: 7 }, () => 255), ...INFO],
      65.5,
    ],
    ["that does not say", [...HEAD, ...element([0x18, 0x53, 0x80, 0x67], [])], null],
    ["that is a text", [...new TextEncoder().encode("这不是影片")], null],
    ["that is empty", [], null],
  ])("%s", (_what, bytes, seconds) => expect(secondsOf(bytes)).toBe(seconds));
});
