import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { formatDay } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateMember } from "@/features/access/gates/page";
import { currentSession } from "@/features/access/gates/session";
import type { OwnScope } from "@/features/access/types";
import { now } from "@/lib/clock";
import { findBoardProject, listAreas, listBoard } from "../queries/board";
import { listClaimants, type ClaimantChoice } from "../queries/claimants";
import { listOwnClaims } from "../queries/claims";
import { boardFilterSchema, type BoardFilter, type ClaimReply } from "../schema";
import type { BoardProject } from "../types";
import { claimView } from "../view";

type Params = Promise<Record<string, string | string[] | undefined>>;

export type Board = {
  filter: BoardFilter;
  areas: string[];
  total: number;
  page: number;
  pages: number;
  rows: BoardProject[];
};

/** 志愿: the board, for everybody. */
export async function loadBoard(params: Params): Promise<Board> {
  const filter = boardFilterSchema.parse(await params);
  return { filter, areas: await listAreas(), ...(await listBoard(filter)) };
}

/** One project; asked for by the page and by what a link to it shows. */
export const loadBoardProject = cache(async (id: string): Promise<BoardProject> => {
  const project = await findBoardProject(id);
  if (project === null) notFound();
  return project;
});

export type OwnPart = { claimants: ClaimantChoice[]; claims: ClaimReply[] } | null;

/** In whose names the reader may claim, and what they have claimed here; null for whoever has not signed in. */
export async function loadOwnPart(projectId: string): Promise<OwnPart> {
  const session = await currentSession();
  if (!session) return null;
  const own = { memberId: session.memberId } as OwnScope;
  const [claimants, claims] = await Promise.all([listClaimants(own, now()), listOwnClaims(own, now())]);
  return { claimants, claims: claims.filter((claim) => claim.projectId === projectId).map(claimView) };
}

/** 我的认领. */
export async function loadOwnClaims(): Promise<ClaimReply[]> {
  const { own } = await gateMember("/me/claims");
  return (await listOwnClaims(own, now())).map(claimView);
}

export const dayOf = (at: Date | null): string => (at === null ? "" : formatDay(businessDateOf(at)));
