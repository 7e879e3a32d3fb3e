import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { practiceQuizSchema, type PracticeQuiz } from "./schema";

const FILE = "content/quizzes/practice.yaml";

/** The standing practice quizzes. Throws with every fault of the file, in Chinese. */
export function readPracticeQuizzes(text = readFileSync(path.join(process.cwd(), FILE), "utf8")): PracticeQuiz[] {
  const parsed = z.array(practiceQuizSchema).safeParse(parse(text), { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path: place, message }) => `  第${place.map(String).join(" › ")}处：${message}`,
    );
    throw new Error(`${FILE}有不合规矩的地方（从0数起）：\n${faults.join("\n")}`);
  }
  const keys = parsed.data.map(({ key }) => key);
  const double = keys.find((key, index) => keys.indexOf(key) !== index);
  if (double !== undefined) throw new Error(`${FILE}里的key“${double}”用了两次，请换一个。`);
  return parsed.data;
}
