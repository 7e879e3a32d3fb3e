import { z } from "zod";
import { ROLES, type ScopeKind } from "@/domain/access/types";

const id = z.string().min(1).max(64);
const day = z.iso.date("请选择日期");
/** A term may have no end. */
const lastDay = z.union([z.literal(""), day]).transform((value) => value || null);

const SCOPE = /^(?:(zone):|(station|organisation|branch):(.{1,64}))$/;

export const grantRoleSchema = z.object({
  memberId: id,
  role: z.enum(ROLES, "请选择职责"),
  /** `branch:<id>`, `zone:` … as the choice of places writes it. */
  scope: z
    .string()
    .regex(SCOPE, "请选择管哪里")
    .transform((text) => {
      const [kind = "", scopeId = ""] = text.split(":");
      return { scopeKind: kind as ScopeKind, scopeId };
    }),
  since: day,
  until: lastDay,
});

export const grantIdSchema = z.object({ grantId: id });

export const renewRoleSchema = z.object({ grantId: id, until: lastDay });
