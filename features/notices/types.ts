/** A word about the account, today's entry, a reminder of what is due, a channel that failed. */
export type NoticeKind = "notice" | "push" | "reminder" | "channel";

/** For `href` where there is nothing to open: the words are all there is to know, such as that a password was changed. */
export const SAYS_ALL = "";
