import type { PictureReply, SavedReply, StandingDraft, StoryDraft } from "../schema";

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

/** A picture that was sent up for the story, whether it stands in the text or not. */
export type ShelfPicture = Pick<PictureReply, "number" | "small">;

const MOST_BYTES = 10 * 1024 * 1024;

/** Sends a picture up; never throws. */
export async function sendPicture(
  storyId: string,
  file: File,
): Promise<{ picture: PictureReply } | { refused: string }> {
  if (file.size > MOST_BYTES) return { refused: "这张图超过10MB，没有传。请在手机相册里缩小，或截屏再传。" };
  const form = new FormData();
  form.set("file", file);
  try {
    const reply = await fetch(`/api/v1/stories/${storyId}/images`, { method: "POST", body: form });
    if (reply.ok) return { picture: (await reply.json()) as PictureReply };
    if (reply.status === 401) return { refused: "登录已失效，图片没有传上，文字都在。请另开一页登录，再传一次。" };
    const problem = (await reply.json().catch(() => ({}))) as Problem;
    return { refused: problem.detail ?? "服务器这会儿没能处理，图片没有传上，文字都在。" };
  } catch {
    return { refused: "现在没有网，图片没有传上，文字都在。连上网再传一次。" };
  }
}
