import { z } from "zod";
import { TRANSFER_KINDS } from "@/domain/people/transfer";

const id = z.string().min(1).max(64);
const workNumber = z.string().trim().max(40).default("");
const reason = z.string().trim().max(200, "最多200个字").default("");

const move = {
  kind: z.enum(TRANSFER_KINDS, "请选择转什么"),
  /** The name of the place as typed: a list of all would show everybody the whole zone. */
  to: z.string().trim().min(1, "请写转到哪里").max(120),
  since: z.iso.date("请选择日期"),
  reason,
};

export const requestTransferSchema = z.object({
  ...move,
  memberId: id,
  workNumber,
  /** Ticked: the committee decides for both sides at once. */
  decide: z.string().max(10).default(""),
});

/** Somebody from elsewhere is named by name and login together, so that nobody reads another branch's list. */
export const requestByLoginSchema = z.object({
  ...move,
  name: z.string().trim().min(1, "请输入姓名").max(60),
  login: z.string().trim().min(1, "请输入手机号，或“组织短码-工号”").max(60),
  workNumber,
});

export const requestOwnTransferSchema = z.object(move);

export const assentTransferSchema = z.object({ transferId: id, workNumber });

const reasoned = {
  transferId: id,
  reason: z.string().trim().min(1, "请写一句为什么").max(200, "最多200个字"),
};

export const refuseTransferSchema = z.object(reasoned);

export const cancelTransferSchema = z.object(reasoned);

export const withdrawTransferSchema = z.object({ transferId: id });
