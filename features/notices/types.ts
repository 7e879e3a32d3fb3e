/** A word about the account, today's entry, a reminder of what is due, a channel that failed. */
export type NoticeKind = "notice" | "push" | "reminder" | "channel";
