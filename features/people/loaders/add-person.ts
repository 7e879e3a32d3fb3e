import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { now } from "@/lib/clock";
import { listPlaceChoices, type PlaceChoices } from "../queries/list-places";

export type NewPersonPage = { who: string; place: string; places: PlaceChoices; today: string; mayBeNowhere: boolean };

/** 登记新人: for those who build the zone or the station; instructors only read. */
export async function loadNewPerson(): Promise<NewPersonPage> {
  const { session, scope, actor, grant } = await gateCommittee("/committee/people/new");
  const { stationId } = scope;
  const mayBeNowhere = stationId === null;
  if (!can(actor, "member.create", mayBeNowhere ? { kind: "zone" } : { kind: "station", stationId })) notFound();
  const [frame, places] = await Promise.all([findFrame(session.memberId, grant), listPlaceChoices(scope)]);
  return { ...frame, places, today: businessDateOf(now()), mayBeNowhere };
}
