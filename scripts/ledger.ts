// npm run ledger -- verify | rebuild: checks the ledger of points, or makes the cached sums anew from it; the same for
// the sums of first answers, of which recall rates are made. Both may run beside the server. Exit code 0: all agrees (or was mended), 1: faults were found, 2: wrong usage.
import { rebuildTotals } from "../features/points/mutations/rebuild-totals";
import { verifyLedger } from "../features/points/mutations/verify-ledger";
import { rebuildRecallTotals } from "../features/recalls/mutations/rebuild-recall-totals";
import { verifyRecallTotals } from "../features/recalls/mutations/verify-recall-totals";
import { closeDb } from "../lib/db";

const SHOWN = 50;

function list(faults: readonly string[]): void {
  for (const fault of faults.slice(0, SHOWN)) console.error(`  ${fault}`);
  if (faults.length > SHOWN) console.error(`  其余${faults.length - SHOWN}处没有列出。`);
}

async function verify(): Promise<number> {
  const [points, recall] = [await verifyLedger(), await verifyRecallTotals()];
  if (points.faults.length === 0) {
    console.log(`积分流水核对无误：${points.people}人，${points.entries}条流水，汇总与流水逐行相等。`);
  } else {
    console.error(`积分流水有${points.faults.length}处不符（${points.people}人，${points.entries}条流水）：`);
    list(points.faults);
    console.error("汇总表的差异可以用npm run ledger -- rebuild从流水重算；流水本身的差异请先备份，再查明原因。");
  }
  if (recall.faults.length === 0) {
    console.log(`回想合计核对无误：${recall.people}人，${recall.firsts}次首答，合计与作答记录逐行相等。`);
  } else {
    console.error(`回想合计有${recall.faults.length}处不符（${recall.people}人，${recall.firsts}次首答）：`);
    list(recall.faults);
    console.error("回想合计可以用npm run ledger -- rebuild从作答记录重算。");
  }
  return points.faults.length + recall.faults.length === 0 ? 0 : 1;
}

const mendedText = (what: string, from: string, { people, mended }: { people: number; mended: number }): string =>
  mended === 0
    ? `${people}人的${what}本来就与${from}相等，没有改动。`
    : `已从${from}重算${people}人的${what}，改正${mended}行。`;

async function rebuild(): Promise<number> {
  console.log(mendedText("积分汇总", "流水", await rebuildTotals()));
  console.log(mendedText("回想合计", "作答记录", await rebuildRecallTotals()));
  return 0;
}

const COMMANDS: Record<string, () => Promise<number>> = { verify, rebuild };

const command = COMMANDS[process.argv[2] ?? ""];
if (command === undefined) {
  console.error(
    "用法：npm run ledger -- verify（核对积分汇总和回想合计）或npm run ledger -- rebuild（从流水和作答记录重算它们）",
  );
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
