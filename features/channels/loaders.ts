import "server-only";
import { gateBranch, gateMember } from "@/features/access/gates/page";
import { now } from "@/lib/clock";
import { vapidKeys } from "@/lib/delivery/vapid";
import { env } from "@/lib/env";
import { findOwnEmail, listOwnBrowsers, listOwnTurnedOff, type OwnEmail } from "./queries/own-channels";
import { listRobots, listStoppedRobots, type RobotRow } from "./queries/robots";

export type ChannelsPage = {
  inboxOn: boolean;
  /** Null where the installation sends no mail. */
  email: { own: OwnEmail | null; isOn: boolean } | null;
  /** What a browser needs to ask for notifications, and to know itself again. */
  browsers: { publicKey: string; hashes: string[]; isOn: boolean };
};

/** 通知方式 of the person. */
export async function loadChannels(): Promise<ChannelsPage> {
  const { own } = await gateMember("/me/channels");
  const [off, email, hashes] = await Promise.all([
    listOwnTurnedOff(own),
    findOwnEmail(own, now()),
    listOwnBrowsers(own),
  ]);
  return {
    inboxOn: !off.has("inbox"),
    email: env().MAIL === null ? null : { own: email, isOn: !off.has("email") },
    browsers: { publicKey: vapidKeys().publicKey, hashes, isOn: !off.has("web-push") },
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
