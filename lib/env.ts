import path from "node:path";
import { z } from "zod";
import { dropSingleton, singleton } from "./singleton";

/**
 * The environment, parsed once. Everything has a default, so that nothing needs to be set; a wrong value stops the
 * program with a Chinese sentence per variable instead of failing later.
 */

export type DatabaseTarget = { engine: "sqlite"; file: string } | { engine: "postgresql"; url: string };

/** Where mail is handed over. */
export interface MailServer {
  host: string;
  port: number;
  security: (typeof SECURITIES)[number];
  user: string | undefined;
  password: string | undefined;
  from: string;
}

/** The names of the variables themselves, with defaults filled in. */
export interface Env {
  HOST: string;
  PORT: number;
  /** Without a trailing slash. */
  PUBLIC_URL: string;
  /** Absolute. */
  DATA_DIR: string;
  /** Where the daily backups are, for the command that writes them and the pages that miss them. Absolute. */
  BACKUP_DIR: string;
  /** What DATABASE_URL chooses. */
  DATABASE: DatabaseTarget;
  /** How many proxies stand in front and may be believed about the client's address. */
  TRUSTED_PROXIES: number;
  LOG_LEVEL: (typeof LOG_LEVELS)[number];
  /** The four of OIDC are all set or all absent. */
  OIDC_ISSUER: string | undefined;
  OIDC_CLIENT_ID: string | undefined;
  OIDC_CLIENT_SECRET: string | undefined;
  /** What the button says. */
  OIDC_NAME: string | undefined;
  /** What the SMTP variables name; null without them: no e-mail is sent. */
  MAIL: MailServer | null;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** TLS from the first byte (port 465), STARTTLS (587), or none, for a relay on the same machine. */
const SECURITIES = ["tls", "starttls", "none"] as const;

const whole = (low: number, high: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(low, message).max(high, message));

const webAddress = (message: string) =>
  z.url({ protocol: /^https?$/, error: message }).transform((url) => url.replace(/\/+$/, ""));

const variables = z
  .object({
    HOST: z.string().default("127.0.0.1"),
    PORT: whole(1, 65_535, "应为1到65535之间的整数，例如3000").default(3000),
    PUBLIC_URL: webAddress("应为以http://或https://开头的网址").optional(),
    DATA_DIR: z.string().default(".data"),
    BACKUP_DIR: z.string().optional(),
    DATABASE_URL: z
      .string()
      .regex(/^(file:|postgres(ql)?:\/\/)/, "应以file:或postgresql://开头")
      .optional(),
    TRUSTED_PROXIES: whole(0, 16, "应为0到16之间的整数").default(0),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `应为${LOG_LEVELS.join("、")}之一` }).default("info"),
    OIDC_ISSUER: webAddress("应为以http://或https://开头的网址").optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().optional(),
    SMTP_HOST: z.string().optional(),
    SMTP_PORT: whole(1, 65_535, "应为1到65535之间的整数，例如465").default(465),
    SMTP_SECURITY: z.enum(SECURITIES, { error: `应为${SECURITIES.join("、")}之一` }).default("tls"),
    SMTP_USER: z.string().optional(),
    SMTP_PASSWORD: z.string().optional(),
    SMTP_FROM: z.string().regex(/@/, "应为邮箱地址，例如study@example.org").optional(),
  })
  .superRefine((values, context) => {
    const needed = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
    const missing = needed.filter((name) => values[name] === undefined);
    const any = values.OIDC_NAME !== undefined || missing.length < needed.length;
    for (const name of any ? missing : []) {
      context.addIssue({ code: "custom", path: [name], message: "缺少。统一认证的各项要么全部设置，要么全部不设" });
    }
    if (values.SMTP_HOST !== undefined && values.SMTP_FROM === undefined) {
      context.addIssue({ code: "custom", path: ["SMTP_FROM"], message: "缺少。设了SMTP_HOST，就要写明发件邮箱" });
    }
  });

/** What a DATABASE_URL means; without one, the SQLite file in the data folder. */
export function databaseTarget(url: string | undefined, dataDir: string): DatabaseTarget {
  if (url === undefined) return { engine: "sqlite", file: path.join(dataDir, "zhijian.db") };
  if (!url.startsWith("file:")) return { engine: "postgresql", url };
  const file = url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  return { engine: "sqlite", file: path.resolve(/* turbopackIgnore: true */ process.cwd(), file) };
}

/** An address of all interfaces is no address to link to, and an IPv6 address needs brackets. */
function ownAddress(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function mailServer(values: z.output<typeof variables>): MailServer | null {
  const { SMTP_HOST: host, SMTP_FROM: from, SMTP_PORT: port, SMTP_SECURITY: security } = values;
  if (host === undefined || from === undefined) return null;
  return { host, port, security, user: values.SMTP_USER, password: values.SMTP_PASSWORD, from };
}

/** Parses a set of variables; empty ones count as absent. Throws an Error whose message names every wrong variable in Chinese. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.fromEntries(
    Object.entries(source).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
  const result = variables.safeParse(present);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}：${issue.message}。`);
    throw new Error(`环境变量有误：\n${lines.join("\n")}`);
  }
  const values = result.data;
  const dataDir = path.resolve(/* turbopackIgnore: true */ process.cwd(), values.DATA_DIR);
  return {
    HOST: values.HOST,
    PORT: values.PORT,
    PUBLIC_URL: values.PUBLIC_URL ?? ownAddress(values.HOST, values.PORT),
    DATA_DIR: dataDir,
    BACKUP_DIR: path.resolve(
      /* turbopackIgnore: true */ process.cwd(),
      values.BACKUP_DIR ?? path.join(dataDir, "backups"),
    ),
    DATABASE: databaseTarget(values.DATABASE_URL, dataDir),
    TRUSTED_PROXIES: values.TRUSTED_PROXIES,
    LOG_LEVEL: values.LOG_LEVEL,
    OIDC_ISSUER: values.OIDC_ISSUER,
    OIDC_CLIENT_ID: values.OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: values.OIDC_CLIENT_SECRET,
    OIDC_NAME: values.OIDC_ISSUER === undefined ? undefined : (values.OIDC_NAME ?? "统一身份认证"),
    MAIL: mailServer(values),
  };
}

/** The environment of this process, read at the first call. */
export function env(): Env {
  return singleton("env", () => parseEnv(process.env));
}

/** Reads the environment again at the next call. */
export function forgetEnv(): void {
  dropSingleton("env");
}
