// npm run content -- check | stats | sources | load: what people learn, checked, counted, listed by source, or loaded into
// the database. `load` may run beside the server. Exit code 0: done, 1: faults, 2: wrong usage.
import { PERIOD_LABELS, PERIODS, QUESTION_TYPE_LABELS, QUESTION_TYPES } from "../domain/quizzes/types";
import { checkFiles, describeFaults } from "../features/library/content/check-library";
import { siteOf } from "../domain/writing/sites";
import { figuresIn } from "../domain/writing/figures";
import { getLibrary } from "../features/library/content/get-library";
import { readContentFiles } from "../features/library/content/read-files";
import { loadLibrary } from "../features/library/mutations/load-library";
import type { Library, LibraryDocument } from "../features/library/types";
import { loadQuizzes } from "../features/quizzes/mutations";
import { now } from "../lib/clock";
import { closeDb } from "../lib/db";

const documentsOf = (library: Library): readonly LibraryDocument[] => [...library.entries, ...library.lessons];

function check(): number {
  const { library, faults } = checkFiles(readContentFiles());
  if (faults.length > 0) {
    console.error(`${describeFaults(faults)}\n\n共${faults.length}处要改。`);
    return 1;
  }
  const { entries, lessons, questions } = library;
  console.log(`内容合规矩：天天谈${entries.length}条，课程${lessons.length}课，题目${questions.length}道。`);
  return 0;
}

function stats(): number {
  const library = getLibrary();
  const documents = documentsOf(library);
  const facts = documents.flatMap(({ front }) => front.facts);
  const figures = facts.filter(({ value }) => figuresIn(value).length > 0);
  const twice = figures.filter(({ source }) => Array.isArray(source) && source.length > 1);
  console.log(
    `天天谈${library.entries.length}条，课程${library.courses.length}门${library.lessons.length}课，题目${library.questions.length}道。`,
  );
  for (const period of PERIODS) {
    const [items, questions] = [
      documents.filter(({ front }) => front.period === period),
      library.questions.filter(({ data }) => data.period === period),
    ];
    console.log(`  ${PERIOD_LABELS[period]}：文章${items.length}篇，题目${questions.length}道`);
  }
  const types = QUESTION_TYPES.map(
    (type) => `${QUESTION_TYPE_LABELS[type]}${library.questions.filter(({ data }) => data.type === type).length}`,
  );
  console.log(`  题型：${types.join("，")}`);
  console.log(`事实${facts.length}条，其中日期和数字${figures.length}条，标了两处出处的${twice.length}条。`);
  console.log(`另一人复核过的文章${documents.filter(({ front }) => front.checked.by === "second").length}篇。`);
  return 0;
}

/** Every address cited, by site, with where it is cited: for whoever looks whether the pages still say so. */
function sources(): number {
  const library = getLibrary();
  const cited = documentsOf(library).flatMap((document) =>
    document.front.sources.map((source) => ({ document, source, site: siteOf(library.sites, source.url) })),
  );
  for (const site of library.sites) {
    const here = cited.filter((each) => each.site === site);
    if (here.length === 0) continue;
    console.log(`${site.tier === "A" ? "甲级" : "乙级"} ${site.name}（${here.length}处）`);
    for (const { document, source } of here)
      console.log(`  ${source.url} ← ${document.id} ${source.id} ${source.title}`);
  }
  return 0;
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
  if (isNewDigest) console.log("内容有变化，页面上显示“待本单位审核”，请工委在工作台上审核。");
  return 0;
}

const COMMANDS: Record<string, () => number | Promise<number>> = { check, stats, sources, load };

const command = COMMANDS[process.argv[2] ?? ""];
if (command === undefined) {
  console.error("用法：npm run content -- check（检查）、stats（统计）、sources（出处清单）或load（载入数据库）");
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(`没有办成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await closeDb();
  }
}
