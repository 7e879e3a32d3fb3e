import type { PublicPaper } from "@/domain/quizzes/types";

/** The right answer to every question of a plain paper, found by the texts that are shown. */
export function rightAnswers({ questions }: PublicPaper): Record<string, unknown> {
  const idOf = (texts: readonly { id: string; text: string }[], text: string) =>
    texts.find((each) => each.text === text)?.id ?? "";
  return Object.fromEntries(
    questions.map((question) => {
      switch (question.type) {
        case "single":
          return [question.id, idOf(question.options, "1935年1月15日")];
        case "multiple":
          return [question.id, ["瑞金", "延安"].map((text) => idOf(question.options, text))];
        case "true-false":
          return [question.id, true];
        case "fill":
          return [question.id, ["瑞金", "１９３１"]];
        case "ordering":
          return [
            question.id,
            ["南昌起义", "古田会议", "遵义会议", "瓦窑堡会议"].map((text) => idOf(question.options, text)),
          ];
        case "matching":
          return [
            question.id,
            Object.fromEntries(
              [
                ["一大", "1921年"],
                ["七大", "1945年"],
                ["八大", "1956年"],
              ].map(([left, right]) => [idOf(question.left, left ?? ""), idOf(question.right, right ?? "")]),
            ),
          ];
      }
    }),
  );
}
