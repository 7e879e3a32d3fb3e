import type { Standing } from "@/domain/people/standing";

/** What a file holds. */
export const IMPORT_KIND_LABELS = Object.freeze({
  organisations: "两新组织",
  members: "人员",
  questions: "题目",
  projects: "志愿项目",
  duties: "责任",
});
export type ImportKind = keyof typeof IMPORT_KIND_LABELS;

/**
 * Words people write in columns with a fixed choice. `党员` alone is a full member, as on the official forms, where the
 * probationary one is always called 预备党员.
 *
 * Example: 中共预备党员 is probationary; 民办非企业单位 is a social organisation.
 */
const STANDING_WORDS: Readonly<Record<string, Standing>> = {
  正式党员: "full",
  正式: "full",
  党员: "full",
  中共党员: "full",
  中共正式党员: "full",
  预备党员: "probationary",
  预备: "probationary",
  中共预备党员: "probationary",
  入党申请人: "applicant",
  申请人: "applicant",
  入党积极分子: "applicant",
  积极分子: "applicant",
  发展对象: "applicant",
  职工: "employee",
  员工: "employee",
  群众: "employee",
  共青团员: "employee",
  团员: "employee",
};

const KIND_WORDS: Readonly<Record<string, OrganisationKind>> = {
  企业: "enterprise",
  非公企业: "enterprise",
  非公有制企业: "enterprise",
  民营企业: "enterprise",
  私营企业: "enterprise",
  新经济组织: "enterprise",
  社会组织: "social",
  新社会组织: "social",
  社会团体: "social",
  社团: "social",
  基金会: "social",
  民办非企业: "social",
  民办非企业单位: "social",
  社会服务机构: "social",
};

export type OrganisationKind = "enterprise" | "social";

export const KIND_LABELS: Readonly<Record<OrganisationKind, string>> = { enterprise: "企业", social: "社会组织" };

function bare(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}]|\([^)]*\)/gu, "");
}

function lookUp<T>(words: Readonly<Record<string, T>>, text: string): T | null {
  const word = bare(text);
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

/** Null for a word that is none of them. */
export function parseStanding(text: string): Standing | null {
  return lookUp(STANDING_WORDS, text);
}

/** Null for a word that is none of them. */
export function parseKind(text: string): OrganisationKind | null {
  return lookUp(KIND_WORDS, text);
}
