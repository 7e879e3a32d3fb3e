import { loadUnread } from "../loaders";

/** 消息2 at the end of the bar of a personal page; nothing when nothing waits. */
export async function InboxMark() {
  const unread = await loadUnread();
  return unread === 0 ? null : (
    <a className="icon-btn with-text" href="/inbox">
      消息{unread}
    </a>
  );
}
