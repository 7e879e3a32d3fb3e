// `npm run check:structure`: folders, file names, file sizes and cycles between features. Prints one line a fault.
import { featureCycles } from "./lib/feature-cycles";
import { sourcesBelow } from "./lib/source-files";
import { structureFaults } from "./lib/structure";

const files = sourcesBelow("");
const faults = [...structureFaults(files), ...featureCycles(files)];
for (const { path, rule, fix } of faults) console.error(`${path}\n  ${rule}: ${fix}`);
console.log(`${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
