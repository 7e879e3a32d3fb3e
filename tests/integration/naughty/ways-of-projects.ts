import type { OwnScope } from "@/features/access/types";
import { claimProject } from "@/features/projects/mutations/claim-project";
import { decideClaim } from "@/features/projects/mutations/decide-claim";
import { completeClaim, noteOnClaim } from "@/features/projects/mutations/own-claim";
import { findOwnClaim } from "@/features/projects/queries/claims";
import { claimView } from "@/features/projects/view";
import { returnProject } from "@/features/projects/mutations/moderate-project";
import { issueProjectLink, revokeProjectLink } from "@/features/projects/mutations/project-link";
import { proposeProject } from "@/features/projects/mutations/propose-project";
import { findProject } from "@/features/projects/queries/find-project";
import { listLinks } from "@/features/projects/queries/links";
import type { ContactForm, ProjectText } from "@/features/projects/types";
import { openText, randomToken } from "@/lib/crypto";
import { db } from "@/lib/db";
import { contactOn, propose, publish, TEXT } from "@/tests/factories/projects";
import { ACT, NOW, refused, ZONE, type Outcome, type Way } from "./scene";

/** What everybody reads of a project, and what one claimant reads of its contact: kept as it was written. */
async function proposed(
  text: Partial<ProjectText>,
  contact: Partial<ContactForm> = {},
): Promise<Outcome & { id: string }> {
  const made = await proposeProject({
    ...{ stationId: "s1", text: { ...TEXT, ...text }, contact: { ...contactOn(NOW), ...contact }, linkId: null },
    ...{ submissionKey: randomToken(), ...ACT },
  });
  if (made.ok) return { shown: "", id: made.projectId };
  return { ...refused(made.reason === "field" ? (made.faults[0]?.detail ?? "") : made.reason), id: "" };
}

const written = (field: "area" | "title" | "need" | "conditions"): Way => ({
  longest: { area: 20, title: 30, need: 500, conditions: 200 }[field],
  goes: async (text) => {
    const made = await proposed({ [field]: text });
    return { shown: (await findProject(ZONE, made.id))?.[field] ?? "not found" };
  },
});

export const [area, title, need, conditions] = [
  ...[written("area"), written("title"), written("need"), written("conditions")],
] as const;

const sealed = (field: "contactName" | "contactAddress" | "contactPhone", name: string, longest: number): Way => ({
  longest,
  ...(field === "contactPhone" ? { strict: true } : {}),
  goes: async (text) => {
    const made = await proposed({}, { [field]: text });
    if (!("shown" in made)) return made;
    const { cipher } = await db().projectContact.findUniqueOrThrow({ where: { projectId: made.id } });
    return { shown: (JSON.parse(openText(cipher)) as Record<string, string>)[name] ?? "not kept" };
  },
});

export const contactName = sealed("contactName", "name", 30);
export const contactAddress = sealed("contactAddress", "address", 100);
export const contactPhone = sealed("contactPhone", "phone", 30);

export const linkArea: Way = {
  goes: async (text) => {
    const linkId = (await issueProjectLink({ stationId: "s1", area: text, days: 30, ...ACT })) ?? "";
    const row = (await listLinks(ZONE, NOW)).find(({ id }) => id === linkId);
    await revokeProjectLink({ linkId, ...ACT });
    return { shown: row?.area ?? "not listed" };
  },
};

export const returned: Way = {
  goes: async (reason) => {
    const projectId = await propose("s1");
    const result = await returnProject({ projectId, version: 0, reason, ...ACT });
    return result.ok ? { shown: (await findProject(ZONE, projectId))?.reviewNote ?? "" } : refused(result.detail);
  },
};

/** A claim of anna's that the station approved. */
async function approved(): Promise<string> {
  const projectId = await publish("s1");
  const made = await claimProject({ projectId, claimant: { kind: "member", id: "anna" }, memberId: "anna", now: NOW });
  if (!made.ok) throw new Error(made.reason);
  await decideClaim({ claimId: made.claimId, act: "approve", words: "", ...ACT });
  return made.claimId;
}

const shownClaim = async (claimId: string) => {
  const claim = await findOwnClaim({ memberId: "anna" } as OwnScope, claimId, NOW);
  return claim && claimView(claim);
};

export const note: Way = {
  goes: async (text) => {
    const claimId = await approved();
    await noteOnClaim({ claimId, noteKey: "示例的键", text, now: NOW });
    return { shown: (await shownClaim(claimId))?.notes[0]?.text ?? "not shown" };
  },
};

export const completion: Way = {
  goes: async (text) => {
    const claimId = await approved();
    await completeClaim({ claimId, text, now: NOW });
    return { shown: (await shownClaim(claimId))?.completion ?? "not shown" };
  },
};

export const decision: Way = {
  // Within the whole schema; a claim that ends says why.
  longest: 200,
  goes: async (words) => {
    const claimId = await approved();
    await decideClaim({ claimId, act: "release", words, ...ACT });
    return { shown: (await shownClaim(claimId))?.reason ?? "not shown" };
  },
};
