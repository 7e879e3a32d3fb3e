import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ContentFile } from "../types";
import { MEDIA, mediaDigest, readMedia } from "./read-media";

const READ = /^(daily\/.*|lessons\/.*|leaflets\/.*|films\/.*|questions\/.*|topics\.yaml|sources\.yaml)$/;

/** Where what people learn stands. */
export function contentFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "content");
}

/** All files of the library below content/, in the order of their paths. Quizzes, the licence and the guide are not of it. */
export function readContentFiles(folder = contentFolder()): ContentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.startsWith("."))
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).split(path.sep).join("/"))
    .filter((file) => READ.test(file))
    .sort()
    .map((file) => readOne(folder, file));
}

function readOne(folder: string, file: string): ContentFile {
  const full = path.join(folder, file);
  if (MEDIA.test(file)) return { path: file, text: "", media: { ...readMedia(full), digest: mediaDigest(full) } };
  return { path: file, text: readText(full) };
}

/** The text of a file as every editor means it: without the mark that some put before it, with plain ends of lines. */
export function readText(full: string): string {
  return readFileSync(full, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
}
