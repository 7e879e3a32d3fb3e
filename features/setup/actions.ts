"use server";

import { returnValidationErrors } from "next-safe-action";
import { can } from "@/domain/access/can";
import type { Actor, Resource } from "@/domain/access/types";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { normaliseLogin } from "@/domain/people/login";
import { consoleAction } from "@/features/access/gates/action";
import { createBranch } from "@/features/branches/mutations/create-branch";
import { findBranchResource } from "@/features/branches/queries";
import { createInvitation } from "@/features/invitations/mutations";
import { createMember } from "@/features/members/mutations/create-member";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { nameMember } from "@/features/members/mutations/name-member";
import { createOrganisation } from "@/features/organisations/mutations/create-organisation";
import { findOrganisationResource } from "@/features/organisations/queries";
import { createStation } from "@/features/stations/mutations";
import { listStations } from "@/features/stations/queries";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import {
  createBranchSchema,
  createMemberSchema,
  createOrganisationSchema,
  createStationsSchema,
  nameAdministratorSchema,
  nameCommitteeMemberSchema,
  type CreateMemberInput,
} from "./schema";

// The page is not made anew by these: the form, and with it a link that is shown once, would give way to the next step.

/** 填上自己的姓名: the first administrator was made without one. */
export const nameAdministratorAction = consoleAction
  .metadata({ permission: "setup.checklist" })
  .inputSchema(nameAdministratorSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "zone" });
    const { memberId } = ctx.session;
    const result = await nameMember({ ...parsedInput, memberId, actorId: memberId, now: ctx.now });
    if (!result.ok) return returnValidationErrors(nameAdministratorSchema, { login: { _errors: [result.detail] } });
    return { done: true };
  });

/** 任命工委工作人员: a person, the role over the zone or one station, and an invitation, whose link is shown once. */
export const nameCommitteeMemberAction = consoleAction
  .metadata({ permission: "role.grant-committee" })
  .inputSchema(nameCommitteeMemberSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { stationId, name, login } = parsedInput;
    const scopeKind = stationId === "" ? "zone" : "station";
    ctx.authorise(stationId === "" ? { kind: "zone" } : { kind: "station", stationId });
    const actorId = ctx.session.memberId;
    const made = await createMember({
      ...{ name, login, standing: "full", organisationId: null, branchId: null, actorId, now: ctx.now },
      roles: [{ role: "committee", scopeKind, scopeId: stationId }],
      since: businessDateOf(ctx.now),
    });
    if (!made.ok) {
      const field = made.field === "role" ? "stationId" : "login";
      return returnValidationErrors(nameCommitteeMemberSchema, { [field]: { _errors: [made.detail] } });
    }
    return invited({ memberId: made.memberId, name, login, actorId, now: ctx.now });
  });

/** 建立工作站: one name a line; what stands already is left as it is and told. */
export const createStationsAction = consoleAction
  .metadata({ permission: "station.create" })
  .inputSchema(createStationsSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "zone" });
    const first = (await listStations()).length;
    const faults: string[] = [];
    for (const [index, name] of parsedInput.names.entries()) {
      const sort = first + index;
      const result = await createStation({ name, sort, actorId: ctx.session.memberId, now: ctx.now });
      if (!result.ok) faults.push(result.detail);
    }
    const made = parsedInput.names.length - faults.length;
    if (made === 0) return returnValidationErrors(createStationsSchema, { names: { _errors: [faults.join("")] } });
    return { made, note: faults.join("") };
  });

/** 登记两新组织. */
export const createOrganisationAction = consoleAction
  .metadata({ permission: "organisation.create" })
  .inputSchema(createOrganisationSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise({ kind: "station", stationId: parsedInput.stationId });
    const result = await createOrganisation({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      return returnValidationErrors(createOrganisationSchema, { [result.field]: { _errors: [result.detail] } });
    }
    return { name: parsedInput.name };
  });

/** 建立支部: hosted by an organisation, or joint at a station. */
export const createBranchAction = consoleAction
  .metadata({ permission: "branch.create" })
  .inputSchema(createBranchSchema)
  .action(async ({ parsedInput, ctx }) => {
    const host = parsedInput.hostOrganisationId || null;
    const hostPlace = host ? await findOrganisationResource(host) : null;
    const stationId = hostPlace?.stationId ?? parsedInput.stationId;
    ctx.authorise({ kind: "station", stationId });
    const result = await createBranch({
      ...{ name: parsedInput.name, hostOrganisationId: host, stationId },
      ...{ actorId: ctx.session.memberId, now: ctx.now },
    });
    if (!result.ok) {
      return returnValidationErrors(createBranchSchema, { [result.field]: { _errors: [result.detail] } });
    }
    return { name: parsedInput.name };
  });

/** 登记党员: where they work and belong, a role over that place if chosen, and an invitation. */
export const createMemberAction = consoleAction
  .metadata({ permission: "member.create" })
  .inputSchema(createMemberSchema)
  .action(async ({ parsedInput, ctx }) => {
    const place = await placeOf(parsedInput);
    ctx.authorise(place.resource);
    const roles = rolesOf(parsedInput);
    if (roles === null || (roles.length > 0 && !mayGrant(ctx.actor, place.ofRole))) {
      const fault = "学习委员和支部书记要选支部，党务工作者要选组织。";
      return returnValidationErrors(createMemberSchema, { role: { _errors: [fault] } });
    }
    const actorId = ctx.session.memberId;
    const made = await createMember({
      ...{ name: parsedInput.name, standing: parsedInput.standing, login: parsedInput.login, roles, actorId },
      ...{ organisationId: parsedInput.organisationId || null, branchId: parsedInput.branchId || null },
      ...{ since: businessDateOf(ctx.now), now: ctx.now },
    });
    if (!made.ok) return returnValidationErrors(createMemberSchema, { [made.field]: { _errors: [made.detail] } });
    const { name, login } = parsedInput;
    return invited({ memberId: made.memberId, name, login, actorId, now: ctx.now });
  });

function rolesOf({ role, branchId, organisationId }: CreateMemberInput): RoleScope[] | null {
  if (role === "") return [];
  const scopeKind = role === "party-worker" ? "organisation" : "branch";
  const scopeId = role === "party-worker" ? organisationId : branchId;
  return scopeId === "" ? null : [{ role, scopeKind, scopeId }];
}

/** The place that decides whether the person may be made, and the one that decides about the role. */
async function placeOf(input: CreateMemberInput): Promise<{ resource: Resource; ofRole: Resource | null }> {
  const branch = input.branchId ? await findBranchResource(input.branchId) : null;
  const organisation = input.organisationId ? await findOrganisationResource(input.organisationId) : null;
  if ((input.branchId && !branch) || (input.organisationId && !organisation)) {
    throw new AppError("not-found", "选的支部或组织已经不在了，请刷新页面重新选择，没有建立账号。");
  }
  return {
    resource: branch ?? organisation ?? { kind: "zone" },
    ofRole: input.role === "party-worker" ? organisation : branch,
  };
}

function mayGrant(actor: Actor, place: Resource | null): boolean {
  return place !== null && can(actor, "role.grant-officer", place);
}

type Invited = { memberId: string; name: string; login: string; actorId: string; now: Date };

async function invited({ name, login, ...input }: Invited) {
  const { token } = await createInvitation(input);
  return { name, login: normaliseLogin(login), link: `${env().PUBLIC_URL}/invite/${token}` };
}
