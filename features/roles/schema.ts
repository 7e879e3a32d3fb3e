import { z } from "zod";
import { ROLES } from "@/domain/access/types";

const id = z.string().min(1).max(64);
const day = z.iso.date("请选择日期");
/** A term may have no end. */
const lastDay = z.union([z.literal(""), day]).transform((value) => value || null);

/** `other-branch:` and `other-organisation:` are named by hand in `other`. */
const SCOPE = /^(?:zone:|other-(?:organisation|branch):|(?:station|organisation|branch):.{1,64})$/;

export const grantRoleSchema = z.object({
  memberId: id,
  role: z.enum(ROLES, "请选择职责"),
  /** `branch:<id>`, `zone:` … as the choice of places writes it. */
  scope: z.string().regex(SCOPE, "请选择管哪里"),
  other: z.string().trim().max(120).default(""),
  since: day,
  until: lastDay,
});

export const grantIdSchema = z.object({ grantId: id });

export const renewRoleSchema = z.object({ grantId: id, until: lastDay });
