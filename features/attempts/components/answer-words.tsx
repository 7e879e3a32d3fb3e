import type { AnswerValue, PublicQuestion } from "@/domain/quizzes/types";

type Props = { question: PublicQuestion; value: AnswerValue | null };

/** An answer as people read it: texts instead of ids, one line for each part. */
export function AnswerWords({ question, value }: Props) {
  const lines = value === null ? [] : linesOf(question, value);
  if (lines.length === 0) return <>没有答</>;
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ol className="grid">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ol>
  );
}

function linesOf(question: PublicQuestion, value: AnswerValue): string[] {
  switch (question.type) {
    case "true-false":
      return [value === true ? "说法正确" : "说法错误"];
    case "fill":
      return listOf(value).map((text) => (text === "" ? "（空）" : text));
    case "single":
    case "multiple":
      return listOf(value).map((id) => textIn(question.options, id));
    case "ordering":
      return listOf(value).map((id, index) => `${index + 1}. ${textIn(question.options, id)}`);
    case "matching":
      return question.left.flatMap(({ id, text }) => {
        const joined = isPairs(value) ? value[id] : undefined;
        return joined === undefined ? [] : [`${text}：${textIn(question.right, joined)}`];
      });
  }
}

const isPairs = (value: AnswerValue): value is Readonly<Record<string, string>> =>
  typeof value === "object" && !Array.isArray(value);

function listOf(value: AnswerValue): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function textIn(options: readonly { id: string; text: string }[], id: string): string {
  return options.find((option) => option.id === id)?.text ?? "";
}
