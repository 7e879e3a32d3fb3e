import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ContentFile } from "../types";

const READ = /^(daily\/.*|lessons\/.*|leaflets\/.*|questions\/.*|topics\.yaml|sources\.yaml|awaiting\.yaml)$/;

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
    .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n") }));
}
