import { expect, test, type APIRequestContext } from "@playwright/test";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { ACTIONS, ROUTES, type RouteClass } from "./support/classification";
import { builtActions, builtRoutes } from "./support/routes";
import { letTermsLapse, makePerson, makePlace, sessionCookie, type Person, type Place } from "./support/world";

/**
 * Every route and server action of the build × everybody. The lists come from the build's own manifests; what is not
 * classified fails. A neighbour is a person with the same role over another branch or station.
 */
type Actor = { title: string; person: Person | null; opens: readonly RouteClass[] };

const ANYONE: readonly RouteClass[] = ["public", "token"];
const SIGNED_IN: readonly RouteClass[] = [...ANYONE, "member", "api"];

let own: Place;
let neighbour: Place;
let actors: Actor[];
let target: Person;

function role(name: RoleScope["role"], scopeKind: RoleScope["scopeKind"], scopeId = ""): RoleScope[] {
  return [{ role: name, scopeKind, scopeId }];
}

test.beforeAll(async () => {
  [own, neighbour] = [await makePlace(), await makePlace()];
  target = await makePerson(own);
  await makePerson(neighbour);
  const lapsed = await makePerson(own, role("study-officer", "branch", own.branchId));
  await letTermsLapse(lapsed.memberId);
  const lapsedCommittee = await makePerson(own, role("committee", "zone"));
  await letTermsLapse(lapsedCommittee.memberId);
  const as = async (title: string, at: Place, roles: RoleScope[], extra: RouteClass[]): Promise<Actor> => ({
    title,
    person: await makePerson(at, roles),
    opens: [...SIGNED_IN, ...extra],
  });
  actors = [
    { title: "nobody", person: null, opens: ANYONE },
    await as("a member", own, [], []),
    await as("a study officer", own, role("study-officer", "branch", own.branchId), ["branch"]),
    await as("a branch secretary", own, role("branch-secretary", "branch", own.branchId), ["branch"]),
    await as("the neighbour's study officer", neighbour, role("study-officer", "branch", neighbour.branchId), [
      "branch",
    ]),
    await as("a party worker", own, role("party-worker", "organisation", own.organisationId), []),
    await as("an instructor of an organisation", own, role("instructor", "organisation", own.organisationId), []),
    await as("the committee of one station", own, role("committee", "station", own.stationId), ["committee"]),
    await as("the committee", own, role("committee", "zone"), ["committee", "committee-zone"]),
    await as("an administrator", own, role("administrator", "zone"), ["admin"]),
    { title: "a study officer whose term lapsed", person: lapsed, opens: SIGNED_IN },
    { title: "a committee member whose term lapsed", person: lapsedCommittee, opens: SIGNED_IN },
  ];
});

async function headersOf(actor: Actor): Promise<Record<string, string>> {
  if (!actor.person) return {};
  const { name, value } = await sessionCookie(actor.person.memberId);
  return { cookie: `${name}=${value}` };
}

function refusal(kind: RouteClass, actor: Actor): number {
  if (kind === "api") return 401;
  // It takes POST with the secret of its own process, and no other method.
  if (kind === "internal") return 405;
  return actor.person ? 404 : 307;
}

async function visit(request: APIRequestContext, path: string, actor: Actor) {
  return request.get(path, { headers: await headersOf(actor), maxRedirects: 0 });
}

test("every route of the build is classified, and every classified route is built", () => {
  expect(Object.keys(ROUTES).sort()).toEqual(builtRoutes());
});

test("every server action of the build is classified, and every classified action is built", () => {
  expect(Object.keys(ACTIONS).sort()).toEqual([...new Set(builtActions().map((action) => action.name))].sort());
});

test("each person reaches what their role opens, and nothing else", async ({ request }) => {
  const wrong: string[] = [];
  for (const actor of actors) {
    for (const [route, entry] of Object.entries(ROUTES)) {
      if (entry.path === null) continue;
      const reply = await visit(request, entry.path, actor);
      const open = actor.opens.includes(entry.kind);
      const wanted = open ? (entry.status ?? 200) : refusal(entry.kind, actor);
      if (reply.status() !== wanted) wrong.push(`${actor.title} ${route}: ${reply.status()} instead of ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("nobody sees a name of a neighbouring branch or station", async ({ request }) => {
  const wrong: string[] = [];
  const bound = actors.filter((actor) => !actor.opens.includes("committee-zone") && !actor.opens.includes("admin"));
  for (const actor of bound) {
    const foreign = actor.title.startsWith("the neighbour") ? own.marker : neighbour.marker;
    for (const [route, entry] of Object.entries(ROUTES)) {
      if (entry.path === null || entry.kind === "public") continue;
      const body = await (await visit(request, entry.path, actor)).text();
      if (body.includes(foreign)) wrong.push(`${actor.title} ${route}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a study officer does see the own branch: the marker would be noticed", async ({ request }) => {
  const officer = actors.find((actor) => actor.title === "a study officer");
  if (!officer) throw new Error("No such actor.");
  expect(await (await visit(request, "/branch/people", officer)).text()).toContain(own.marker);
});

test("server actions answer nobody and no plain member", async ({ request }) => {
  const wrong: string[] = [];
  for (const actor of actors.slice(0, 2)) {
    for (const { id, name, route } of builtActions()) {
      const entry = ACTIONS[name];
      if (!entry || entry.kind === "anyone" || (entry.kind === "member" && actor.person)) continue;
      const reply = await request.post(ROUTES[route]?.path ?? route, {
        headers: { ...(await headersOf(actor)), "next-action": id, "content-type": "text/plain;charset=UTF-8" },
        data: JSON.stringify([entry.input({ place: own, memberId: target.memberId })]),
        maxRedirects: 0,
      });
      const body = await reply.text();
      if (!/请先登录|登录已失效|没有做这件事的权限|闲置太久/.test(body))
        wrong.push(`${actor.title} ${name}: ${reply.status()} ${body.slice(0, 120)}`);
    }
  }
  expect(wrong).toEqual([]);
});
