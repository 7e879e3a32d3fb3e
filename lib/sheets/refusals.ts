import { AppError } from "../errors";

/** A file that cannot be read: what it is, and what to do instead. Nothing was kept of it. */
export function refused(detail: string, cause?: unknown): AppError {
  return new AppError("invalid", detail, { cause });
}

export function brokenFile(cause?: unknown): AppError {
  return refused("这个文件不完整或已经损坏，没有导入任何内容。请用Excel或WPS打开，另存为.xlsx后重新上传。", cause);
}

/** A limit that was passed, such as 文件大小 and 10 MB. */
export function tooMuch(what: string): AppError {
  return refused(`${what}，没有导入任何内容。请只留下要导入的表，另存为.xlsx；行数太多时分成几个文件上传。`);
}
