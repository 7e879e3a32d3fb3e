// npm run ledger -- verify | rebuild: checks the ledger of points, or makes the cached sums anew from it.
// Both may run beside the server. Exit code 0: all agrees (or was mended), 1: faults were found, 2: wrong usage.
import { rebuildTotals } from "../features/points/mutations/rebuild-totals";
import { verifyLedger } from "../features/points/mutations/verify-ledger";
import { closeDb } from "../lib/db";

const SHOWN = 50;

async function verify(): Promise<number> {
  const { people, entries, faults } = await verifyLedger();
  if (faults.length === 0) {
    console.log(`积分流水核对无误：${people}人，${entries}条流水，汇总与流水逐行相等。`);
    return 0;
  }
  console.error(`积分流水有${faults.length}处不符（${people}人，${entries}条流水）：`);
  for (const fault of faults.slice(0, SHOWN)) console.error(`  ${fault}`);
  if (faults.length > SHOWN) console.error(`  其余${faults.length - SHOWN}处没有列出。`);
  console.error("汇总表的差异可以用npm run ledger -- rebuild从流水重算；流水本身的差异请先备份，再查明原因。");
  return 1;
}

async function rebuild(): Promise<number> {
  const { people, mended } = await rebuildTotals();
  console.log(
    mended === 0 ? `${people}人的汇总本来就与流水相等，没有改动。` : `已从流水重算${people}人的汇总，改正${mended}行。`,
  );
  return 0;
}

const COMMANDS: Record<string, () => Promise<number>> = { verify, rebuild };

const command = COMMANDS[process.argv[2] ?? ""];
if (command === undefined) {
  console.error("用法：npm run ledger -- verify（核对）或npm run ledger -- rebuild（从流水重算汇总）");
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
