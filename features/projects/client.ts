import type { ClaimReply } from "./schema";

/** What became of a request: the reply, or a Chinese sentence why not. */
type Sent<Reply> = { reply: Reply } | { refused: string };

export type Contact = { kind: "person" | "station"; station: string; name: string; address: string; phone: string };

async function send<Reply>(method: "POST" | "PUT" | "DELETE", path: string, body?: object): Promise<Sent<Reply>> {
  try {
    const reply = await fetch(`/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (reply.status === 401) return { refused: "登录已失效，请重新登录后再点一次，写的还在这一页。" };
    const answer = (await reply.json()) as Reply & { detail?: string; errors?: { detail: string }[] };
    if (reply.ok) return { reply: answer };
    return { refused: answer.errors?.[0]?.detail ?? answer.detail ?? "服务器这会儿没能处理，请过一会儿再点一次。" };
  } catch {
    return { refused: "现在没有网，没有送到，写的还在这一页，连上网后再点一次。" };
  }
}

export const claim = (projectId: string, as: string, placeId: string): Promise<Sent<ClaimReply>> =>
  send("POST", `/projects/${projectId}/claims`, { as, placeId });

export const giveBack = (claimId: string): Promise<Sent<ClaimReply>> => send("DELETE", `/claims/${claimId}`);

export const complete = (claimId: string, text: string): Promise<Sent<ClaimReply>> =>
  send("PUT", `/claims/${claimId}/completion`, { text });

export type SentNote = { key: string; text: string };

/** What is sent again after a lost reply is the same note; other words are a note of their own. */
export const noteToSend = (last: SentNote | null, text: string): SentNote =>
  last !== null && last.text === text.trim() ? last : { key: newKey(), text: text.trim() };

/** The key is the note's own: see `noteToSend`. */
export const addNote = (claimId: string, noteKey: string, text: string): Promise<Sent<ClaimReply>> =>
  send("POST", `/claims/${claimId}/notes`, { noteKey, text });

export const look = (claimId: string): Promise<Sent<Contact>> => send("POST", `/claims/${claimId}/contact`);

/** Random, also on plain http. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
