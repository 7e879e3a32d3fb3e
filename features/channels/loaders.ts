import "server-only";
import { gateMember } from "@/features/access/gates/page";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { findOwnEmail, listOwnTurnedOff, type OwnEmail } from "./queries/own-channels";

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
