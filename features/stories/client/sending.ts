import type { SavedReply, StandingDraft, StoryDraft } from "../schema";

export type Sent =
  | { kind: "saved"; saved: SavedReply }
  | { kind: "changed"; standing: StandingDraft }
  /** `offline` and `busy` are worth another try by themselves. */
  | { kind: "offline" | "busy" | "signed-out" | "refused"; detail: string };

type Problem = { detail?: string; standing?: StandingDraft; errors?: { detail: string }[] };

/** Sends a draft; never throws. */
export async function sendStory(storyId: string, version: number, draft: StoryDraft): Promise<Sent> {
  try {
    const reply = await fetch(`/api/v1/stories/${storyId}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ version, ...draft }),
    });
    if (reply.ok) return { kind: "saved", saved: (await reply.json()) as SavedReply };
    const problem = (await reply.json().catch(() => ({}))) as Problem;
    const detail = problem.errors?.[0]?.detail ?? problem.detail ?? "服务器这会儿没能处理。";
    if (reply.status === 401) return { kind: "signed-out", detail: "登录已失效" };
    if (reply.status === 409 && problem.standing) return { kind: "changed", standing: problem.standing };
    return { kind: reply.status >= 500 || reply.status === 429 ? "busy" : "refused", detail };
  } catch {
    return { kind: "offline", detail: "现在没有网" };
  }
}
