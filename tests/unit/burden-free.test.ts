import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { GET as readOpenApi } from "@/app/api/v1/openapi.json/route";

/**
 * Nothing may count or show how long, how often or where somebody used the product: no column, no member of a reply.
 * Limits that a quiz sets, windows of throttles and the six-month security log are not about use.
 */
const BURDENS =
  /duration|elapsed|time_?spent|seconds|minutes|online|(login|sign_?in|visit|view|open|session)_?(count|times|days|streak)|streak|last_?(login|seen|active|visit)|latitude|longitude|location|geo|usage|scroll|device|user_?agent/i;
const ALLOWED = new Set(["limit_seconds", "limitSeconds", "SignInFailure"]);

function burdensIn(names: readonly string[]): string[] {
  return names.filter((name) => BURDENS.test(name) && !ALLOWED.has(name));
}

function columns(): string[] {
  const folder = resolve(import.meta.dirname, "../../prisma/schema");
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return text.flatMap((schema) =>
    schema
      .split("\n")
      .filter((line) => /^ {2}[a-z]/.test(line))
      .flatMap((line) => [line.trim().split(/\s+/)[0] ?? "", /@map\("([^"]+)"\)/.exec(line)?.[1] ?? ""]),
  );
}

/** Every property name anywhere in the document's schemas. */
function members(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(members);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const named = key === "properties" && typeof inner === "object" && inner !== null ? Object.keys(inner) : [];
    return [...named, ...members(inner)];
  });
}

/** Words of counting use. Pages may say what is *not* asked; these words say that it is. */
const BURDEN_WORDS =
  /登录次数|登录率|登录天数|时长|活跃|在线(?!下)|使用率|安装率|安装量|打卡|签到|浏览量|阅读量|访问量|点击|连续\d*天|排名靠后|落后/u;
/** Where people look at others: the consoles, and the parts of features that they show. */
const OVERSIGHT = [
  "app/(committee)",
  "app/(branch)",
  "features/figures",
  "features/desks",
  "features/assignments",
  "features/duties",
  "features/reminders",
  "components/charts",
];

function sourcesUnder(folder: string): string[] {
  const root = resolve(import.meta.dirname, "../..", folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("nothing counts or shows how the product is used", () => {
  it("notices planted words", () => {
    const planted = ["本季登录次数", "学习时长", "活跃党员", "签到42人", "连续7天"];
    expect(planted.filter((text) => !BURDEN_WORDS.test(text))).toEqual([]);
    expect(BURDEN_WORDS.test("不数登录，也不看学了多久")).toBe(false);
  });

  it.each(OVERSIGHT)("has no such word in %s", (folder) => {
    const files = sourcesUnder(folder);
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => BURDEN_WORDS.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("notices planted names", () => {
    expect(burdensIn(["duration_ms", "login_count", "lastSeenAt", "latitude", "study_seconds"])).toHaveLength(5);
  });

  it("has no such column", () => {
    const found = columns();
    expect(found.length).toBeGreaterThan(150);
    expect(burdensIn(found)).toEqual([]);
  });

  it("has no such member in any reply of the API", async () => {
    const found = members(await readOpenApi().json());
    expect(found.length).toBeGreaterThan(50);
    expect(burdensIn(found)).toEqual([]);
  });
});
