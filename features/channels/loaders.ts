import "server-only";
import { gateMember } from "@/features/access/gates/page";
import { listOwnTurnedOff } from "./queries/own-channels";

export type ChannelsPage = { inboxOn: boolean };

/** 通知方式 of the person. */
export async function loadChannels(): Promise<ChannelsPage> {
  const { own } = await gateMember("/me/channels");
  const off = await listOwnTurnedOff(own);
  return { inboxOn: !off.has("inbox") };
}
