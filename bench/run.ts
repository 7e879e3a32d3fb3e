import { benchAttempts } from "./attempts";
import { benchImport } from "./imports";
import { benchConsoles } from "./consoles";
import { benchPages } from "./pages";
import { benchRush } from "./rush";
import { benchSearch } from "./search";

/** `npm run bench -- attempts | consoles | import | pages | rush | search`: prints a table and, last, one line of JSON. Traffic goes to this machine only. */
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
console.log(JSON.stringify(await program()));
process.exit(0);
