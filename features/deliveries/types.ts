import type { ChannelKind } from "@/domain/pushes/channels";
import type { NoticeKind } from "@/features/notices/types";
import type { Channel } from "@/lib/delivery/channel";

/** One message for some people, as whoever causes it writes it. */
export type NewMessage = {
  kind: NoticeKind;
  /** Names the message for good: the same key reaches the same person, and the same robot, once. */
  key: string;
  title: string;
  body: string;
  /** Path inside the product, such as `/daily/11-22`. */
  href: string;
  memberIds: readonly string[];
  /** Also to the groups of this branch. */
  branchId?: string;
  /** Outside of the product not before that; in the inbox at once. */
  notBefore?: Date;
  /** Not worth sending any more after that. */
  until?: Date;
  now: Date;
};

/** The ways that are open; one that is missing is out of order. */
export type Channels = Readonly<Partial<Record<ChannelKind, Channel>>>;
