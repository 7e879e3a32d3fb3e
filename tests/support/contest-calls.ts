import { GET as list } from "@/app/api/v1/contests/route";
import { GET as read } from "@/app/api/v1/contests/[id]/route";
import { DELETE as leave, PUT as join } from "@/app/api/v1/contests/[id]/entry/route";
import type { ContestItem, ContestPage } from "@/features/contests/schema";
import { callRoute, type Reply } from "./api-calls";
import { expectConforms } from "./conformance";

type Checked<Body> = Reply & { readonly body: Body };

async function checked<Body>(operationId: string, reply: Reply): Promise<Checked<Body>> {
  await expectConforms(operationId, reply.status, reply.body);
  return reply as Checked<Body>;
}

/** Contests as one signed-in browser meets them; every reply is checked for conformance. */
export function contestsOf(cookie: string) {
  const entry = (id: string) => `/contests/${id}/entry`;
  return {
    list: async () =>
      checked<{ contests: ContestItem[] }>("listContests", await callRoute(list, { cookie, path: "/contests" }, {})),
    read: async (id: string) =>
      checked<ContestPage>("readContest", await callRoute(read, { cookie, path: `/contests/${id}` }, { id })),
    join: async (id: string, body: unknown = {}) =>
      checked("joinContest", await callRoute(join, { cookie, method: "PUT", path: entry(id), body }, { id })),
    leave: async (id: string) =>
      checked("leaveContest", await callRoute(leave, { cookie, method: "DELETE", path: entry(id) }, { id })),
  };
}
