import { stemKey } from "@/domain/quizzes/fold";
import { allDocuments, recallOf } from "./all-documents";
import { checkOrders } from "./check-order";
import type { Fault, Library, LibraryDocument, LibraryQuestion } from "../types";

/** From so many questions of a kind in one file on, their proportions say something. */
const ENOUGH = 6;
const LONGEST_AT_MOST = 0.35;
const POSITION_AT_MOST = 0.5;
const TRUE_BETWEEN = [0.25, 0.75] as const;

/** Rules over all questions together: ids, repetitions, balance, recall lists, proofs of orders. */
export function checkBank(library: Library): Fault[] {
  const files = [...new Set(library.questions.map(({ file }) => file))];
  const perFile = files.flatMap((file) =>
    checkBalance(
      file,
      library.questions.filter((question) => question.file === file),
    ),
  );
  const documents = allDocuments(library);
  return [
    ...checkTwins(library.questions),
    ...perFile,
    ...documents.flatMap((document) => checkRecall(document, library)),
    ...checkOrders(library),
  ];
}

function checkTwins(questions: readonly LibraryQuestion[]): Fault[] {
  const ids = new Map<string, LibraryQuestion>();
  const stems = new Map<string, LibraryQuestion>();
  return questions.flatMap((question) => {
    const { file, data } = question;
    const faults: Fault[] = [];
    const sameId = ids.get(data.id);
    const sameStem = stems.get(stemKey(data.stem));
    if (sameId)
      faults.push({ file, place: data.id, what: `编号在${sameId.file}里用过了`, fix: "换一个没有用过的编号" });
    if (sameStem)
      faults.push({ file, place: data.id, what: `题干和${sameStem.data.id}一样`, fix: "留一道，或换一个问法" });
    ids.set(data.id, question);
    stems.set(stemKey(data.stem), question);
    return faults;
  });
}

function checkBalance(file: string, questions: readonly LibraryQuestion[]): Fault[] {
  const faults: Fault[] = [];
  const singles = questions.flatMap(({ data }) => (data.type === "single" ? [data.options] : []));
  if (singles.length >= ENOUGH) {
    const length = (text: string) => [...text].length;
    const longest = singles.filter((options) => {
      const right = length(options.find((option) => option.right)?.text ?? "");
      return options.every((option) => option.right || length(option.text) < right);
    }).length;
    if (longest / singles.length > LONGEST_AT_MOST) {
      faults.push({
        file,
        place: "全部单选题",
        what: `${singles.length}道里有${longest}道是正确的一项最长`,
        fix: "把别的选项写得一样长，或把正确的写短，不超过三分之一",
      });
    }
    for (const position of [0, 1, 2, 3, 4]) {
      const here = singles.filter((options) => options[position]?.right).length;
      if (here / singles.length <= POSITION_AT_MOST) continue;
      faults.push({
        file,
        place: "全部单选题",
        what: `${singles.length}道里有${here}道的正确选项在第${position + 1}位`,
        fix: "把正确选项的位置打散",
      });
    }
  }
  const truths = questions.flatMap(({ data }) => (data.type === "true-false" ? [data.answer] : []));
  const share = truths.filter(Boolean).length / truths.length;
  if (truths.length >= ENOUGH && (share < TRUE_BETWEEN[0] || share > TRUE_BETWEEN[1])) {
    faults.push({
      file,
      place: "全部判断题",
      what: `${truths.length}道里有${truths.filter(Boolean).length}道是对的`,
      fix: "对和错各占一些",
    });
  }
  return faults;
}

function checkRecall(document: LibraryDocument, library: Library): Fault[] {
  const { file } = document;
  const recall = recallOf(document);
  return recall.flatMap((id, index) => {
    const place = `recall ${id}`;
    const question = library.questions.find(({ data }) => data.id === id);
    if (question === undefined)
      return [{ file, place, what: "没有这道题", fix: "在questions/里写上，或改成已有的编号" }];
    if (question.data.anchor.split("#")[0] !== document.id) {
      return [{ file, place, what: `这道题指向${question.data.anchor}，不是这一篇`, fix: "换一道指向这一篇的题" }];
    }
    return recall.indexOf(id) < index ? [{ file, place, what: "同一道题写了两次", fix: "去掉一个" }] : [];
  });
}
