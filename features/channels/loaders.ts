import "server-only";
import { gateBranch, gateMember } from "@/features/access/gates/page";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { findOwnEmail, listOwnTurnedOff, type OwnEmail } from "./queries/own-channels";
import { listRobots, listStoppedRobots, type RobotRow } from "./queries/robots";

export type ChannelsPage = {
  inboxOn: boolean;
  /** Null where the installation sends no mail. */
  email: { own: OwnEmail | null; isOn: boolean } | null;
};

/** 通知方式 of the person. */
export async function loadChannels(): Promise<ChannelsPage> {
  const { own } = await gateMember("/me/channels");
  const [off, email] = await Promise.all([listOwnTurnedOff(own), findOwnEmail(own, now())]);
  return {
    inboxOn: !off.has("inbox"),
    email: env().MAIL === null ? null : { own: email, isOn: !off.has("email") },
  };
}

/** The robots of the branch in use at the console. */
export async function loadRobots(): Promise<RobotRow[]> {
  const { scope } = await gateBranch("/branch/push");
  return listRobots(scope);
}

/** Names of those that were switched off. */
export async function loadStoppedRobots(): Promise<string[]> {
  const { scope } = await gateBranch("/branch");
  return listStoppedRobots(scope);
}
