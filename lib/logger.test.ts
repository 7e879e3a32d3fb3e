import { describe, expect, it } from "vitest";
import { createLogger } from "./logger";

function collected(): { lines: () => string; logger: ReturnType<typeof createLogger> } {
  let text = "";
  const logger = createLogger({ level: "trace", stream: { write: (line: string) => void (text += line) } });
  return { lines: () => text, logger };
}

const SECRET = "绝密内容";

describe("the log", () => {
  it.each([
    [{ name: SECRET }],
    [{ member: { displayName: SECRET } }],
    [{ rows: [{ deep: { phone: SECRET } }] }],
    [{ login: SECRET }],
    [{ password: SECRET, newPassword: SECRET, "old-password": SECRET, password_hash: SECRET }],
    [{ answers: { q1: SECRET } }],
    [{ draft: SECRET, value: [SECRET] }],
    [{ token: SECRET, accessToken: SECRET, code: SECRET }],
    [{ req: { headers: { cookie: SECRET, authorization: SECRET, "set-cookie": [SECRET] } } }],
    [{ many: new Map([["a", SECRET]]), some: new Set([SECRET]), bytes: Buffer.from(SECRET) }],
  ])("hides %j", (object) => {
    const { lines, logger } = collected();
    logger.info(object, "sign-in refused");
    logger.child(object).info("again");
    expect(lines()).toContain("sign-in refused");
    expect(lines()).not.toContain(SECRET);
  });

  it.each(["13800138000", "+86 138 0013 8000", "138-0013-8000", "8613800138000"])(
    "blanks the mobile number %s in every text",
    (phone) => {
      const { lines, logger } = collected();
      logger.info(`call ${phone} now`);
      logger.info({ n: 13800138000 });
      logger.info({ note: `call ${phone} now` }, "x %s", phone);
      logger.error({ err: new Error(`no ${phone}`, { cause: new Error(phone) }) });
      logger.error(new Error(phone));
      logger.child({ note: phone }).warn("y");
      expect(lines().trim().split("\n")).toHaveLength(6);
      expect(lines().replace(/\D+/g, " ")).not.toContain("8000");
    },
  );

  it("keeps what is needed to find a fault", () => {
    const { lines, logger } = collected();
    logger.warn(
      { err: Object.assign(new Error("busy"), { code: "P1008", meta: { value: SECRET } }), attemptId: "a1", n: 3n },
      "save failed",
    );
    const line: unknown = JSON.parse(lines());
    expect(line).toMatchObject({
      level: "warn",
      msg: "save failed",
      attemptId: "a1",
      n: 3,
      err: { type: "Error", errorCode: "P1008", message: "busy" },
    });
    expect(lines()).not.toContain(SECRET);
    expect(lines()).not.toMatch(/hostname|"pid"/);
  });

  it("leaves identifiers, instants and long numbers alone", () => {
    const { lines, logger } = collected();
    logger.info({ id: "0196f1c0-1380-7013-8000-000000000000", at: new Date(0), big: "20261380013800011" });
    expect(JSON.parse(lines())).toMatchObject({ at: "1970-01-01T00:00:00.000Z", big: "20261380013800011" });
  });

  it("shows no credentials of a database address", () => {
    const { lines, logger } = collected();
    logger.error({ err: new Error("postgresql://zj:geheim@db.local/zj refused") });
    expect(lines()).not.toContain("geheim");
    expect(lines()).toContain("db.local/zj refused");
  });

  it("survives a cycle", () => {
    const { lines, logger } = collected();
    const loop: { again?: unknown } = {};
    loop.again = loop;
    logger.info(loop, "loop");
    expect(lines()).toContain("loop");
  });
});
