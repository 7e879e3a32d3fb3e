import { formatFull } from "@/domain/calendar/labels";
import { TRANSFER_LABELS, type TransferKind } from "@/domain/people/transfer";

/** What people are told of a move. `who` is 你 for the person who moves. */
type Move = { who: string; kind: TransferKind; from: string | null; to: string; since: string };

const WHERE = "在“转接”里办。";

/** 王示例的组织关系从甲支部转到乙支部，2026年12月1日起 */
function moveInWords({ who, kind, from, to, since }: Move): string {
  const origin = from === null ? "" : `从${from}`;
  return `${who}的${TRANSFER_LABELS[kind]}${origin}转到${to}，${formatFull(since)}起`;
}

export const askedText = (move: Move): string => `有人申请：${moveInWords(move)}。双方同意以后生效，办好会告诉你。`;

export const assentText = (move: Move, side: string): string => `${moveInWords(move)}，等${side}同意。${WHERE}`;

export const doneText = (move: Move): string => `已办好：${moveInWords(move)}。`;

export const refusedText = (move: Move, note: string): string => `没有同意：${moveInWords(move)}。理由：${note}`;

/** Whoever asked need not say why; something else that was done to the person is named. */
export const withdrawnText = (move: Move, note: string): string =>
  `申请已撤回：${moveInWords(move)}。${note === "" ? "" : `理由：${note}`}`;

export const cancelledText = (move: Move, { note, isBack }: { note: string; isBack: boolean }): string =>
  `已取消：${moveInWords(move)}。${isBack && move.from !== null ? `还在${move.from}，没有变动。` : ""}理由：${note}`;
