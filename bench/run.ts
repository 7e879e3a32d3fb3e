import { benchAttempts } from "./attempts";
import { benchImport } from "./imports";
import { benchConsoles } from "./consoles";
import { benchPages } from "./pages";
import { benchRush } from "./rush";
import { benchSearch } from "./search";
import { missedOf } from "./support/limits";

/** `npm run bench -- attempts | consoles | import | pages | rush | search`: prints a table and, last, one line of JSON; exit code 1 when a limit that it holds was not kept. Traffic goes to this machine only. */
const PROGRAMS: Readonly<Record<string, () => Promise<unknown>>> = {
  attempts: benchAttempts,
  consoles: benchConsoles,
  import: benchImport,
  pages: benchPages,
  rush: benchRush,
  search: benchSearch,
};

const program = PROGRAMS[process.argv[2] ?? ""];
if (!program) {
  console.error(`用法：npm run bench -- ${Object.keys(PROGRAMS).join(" | ")}`);
  process.exit(1);
}
const result = await program();
console.log(JSON.stringify(result));
const missed = missedOf(result);
for (const limit of missed) console.error(`没有达到。${limit}`);
process.exit(missed.length > 0 ? 1 : 0);
