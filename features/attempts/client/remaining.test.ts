import { expect, it } from "vitest";
import { remainingFigures, spokenAt } from "./remaining";

it.each([
  [18 * 60_000 + 24_000, "18:24"],
  [18 * 60_000 + 23_001, "18:24"],
  [60 * 60_000, "60:00"],
  [60 * 60_000 + 1, "1小时0分"],
  [3 * 3_600_000 + 12 * 60_000, "3小时12分"],
  [9_000, "0:09"],
  [0, "0:00"],
  [-5_000, "0:00"],
])("%d ms are shown as %s", (ms, figures) => expect(remainingFigures(ms)).toBe(figures));

it.each([
  [300_001, 300_000, "还剩5分钟"],
  [300_000, 299_000, null],
  [61_000, 60_000, "还剩1分钟"],
  [400_000, 20_000, "还剩30秒"],
  [30_500, 29_500, "还剩30秒"],
  [1_000, 0, null],
])("from %d to %d ms: %s", (before, now, words) => expect(spokenAt(before, now)).toBe(words));
