import "server-only";
import type { NextRequest } from "next/server";
import { AppError } from "@/lib/errors";
import { refuseUnstorable } from "@/lib/storable";

export type Upload = {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly content: Buffer };
};

/** What the form around the file may weigh. */
const FORM_BYTES = 64 * 1024;

const tooLargeSheet = (limit: number): AppError =>
  new AppError(
    "invalid",
    `文件超过${Math.floor(limit / 1024 / 1024)}MB，没有收下。请分成几个文件，或去掉图片和多余的工作表再上传。`,
  );

/** What is said instead of the words for spreadsheets. */
type Words = { tooLarge: AppError; missing: string };

const SHEET_MISSING = "还没有选文件。请选一个.xlsx或.csv文件。";

/**
 * The one file of a multipart form, counted while it comes in: more than `limit` bytes are read past, not kept. Throws an
 * AppError ("invalid") for a form without a file, for one that is too large, and for what is no form.
 */
export async function readUpload(
  request: NextRequest,
  limit: number,
  { tooLarge, missing }: Words = { tooLarge: tooLargeSheet(limit), missing: SHEET_MISSING },
): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw new AppError("invalid", "请用页面上的表单选一个文件上传。");
  const bytes = await readBody(request, limit + FORM_BYTES);
  if (bytes === null) throw tooLarge;
  const form = await parseForm(bytes, type);
  const fields: Record<string, string> = {};
  let file: File | null = null;
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = value;
    else file ??= value;
  }
  if (file === null || (file.size === 0 && file.name === "")) throw new AppError("invalid", missing);
  if (file.size > limit) throw tooLarge;
  refuseUnstorable({ ...fields, file: file.name });
  return { fields, file: { name: file.name, content: Buffer.from(await file.arrayBuffer()) } };
}

async function parseForm(bytes: Buffer, type: string): Promise<FormData> {
  const reply = new Response(new Uint8Array(bytes), { headers: { "content-type": type } });
  const form = await reply.formData().catch(() => null);
  if (form === null) throw new AppError("invalid", "上传中断了，文件不完整，没有收下。请再传一次。");
  return form;
}

/** The body, or null when it is larger than that; what is too much is read to its end, so that the answer arrives. */
async function readBody(request: NextRequest, limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length <= limit) chunks.push(part.value);
    else if (length > limit * READ_PAST) return null;
  }
  return length <= limit ? Buffer.concat(chunks) : null;
}

/** Somebody who sends that many times too much is cut off. */
const READ_PAST = 5;
