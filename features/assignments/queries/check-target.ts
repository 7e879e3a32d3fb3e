import { businessDateOf } from "@/domain/calendar/shanghai";
import { findQuiz } from "@/features/quizzes/queries";
import type { Tx } from "@/lib/db";
import type { Target } from "../types";

export type CheckedTarget =
  { readonly ok: true; readonly title: string } | { readonly ok: false; readonly detail: string };

/** Whether one thing may be assigned until `dueOn`, and its title as it stands now. */
export async function checkTarget(tx: Tx, target: Target, dueOn: string): Promise<CheckedTarget> {
  return target.kind === "quiz" ? checkQuiz(target.id, dueOn) : checkContent(tx, target);
}

async function checkContent(tx: Tx, { kind, id }: Target): Promise<CheckedTarget> {
  const item = await tx.contentItem.findUnique({
    where: { id },
    select: { kind: true, title: true, recall: true, retiredAt: true },
  });
  if (item?.kind !== kind) return { ok: false, detail: "选的内容里有一项不在了，请刷新页面重新选择。" };
  const name = `《${item.title}》`;
  if (item.retiredAt !== null) return { ok: false, detail: `${name}已经停用，不能派发。` };
  const down = await tx.takedown.count({ where: { targetKind: kind, targetId: id, liftedAt: null } });
  if (down > 0) return { ok: false, detail: `${name}已经撤下，正在核对，不能派发。` };
  if (item.recall === "[]") return { ok: false, detail: `${name}没有回想题，答不了，不能派发。` };
  return { ok: true, title: item.title };
}

async function checkQuiz(id: string, dueOn: string): Promise<CheckedTarget> {
  const quiz = await findQuiz(id);
  if (!quiz || quiz.state !== "released") return { ok: false, detail: "选的测验里有一份不在了，请刷新页面重新选择。" };
  const { title, opensAt, closesAt } = quiz;
  if (businessDateOf(opensAt) > dueOn) return { ok: false, detail: `“${title}”到完成日期时还没有开始，不能派发。` };
  if (closesAt !== null && businessDateOf(closesAt) < dueOn) {
    return { ok: false, detail: `“${title}”在完成日期以前就结束了，请把完成日期提前。` };
  }
  return { ok: true, title };
}
