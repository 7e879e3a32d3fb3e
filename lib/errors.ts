/**
 * The one class of expected failures that cross a boundary (route handler, server action, command). The codes are
 * part of the public API and never change; `detail` is a Chinese sentence shown to the person.
 */

/** HTTP status and the sentence shown when nothing more precise is known. */
const ERROR_CODES = {
  unauthenticated: { status: 401, detail: "请先登录。" },
  forbidden: { status: 403, detail: "您没有进行这项操作的权限。" },
  "not-found": { status: 404, detail: "没有找到您要的内容。" },
  "too-large": { status: 413, detail: "送来的太大，没有收下。" },
  invalid: { status: 422, detail: "填写的内容有误，请检查后重试。" },
  "attempt-closed": { status: 409, detail: "这次作答已经结束。" },
  "quiz-not-open": { status: 409, detail: "这份试卷现在不开放。" },
  "attempts-used-up": { status: 409, detail: "作答次数已经用完。" },
  conflict: { status: 409, detail: "内容刚刚被改动，请刷新后重试。" },
  "too-many-requests": { status: 429, detail: "操作太频繁，请稍后再试。" },
  unavailable: { status: 503, detail: "服务暂时不可用，请稍后再试。" },
} as const satisfies Record<string, { status: number; detail: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** All codes, for the API document and for tests. */
export const ERROR_CODE_NAMES = Object.keys(ERROR_CODES) as readonly ErrorCode[];

/** One refused field: `field` is the path in the input, `detail` a Chinese sentence. */
export interface FieldError {
  field: string;
  code: string;
  detail: string;
}

interface AppErrorOptions {
  errors?: readonly FieldError[];
  /** Sent as `Retry-After`; 429 and 503 always carry one, 5 s when not given. */
  retryAfterSeconds?: number;
  /** Further members of the problem document, such as the receipt of an attempt that is already closed. */
  members?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

const DEFAULT_RETRY_AFTER_SECONDS = 5;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  /** Chinese, for people. `message` is the same text. */
  readonly detail: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly members: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, detail?: string, options: AppErrorOptions = {}) {
    const known = ERROR_CODES[code];
    super(detail ?? known.detail, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.status = known.status;
    this.detail = detail ?? known.detail;
    this.errors = options.errors;
    const retries = known.status === 429 || known.status === 503;
    this.retryAfterSeconds = options.retryAfterSeconds ?? (retries ? DEFAULT_RETRY_AFTER_SECONDS : undefined);
    this.members = options.members;
  }
}

/** HTTP status of a code. */
export function statusOf(code: ErrorCode): number {
  return ERROR_CODES[code].status;
}

/** True for an AppError of any copy of this module (`instanceof` fails between Next's separately loaded copies). */
export function isAppError(error: unknown): error is AppError {
  return (
    error instanceof Error &&
    error.name === "AppError" &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code in ERROR_CODES
  );
}
