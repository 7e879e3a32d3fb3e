// npm run content -- check | stats | sources | near | blanks <document…> | second <sheet…> | load: what people learn,
// checked, counted, listed by source, looked at a second time, or loaded into the database. `load` may run beside the
// server. Exit code 0: done, 1: faults, 2: wrong usage.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { allDocuments } from "../features/library/content/all-documents";
import { checkReport } from "../features/library/content/check-report";
import { getLibrary } from "../features/library/content/get-library";
import { nearTwins } from "../features/library/content/near-twins";
import { contentFolder } from "../features/library/content/read-files";
import {
  blankSheets,
  differences,
  fittedTo,
  joined,
  readSheets,
  withSecondLook,
} from "../features/library/content/second-look";
import { getOwnFilms, ownFilmFolder } from "../features/library/content/own-films";
import { sourceLines } from "../features/library/content/source-lines";
import { statsLines } from "../features/library/content/stats";
import { loadLibrary } from "../features/library/mutations/load-library";
import { loadOwnFilms } from "../features/library/mutations/load-own-films";
import type { LibraryDocument } from "../features/library/types";
import { listSearchables } from "../features/library/queries";
import { faultWords } from "../features/library/view";
import { loadQuizzes } from "../features/quizzes/mutations";
import { indexDocuments } from "../features/search/mutations";
import { now } from "../lib/clock";
import { closeDb } from "../lib/db";

function documentOf(id: string): LibraryDocument {
  const found = allDocuments(getLibrary()).find((document) => document.id === id);
  if (!found) throw new Error(`没有${id}这一篇，写成daily/12-13、lessons/region/04-port或leaflets/long-march这样`);
  return found;
}

/** The check of content/, then what is for this machine and for a person: films of the unit, questions that ask nearly the same. */
function check(): number {
  const { library, isClean, text } = checkReport();
  if (!isClean) {
    console.error(text);
    return 1;
  }
  console.log(text);
  const near = nearTwins(library.questions).length;
  if (near > 0) console.log(`问得相近的题目${near}对，npm run content -- near列出来。`);
  const { films: own, faults: ownFound } = getOwnFilms();
  if (own.length > 0) console.log(`本单位的影片${own.length}部。`);
  if (ownFound.length === 0) return 0;
  console.error(ownFaults());
  return 1;
}

/** What is wrong with the films of this unit, file by file. */
function ownFaults(): string {
  const { faults } = getOwnFilms();
  return `${ownFilmFolder()}里有${faults.length}处要改，改好以前不显示：\n${faults.map((fault) => `  ${faultWords(fault)}`).join("\n")}`;
}

function stats(): number {
  console.log(statsLines(getLibrary()).join("\n"));
  return 0;
}

function sources(): number {
  console.log(sourceLines(getLibrary()).join("\n"));
  return 0;
}

/** Questions that nearly ask the same, for a person to judge. */
function near(): number {
  const { questions } = getLibrary();
  const stems = new Map(questions.map(({ data }) => [data.id, data.stem]));
  for (const { one, other, alike, hasSameKey } of nearTwins(questions)) {
    console.log(`${Math.round(alike * 100)}%${hasSameKey ? "，答案相同" : ""}`);
    for (const id of [one, other]) console.log(`  ${id}：${stems.get(id)}`);
  }
  return 0;
}

/** Claims with their values left out, for whoever takes the second look. */
function blanks(ids: readonly string[]): number {
  for (const id of ids) process.stdout.write(blankSheets(documentOf(id)));
  return 0;
}

/** Compares filled sheets, all of a document together, with what is taught, and writes those that agree into their documents. */
function second(files: readonly string[]): number {
  let failed = 0;
  const sheets = files.flatMap((file) => readSheets(readFileSync(file, "utf8")));
  for (const id of new Set(sheets.map(({ document }) => document))) {
    const document = documentOf(id);
    const sheet = joined(
      document,
      sheets.filter((each) => each.document === id),
    );
    const wrong = differences(document, sheet);
    for (const { claim, found } of wrong) console.error(`${sheet.document}：${claim} 复核：${found ?? "没有找过"}`);
    if (wrong.length > 0) {
      failed += 1;
      continue;
    }
    const file = path.join(contentFolder(), document.file);
    writeFileSync(file, withSecondLook(readFileSync(file, "utf8"), fittedTo(document, sheet)));
    console.log(`${sheet.document}：一致，记下了。`);
  }
  return failed > 0 ? 1 : 0;
}

async function load(): Promise<number> {
  const at = now();
  const { items, questions, isNewDigest } = await loadLibrary({ now: at });
  console.log(`文章：新增${items.added}，改动${items.changed}，停用${items.retired}，恢复${items.restored}。`);
  console.log(
    `题目：新增${questions.added}，新版本${questions.changed}，停用${questions.retired}，恢复${questions.restored}，等待本单位决定${questions.waiting}。`,
  );
  const quizzes = await loadQuizzes({ now: at });
  console.log(`练习卷：${quizzes.loaded}套，停用${quizzes.withdrawn}套。`);
  await loadOwnFilms(at);
  const { written, removed } = await indexDocuments(listSearchables());
  console.log(`搜索：写入${written}篇，去掉${removed}篇。`);
  if (getOwnFilms().faults.length > 0) console.error(ownFaults());
  if (isNewDigest) console.log("内容有变化，页面上显示“待本单位审核”，请工委在工作台上审核。");
  return 0;
}

const COMMANDS: Record<string, (words: readonly string[]) => number | Promise<number>> = {
  ...{ check, stats, sources, near, blanks, second, load },
};

const command = COMMANDS[process.argv[2] ?? ""];
if (command === undefined) {
  console.error(
    "用法：npm run content -- check（检查）、stats（统计）、sources（出处清单）、near（相近的题目）、blanks <文章…>（印出复核单）、second <复核单…>（比对复核单）或load（载入数据库）",
  );
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command(process.argv.slice(3));
  } catch (error) {
    console.error(`没有办成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await closeDb();
  }
}
