import { z } from "zod";
import { STANDINGS } from "@/domain/people/standing";

const name = (missing: string) => z.string().trim().min(1, missing).max(60, "最多60个字");
/** An id from a select; empty when nothing is chosen. */
const choice = z.string().max(64).default("");
const login = z.string().trim().min(1, "请输入手机号，或“组织短码-工号”").max(60);

export const nameAdministratorSchema = z.object({
  name: name("请输入你的姓名"),
  login: z.string().trim().max(60).default(""),
});

export const nameCommitteeMemberSchema = z.object({
  name: name("请输入姓名"),
  login,
  /** Empty for the whole zone. */
  stationId: choice,
});

const MAX_STATIONS = 50;

export const createStationsSchema = z.object({
  /** One name a line, the central station first. */
  names: z
    .string()
    .max(4000)
    .transform((text) => text.split(/\r?\n/u).map((line) => line.trim()))
    .transform((lines) => lines.filter((line) => line !== ""))
    .pipe(z.array(z.string().max(60, "站名最多60个字")).min(1, "请至少写一个站名").max(MAX_STATIONS, "一次最多50个")),
});

export const createOrganisationSchema = z.object({
  kind: z.enum(["enterprise", "social"], "请选择类型"),
  name: name("请输入组织名称"),
  shortCode: z.string().trim().min(1, "请输入组织短码").max(20),
  stationId: z.string().min(1, "请选择工作站").max(64),
});

export const createBranchSchema = z
  .object({
    name: name("请输入支部名称"),
    /** Empty for a joint branch. */
    hostOrganisationId: choice,
    stationId: choice,
  })
  .refine((branch) => branch.hostOrganisationId !== "" || branch.stationId !== "", {
    path: ["stationId"],
    error: "联合支部要选一个工作站",
  });

/** The roles that may be given with the account; each over the place chosen in the same form. */
const OFFICER_ROLES = ["study-officer", "branch-secretary", "party-worker"] as const;

export const createMemberSchema = z.object({
  name: name("请输入姓名"),
  standing: z.enum(STANDINGS, "请选择身份"),
  login,
  organisationId: choice,
  branchId: choice,
  role: z.enum(["", ...OFFICER_ROLES]).default(""),
});
export type CreateMemberInput = z.infer<typeof createMemberSchema>;
