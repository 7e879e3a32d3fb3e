import { expect, test, type APIRequestContext } from "@playwright/test";
import { headersOf, makeActors, MATRIX_TIMEOUT, ofEverybody, type Actor } from "./support/actors";
import { ROUTES, type RouteClass } from "./support/classification";
import { ACTIONS } from "./support/classified-actions";
import { builtActions, builtRoutes } from "./support/routes";
import { makePerson, type Person, type Place } from "./support/world";

/**
 * Every route and server action of the build × everybody. The lists come from the build's own manifests; what is not
 * classified fails. A neighbour is a person with the same role over another branch or station.
 */
let own: Place;
let neighbour: Place;
let actors: Actor[];
let target: Person;

test.beforeAll(async () => {
  ({ own, neighbour, actors } = await makeActors());
  target = await makePerson(own);
});

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
  test.setTimeout(MATRIX_TIMEOUT);
  const wrong = await ofEverybody(actors, async (actor) => {
    const faults: string[] = [];
    for (const [route, entry] of Object.entries(ROUTES)) {
      if (entry.path === null) continue;
      const reply = await visit(request, entry.path, actor);
      const open = actor.opens.includes(entry.kind);
      const isLed = !open && entry.leads !== undefined && actor.opens.includes(entry.leads);
      const wanted = open ? (entry.status ?? 200) : isLed ? 307 : refusal(entry.kind, actor);
      if (reply.status() !== wanted) faults.push(`${actor.title} ${route}: ${reply.status()} instead of ${wanted}`);
    }
    return faults;
  });
  expect(wrong).toEqual([]);
});

test("nobody sees a name of a neighbouring branch or station", async ({ request }) => {
  test.setTimeout(MATRIX_TIMEOUT);
  const bound = actors.filter(({ sees }) => sees !== "everything");
  const wrong = await ofEverybody(bound, async (actor) => {
    const faults: string[] = [];
    const foreign = actor.sees === "own" ? neighbour.marker : own.marker;
    for (const [route, entry] of Object.entries(ROUTES)) {
      if (entry.path === null || entry.kind === "public") continue;
      const body = await (await visit(request, entry.path, actor)).text();
      if (body.includes(foreign)) faults.push(`${actor.title} ${route}`);
    }
    return faults;
  });
  expect(wrong).toEqual([]);
});

test("a study officer does see the own branch: the marker would be noticed", async ({ request }) => {
  const officer = actors.find((actor) => actor.title === "the study officer");
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
