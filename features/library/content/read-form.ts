import { parse as parseYaml, YAMLParseError } from "yaml";
import { z } from "zod";
import type { ContentFile, Fault } from "../types";

/** Reads one file of content/: its YAML, its front matter, their form. What is wrong is told in Chinese, never thrown. */

const FRONT = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

const chinese = z.locales.zhCN().localeError;

/** A document or list of the form of `schema`, or the faults of its form. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
  place = "",
): { data: z.output<Schema> } | { faults: Fault[] } {
  const result = schema.safeParse(value, { error: chinese });
  if (result.success) return { data: result.data };
  return {
    faults: result.error.issues.map((issue) => ({
      file,
      place: [place, placeOf(issue.path)].filter(Boolean).join("，") || "整个文件",
      what: issue.code === "unrecognized_keys" ? `有不认识的键：${issue.keys.join("、")}` : issue.message,
      fix:
        issue.code === "unrecognized_keys"
          ? "检查拼写，或去掉它；能用的键见content/README.md"
          : "照content/README.md的格式改",
    })),
  };
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

export function readYaml(text: string, file: string): { value: unknown } | { faults: Fault[] } {
  try {
    return { value: parseYaml(text) };
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const place = line === undefined ? "整个文件" : `YAML第${line}行`;
    const what = `YAML读不懂：${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`;
    return { faults: [{ file, place, what, fix: "检查缩进、冒号后的空格和引号是否成对" }] };
  }
}

/** A YAML file of one form; without a readable form, `otherwise` and the faults. */
export function readAll<Schema extends z.ZodType>(
  schema: Schema,
  file: ContentFile | undefined,
  name: string,
  otherwise: z.output<Schema>,
  faults: Fault[],
): z.output<Schema> {
  if (file === undefined) {
    faults.push({ file: name, place: "整个文件", what: "没有这个文件", fix: "它列出固定的词表，不能缺" });
    return otherwise;
  }
  const yaml = readYaml(file.text, file.path);
  const form = "value" in yaml ? readForm(schema, yaml.value, file.path) : yaml;
  if ("data" in form) return form.data;
  faults.push(...form.faults);
  return otherwise;
}

type Front<Schema extends z.ZodType> = { front: z.output<Schema>; markdown: string } | { faults: Fault[] };

export function readFront<Schema extends z.ZodType>(schema: Schema, { path, text }: ContentFile): Front<Schema> {
  const found = FRONT.exec(text);
  if (found === null) {
    return {
      faults: [
        {
          file: path,
          place: "开头",
          what: "没有找到用---隔开的文前资料",
          fix: "第一行写---，资料之后再写一行---，然后是正文",
        },
      ],
    };
  }
  const yaml = readYaml(found[1] ?? "", path);
  if ("faults" in yaml) return yaml;
  const form = readForm(schema, yaml.value, path, "文前资料");
  return "faults" in form ? form : { front: form.data, markdown: (found[2] ?? "").trim() };
}
