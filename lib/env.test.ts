import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

describe("parseEnv", () => {
  it("needs nothing to be set", () => {
    const dataDir = path.resolve(".data");
    expect(parseEnv({})).toEqual({
      HOST: "127.0.0.1",
      PORT: 3000,
      PUBLIC_URL: "http://127.0.0.1:3000",
      DATA_DIR: dataDir,
      BACKUP_DIR: path.join(dataDir, "backups"),
      DATABASE: { engine: "sqlite", file: path.join(dataDir, "zhijian.db") },
      TRUSTED_PROXIES: 0,
      LOG_LEVEL: "info",
      OIDC_ISSUER: undefined,
      OIDC_CLIENT_ID: undefined,
      OIDC_CLIENT_SECRET: undefined,
      OIDC_NAME: undefined,
      MAIL: null,
    });
  });

  it("looks for backups where it is told to", () => {
    expect(parseEnv({ DATA_DIR: "/srv/zj" }).BACKUP_DIR).toBe("/srv/zj/backups");
    expect(parseEnv({ DATA_DIR: "/srv/zj", BACKUP_DIR: "/var/backups/zj" }).BACKUP_DIR).toBe("/var/backups/zj");
  });

  it("treats an empty variable as absent", () => {
    expect(parseEnv({ PORT: "", HOST: "  ", DATABASE_URL: "", OIDC_ISSUER: "" })).toEqual(parseEnv({}));
  });

  it.each([
    [{ PUBLIC_URL: "https://dj.example.cn/" }, "https://dj.example.cn"],
    [{ HOST: "0.0.0.0", PORT: "8080" }, "http://localhost:8080"],
    [{ HOST: "::1", PORT: "8080" }, "http://[::1]:8080"],
  ])("takes the public address from %o", (source, expected) => {
    expect(parseEnv(source).PUBLIC_URL).toBe(expected);
  });

  it.each([
    ["file:/srv/zj.db", { engine: "sqlite", file: "/srv/zj.db" }],
    ["file:///srv/zj.db", { engine: "sqlite", file: "/srv/zj.db" }],
    ["file:zj.db", { engine: "sqlite", file: path.resolve("zj.db") }],
    ["postgresql://u:p@db/zj", { engine: "postgresql", url: "postgresql://u:p@db/zj" }],
    ["postgres://u:p@db/zj", { engine: "postgresql", url: "postgres://u:p@db/zj" }],
  ])("understands DATABASE_URL %s", (url, expected) => {
    expect(parseEnv({ DATABASE_URL: url }).DATABASE).toEqual(expected);
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "3000x"],
    ["TRUSTED_PROXIES", "-1"],
    ["DATABASE_URL", "mysql://x"],
    ["PUBLIC_URL", "dj.example.cn"],
    ["PUBLIC_URL", "ftp://dj.example.cn"],
    ["LOG_LEVEL", "loud"],
  ])("names the variable when %s is %s", (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`^环境变量有误：\\n  ${name}：应`));
  });

  it("names every wrong variable at once", () => {
    expect(() => parseEnv({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT[^]*LOG_LEVEL/);
  });

  it("takes OIDC as a whole or not at all", () => {
    const whole = { OIDC_ISSUER: "https://id.example.cn/", OIDC_CLIENT_ID: "zj", OIDC_CLIENT_SECRET: "s" };
    expect(parseEnv(whole)).toMatchObject({
      ...whole,
      OIDC_ISSUER: "https://id.example.cn",
      OIDC_NAME: "统一身份认证",
    });
    expect(() => parseEnv({ OIDC_NAME: "某平台" })).toThrow(/OIDC_ISSUER[^]*OIDC_CLIENT_ID[^]*OIDC_CLIENT_SECRET/);
    expect(() => parseEnv({ ...whole, OIDC_CLIENT_SECRET: "" })).toThrow(/OIDC_CLIENT_SECRET：缺少/);
  });

  it("sends mail when a server and a sender are named, by TLS unless told otherwise", () => {
    const named = { SMTP_HOST: "mail.example.cn", SMTP_FROM: "study@example.cn" };
    expect(parseEnv(named).MAIL).toEqual({
      ...{ host: "mail.example.cn", port: 465, security: "tls" },
      ...{ user: undefined, password: undefined, from: "study@example.cn" },
    });
    expect(() => parseEnv({ SMTP_HOST: "mail.example.cn" })).toThrow(/SMTP_FROM：缺少/);
    expect(() => parseEnv({ ...named, SMTP_SECURITY: "ssl" })).toThrow(/SMTP_SECURITY：应为tls、starttls、none之一/);
  });
});
