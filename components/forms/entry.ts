/** Joining and leaving from the browser at an entry's address; a sentence in Chinese when it was not done. */
async function call(method: "PUT" | "DELETE", entry: string, body?: object): Promise<string | null> {
  try {
    const reply = await fetch(entry, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (reply.ok) return null;
    if (reply.status === 401) return "登录已失效，请重新登录后再点一次。";
    const problem = (await reply.json()) as { detail?: string };
    return problem.detail ?? "服务器这会儿没能处理，请过一会儿再点一次。";
  } catch {
    return "现在没有网，没有送到，连上网后再点一次。";
  }
}

export function join(entry: string, showName: boolean): Promise<string | null> {
  return call("PUT", entry, { showName });
}

export function leave(entry: string): Promise<string | null> {
  return call("DELETE", entry);
}
