import { z } from "zod";
import { ROLES } from "@/domain/access/types";
import { ENDING_REASONS } from "@/domain/people/ending";
import { STANDINGS } from "@/domain/people/standing";
import { TRANSFER_KINDS } from "@/domain/people/transfer";

const id = z.string().min(1).max(64);
const day = z.iso.date("请选择日期");
const reason = z.string().trim().min(1, "请写一句为什么").max(200, "最多200个字");
const name = z.string().trim().min(1, "请输入姓名").max(60, "最多60个字");
/** Whatever a filter of the address holds that is not a choice means: all. */
const choice = (values: readonly string[]) =>
  z
    .string()
    .refine((value) => values.includes(value))
    .catch("");

/** The filters of a list of people, as they stand in the address. */
export const peopleFilterSchema = z.object({
  q: z.string().trim().max(60).catch(""),
  stationId: z.string().max(64).catch(""),
  organisationId: z.string().max(64).catch(""),
  branchId: z.string().max(64).catch(""),
  standing: choice(STANDINGS),
  state: choice(["invited", "active", "inactive", "left"]),
  role: choice([...ROLES, "any", "none"]),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
});
export type PeopleFilter = z.infer<typeof peopleFilterSchema>;

export const editPersonSchema = z.object({
  memberId: id,
  version: z.coerce.number().int().min(0),
  name,
  standing: z.enum(STANDINGS, "请选择身份"),
  timeFactor: z.coerce.number().int().min(100, "请选择限时").max(300, "请选择限时"),
});

export const addLoginSchema = z.object({
  memberId: id,
  login: z.string().trim().min(1, "请输入手机号，或“组织短码-工号”").max(60),
});

export const removeLoginSchema = z.object({ memberId: id, loginId: id });

export const setStateSchema = z.object({ memberId: id, reason });

export const leaveZoneSchema = z.object({ memberId: id, on: day });

const ending = {
  on: day,
  reason: z.enum([...new Set(TRANSFER_KINDS.flatMap((kind) => Object.keys(ENDING_REASONS[kind])))], "请选择为什么结束"),
  note: z.string().trim().max(200, "最多200个字").default(""),
};

export const endStaySchema = z.object({
  memberId: id,
  kind: z.enum(TRANSFER_KINDS, "请选择结束什么"),
  stayId: id,
  ...ending,
});

/** A party worker has no page of the person, and names them by name and login together. */
export const endEmploymentSchema = z.object({
  name: z.string().trim().min(1, "请输入姓名").max(60),
  login: z.string().trim().min(1, "请输入手机号，或“组织短码-工号”").max(60),
  ...ending,
});

export const returnMemberSchema = z.object({
  memberId: id,
  organisationId: z.string().max(64).default(""),
  branchId: z.string().max(64).default(""),
  since: day,
  /** A new one; empty when the former ones hold. */
  login: z.string().trim().max(60).default(""),
});

export const addPersonSchema = z.object({
  name,
  standing: z.enum(STANDINGS, "请选择身份"),
  login: z.string().trim().min(1, "请输入手机号，或“组织短码-工号”").max(60),
  organisationId: z.string().max(64).default(""),
  branchId: z.string().max(64).default(""),
  since: day,
});
