import { readdirSync } from "node:fs";
import { send, signIn } from "./client";
import type { Zone } from "./server";

type Texts = readonly { key: string }[];
type Question = { id: string } & (
  | { type: "single" | "multiple" | "ordering"; options: Texts }
  | { type: "true-false" }
  | { type: "fill"; blanks: number }
  | { type: "matching"; left: Texts; right: Texts }
);

/** Some answer of the right form, right or wrong. */
function someAnswer(question: Question): unknown {
  switch (question.type) {
    case "single":
      return question.options[0]?.key;
    case "multiple":
    case "ordering":
      return question.options.map(({ key }) => key);
    case "true-false":
      return true;
    case "fill":
      return Array.from({ length: question.blanks }, () => "不知道");
    case "matching":
      return Object.fromEntries(question.left.map(({ key }, at) => [key, question.right[at]?.key]));
  }
}

/** Answers one daily entry after the other, each once, by one person and then the next: every call is one answer more. */
export async function* answering(zone: Zone, accounts: readonly string[]): AsyncGenerator<string> {
  const entries = readdirSync("content/daily").map((file) => `daily/${file.replace(".md", "")}`);
  for (const account of accounts) {
    const cookie = await signIn(zone.base, account, zone.password);
    for (const contentId of entries) {
      const reply = await send(zone.base, "GET", `/api/v1/recalls?contentId=${contentId}`, { cookie });
      if (reply.status !== 200) continue;
      const { questions, outcome } = JSON.parse(reply.body) as { questions: Question[]; outcome: unknown };
      if (outcome !== null || questions.length === 0) continue;
      const answers = Object.fromEntries(questions.map((question) => [question.id, someAnswer(question)]));
      const saved = await send(zone.base, "POST", "/api/v1/recalls", {
        ...{ cookie, body: JSON.stringify({ contentId, answers }), headers: { origin: zone.base } },
      });
      if (saved.status !== 200) throw new Error(`${contentId}：${saved.status} ${saved.body.slice(0, 200)}`);
      yield contentId;
    }
  }
}
