import type { Library } from "../types";
import { checkFiles, describeFaults } from "./check-library";
import { readContentFiles } from "./read-files";

/** What the check of content/ says, for every command that runs it: one line when all is well, else every fault. */
export function checkReport(): { library: Library; isClean: boolean; text: string } {
  const { library, faults } = checkFiles(readContentFiles());
  if (faults.length > 0)
    return { library, isClean: false, text: `${describeFaults(faults)}\n\n共${faults.length}处要改。` };
  const { entries, lessons, leaflets, films, questions } = library;
  const text = `内容合规矩：天天谈${entries.length}条，课程${lessons.length}课，折页${leaflets.length}张，影片${films.length}部，题目${questions.length}道。`;
  return { library, isClean: true, text };
}
