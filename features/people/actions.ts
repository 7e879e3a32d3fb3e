"use server";

import { returnValidationErrors } from "next-safe-action";
import { refresh } from "next/cache";
import { can, grantsFor } from "@/domain/access/can";
import type { Actor, Resource, Role } from "@/domain/access/types";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { normaliseLogin } from "@/domain/people/login";
import { STANDING_LABELS, type Standing } from "@/domain/people/standing";
import { consoleAction } from "@/features/access/gates/action";
import { findBranchResource } from "@/features/branches/queries";
import { createInvitation } from "@/features/invitations/mutations";
import { createMember } from "@/features/members/mutations/create-member";
import { editMember } from "@/features/members/mutations/edit-member";
import { addFurtherLogin, freeLogin, removeLogin } from "@/features/members/mutations/further-login";
import { leaveZone } from "./mutations/leave-zone";
import { deactivateMember, restoreMember } from "@/features/members/mutations/set-state";
import { findDepartedByLogin, getLastMemberResource, getMemberResource } from "@/features/members/queries";
import { findOrganisationResource } from "@/features/organisations/queries";
import { findByNameAndLogin } from "@/features/transfers/queries/find-transfer";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { endStay } from "./mutations/end-stay";
import { returnMember } from "./mutations/return-member";
import { findLastingEmployment, findPlaceOfStay } from "./queries/find-stay";
import {
  addLoginSchema,
  addPersonSchema,
  editPersonSchema,
  endEmploymentSchema,
  endStaySchema,
  leaveZoneSchema,
  removeLoginSchema,
  returnMemberSchema,
  setStateSchema,
} from "./schema";
import { atPlace } from "./view";

const FORBIDDEN = "你没有做这件事的权限。";
const GONE = "这个人已经转出或不存在，没有变动。刷新页面再看。";

/** 改姓名、身份和限时. */
export const editPersonAction = consoleAction
  .metadata({ permission: "member.edit" })
  .inputSchema(editPersonSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    const result = await editMember({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok && result.reason === "left") throw new AppError("not-found", GONE);
    if (!result.ok) {
      const { name, standing, timeFactor } = result.now;
      const stands = `${name}，${STANDING_LABELS[standing as Standing]}，限时${timeFactor}%`;
      throw new AppError(
        "conflict",
        `这个人的资料刚才被别人改过，现在是：${stands}。你填的没有存，还在这一页；刷新页面看过再改。`,
      );
    }
    refresh();
    return { done: true };
  });

export const addLoginAction = consoleAction
  .metadata({ permission: "member.edit" })
  .inputSchema(addLoginSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    const result = await addFurtherLogin({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) return returnValidationErrors(addLoginSchema, { login: { _errors: [result.detail] } });
    refresh();
    return { done: true };
  });

export const removeLoginAction = consoleAction
  .metadata({ permission: "member.edit" })
  .inputSchema(removeLoginSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    const result = await removeLogin({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    refresh();
    return { done: true };
  });

/** 去掉 a login of somebody who left, whose number somebody else has now. */
export const freeLoginAction = consoleAction
  .metadata({ permission: "member.return" })
  .inputSchema(removeLoginSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getLastMemberResource(parsedInput.memberId, ctx.now));
    const result = await freeLogin({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    refresh();
    return { done: true };
  });

/** 停用: takes effect at once. */
export const deactivateAction = consoleAction
  .metadata({ permission: "member.set-state" })
  .inputSchema(setStateSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    const result = await deactivateMember({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    refresh();
    return { done: true };
  });

export const restoreMemberAction = consoleAction
  .metadata({ permission: "member.set-state" })
  .inputSchema(setStateSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    const result = await restoreMember({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    refresh();
    return { done: true };
  });

/** 转出. The last day may have passed already; a day to come is for a transfer. */
export const leaveZoneAction = consoleAction
  .metadata({ permission: "member.leave-zone" })
  .inputSchema(leaveZoneSchema)
  .action(async ({ parsedInput, ctx }) => {
    ctx.authorise(await getMemberResource(parsedInput.memberId, ctx.now));
    if (parsedInput.on > businessDateOf(ctx.now)) {
      const fault = "最后一天不能晚于今天：转出当时生效。还没到日子的，到了那天再办。";
      return returnValidationErrors(leaveZoneSchema, { on: { _errors: [fault] } });
    }
    const result = await leaveZone({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) throw new AppError("conflict", result.detail);
    refresh();
    return { done: true };
  });

/** 结束 of 工作关系 or 组织关系 without another place: by whoever answers for the place of the relation. */
export const endStayAction = consoleAction
  .metadata({ permission: "member.end-stay" })
  .inputSchema(endStaySchema)
  .action(async ({ parsedInput, ctx }) => {
    const place = await findPlaceOfStay(parsedInput);
    if (place === null) throw new AppError("forbidden", FORBIDDEN);
    ctx.authorise(atPlace(await getMemberResource(parsedInput.memberId, ctx.now), place));
    const result = await endStay({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok && result.field === "stayId") throw new AppError("conflict", result.detail);
    if (!result.ok) return returnValidationErrors(endStaySchema, { [result.field]: { _errors: [result.detail] } });
    refresh();
    return { done: true };
  });

const NOT_HERE = "没有找到姓名和登录名都对得上的本单位职工，没有办。请核对这两项；已经结束或转走的，不用再办。";
const IN_OFFICE = "这位同志现在担任职责，没有办。请工委来办。";

/** 结束工作关系 by name and login: by the organisation itself, which knows first that somebody left and has no page of them. */
export const endEmploymentAction = consoleAction
  .metadata({ permission: "member.end-stay" })
  .inputSchema(endEmploymentSchema)
  .action(async ({ parsedInput, ctx }) => {
    if (grantsFor(ctx.actor, "member.end-stay").length === 0) throw new AppError("forbidden", FORBIDDEN);
    const { name, login, ...ending } = parsedInput;
    const refused = (detail: string) => returnValidationErrors(endEmploymentSchema, { login: { _errors: [detail] } });
    const memberId = await findByNameAndLogin(name, login);
    const stayId = memberId === null ? null : await findLastingEmployment(memberId, businessDateOf(ctx.now));
    if (memberId === null || stayId === null) return refused(NOT_HERE);
    const stay = { memberId, kind: "employment", stayId } as const;
    const place = await findPlaceOfStay(stay);
    const person = await getMemberResource(memberId, ctx.now);
    const mayEnd = (roles: readonly Role[]) =>
      place !== null && can(ctx.actor, "member.end-stay", atPlace({ ...person, roles }, place));
    // Somebody of another organisation is told like somebody unknown.
    if (!mayEnd([])) return refused(NOT_HERE);
    if (!mayEnd(person.roles)) return refused(IN_OFFICE);
    const result = await endStay({ ...stay, ...ending, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok && result.field === "stayId") throw new AppError("conflict", result.detail);
    if (!result.ok)
      return returnValidationErrors(endEmploymentSchema, { [result.field]: { _errors: [result.detail] } });
    refresh();
    return { words: `办好了，${name}的工作关系到${formatFull(ending.on)}结束。` };
  });

const NOT_YET = "日期不能晚于今天";

/** 转入: the account of somebody who left, in its new places, and an invitation, whose link is shown once. */
export const returnMemberAction = consoleAction
  .metadata({ permission: "member.return" })
  .inputSchema(returnMemberSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { memberId, since, login } = parsedInput;
    ctx.authorise(await getLastMemberResource(memberId, ctx.now));
    for (const place of await placesOf(parsedInput)) ctx.authorise(place);
    if (since > businessDateOf(ctx.now)) {
      return returnValidationErrors(returnMemberSchema, { since: { _errors: [NOT_YET] } });
    }
    const actorId = ctx.session.memberId;
    const result = await returnMember({
      ...{ memberId, since, login, actorId, now: ctx.now },
      ...{ organisationId: parsedInput.organisationId || null, branchId: parsedInput.branchId || null },
    });
    if (!result.ok && result.field === "memberId") throw new AppError("conflict", result.detail);
    if (!result.ok) return returnValidationErrors(returnMemberSchema, { [result.field]: { _errors: [result.detail] } });
    const { token } = await createInvitation({ memberId, actorId, now: ctx.now });
    return { link: `${env().PUBLIC_URL}/invite/${token}` };
  });

/** 登记新人: where they work and belong, and an invitation, whose link is shown once. */
export const addPersonAction = consoleAction
  .metadata({ permission: "member.create" })
  .inputSchema(addPersonSchema)
  .action(async ({ parsedInput, ctx }) => {
    for (const place of await placesOf(parsedInput)) ctx.authorise(place);
    const { name, standing, login, since } = parsedInput;
    if (since > businessDateOf(ctx.now)) {
      return returnValidationErrors(addPersonSchema, { since: { _errors: [NOT_YET] } });
    }
    const actorId = ctx.session.memberId;
    const made = await createMember({
      ...{ name, standing, login, since, roles: [], actorId, now: ctx.now },
      ...{ organisationId: parsedInput.organisationId || null, branchId: parsedInput.branchId || null },
    });
    if (!made.ok) {
      const departed = made.field === "login" ? await findReturning(ctx.actor, login, ctx.now) : null;
      if (departed) return { ...departed, link: null };
      const field = made.field === "role" ? "login" : made.field;
      return returnValidationErrors(addPersonSchema, { [field]: { _errors: [made.detail] } });
    }
    const { memberId } = made;
    const { token } = await createInvitation({ memberId, actorId, now: ctx.now });
    return { name, login: normaliseLogin(login), link: `${env().PUBLIC_URL}/invite/${token}`, memberId };
  });

/** Whoever left with this login, for those who may take them back. */
async function findReturning(actor: Actor, login: string, now: Date) {
  const departed = await findDepartedByLogin(login);
  if (!departed || !can(actor, "member.return", await getLastMemberResource(departed.memberId, now))) return null;
  return { ...departed, login: normaliseLogin(login) };
}

/** Every place of the person must lie in the actor's scope; without any it is the zone's business. */
async function placesOf(input: { branchId: string; organisationId: string }): Promise<Resource[]> {
  const places: (Resource | null)[] = [];
  if (input.branchId) places.push(await findBranchResource(input.branchId));
  if (input.organisationId) places.push(await findOrganisationResource(input.organisationId));
  if (places.length === 0) return [{ kind: "zone" }];
  return places.map((place) => {
    if (place) return place;
    throw new AppError("not-found", "选的支部或单位已经不在了，请刷新页面重新选择，没有登记。");
  });
}
