// `npm run check:content`: proves that content/ keeps the rules of content/README.md; prints every fault at once.
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { readContentFiles } from "@/features/library/content/read-files";

const { library, faults } = checkFiles(readContentFiles());
if (faults.length > 0) {
  console.error(describeFaults(faults));
  console.error(`\n共${faults.length}处要改。`);
  process.exitCode = 1;
} else {
  const { entries, lessons, leaflets, films, questions } = library;
  console.log(
    `内容合规矩：天天谈${entries.length}条，课程${lessons.length}课，折页${leaflets.length}张，影片${films.length}部，题目${questions.length}道。`,
  );
}
