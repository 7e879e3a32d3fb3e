import { expect, test, type APIRequestContext } from "@playwright/test";
import { headersOf, makeActors, MATRIX_TIMEOUT, ofEverybody, type Actor, type Zone } from "./support/actors";
import { ROUTES } from "./support/classification";
import { ACTIONS } from "./support/classified-actions";
import { OBJECT_ROUTES } from "./support/object-access";
import { OBJECT_ACTIONS } from "./support/object-actions";
import { makeObjects, rowsAbout, type Objects } from "./support/objects";
import { builtActions, builtRoutes } from "./support/routes";

/**
 * Every address and action that names a thing by its id × everybody who must not have it: refused, nothing of the thing
 * in the reply, nothing about it changed in the database. The lists come from the build's own manifests.
 */
let zone: Zone;
let things: Objects;
/** Things of the neighbouring place, for callers who are at home there. */
let neighbours: Objects;

test.beforeAll(async () => {
  zone = await makeActors();
  things = await makeObjects(zone.own);
  neighbours = await makeObjects(zone.neighbour);
});

const MISSING = "with a real thing of the own place and who may have it, or say why it is the same for everybody";

/** Text that only people of the own place, and only those who may have the thing, can see. */
function hidden({ sees }: Actor): string[] {
  const { secret, member, place } = things;
  return sees === "neighbour" ? [secret, member.name, place.marker] : [secret, member.name];
}

const found = (body: string, actor: Actor): string[] => hidden(actor).filter((text) => body.includes(text));

function aboutThings(): Record<string, string[]> {
  const { place, member, openAttemptId, closedAttemptId, loginId, grantId, assignmentId, transferId } = things;
  const { projectId, projectLinkId, claimedProjectId, claimId } = things;
  const { stationId, organisationId, branchId } = place;
  const rows = rowsAbout([
    ...[stationId, organisationId, branchId, member.memberId],
    ...[openAttemptId, closedAttemptId, loginId, grantId, assignmentId, transferId],
    ...[projectId, projectLinkId, claimedProjectId, claimId],
  ]);
  // Who knocks at a console keeps it fresh, and a refusal may be written down; nobody may take on another's role.
  const withRoles = (rows["session"] ?? []).filter((row) => row.includes(grantId));
  // Everybody who may decide about the request was told of it, and reads that when they like.
  const own = (rows["notice"] ?? []).filter((row) => row.includes(member.memberId));
  return { ...rows, session: withRoles, notice: own, security_event: [] };
}

type Reply = { status: number; body: string };

async function send(
  request: APIRequestContext,
  actor: Actor,
  { method = "GET", path, body }: { method?: string; path: string; body?: unknown },
): Promise<Reply> {
  const json = body === undefined ? {} : { "content-type": "application/json" };
  const reply = await request.fetch(path, {
    method,
    headers: { ...(await headersOf(actor)), ...json },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    maxRedirects: 0,
  });
  return { status: reply.status(), body: await reply.text() };
}

const isRefusal = (status: number): boolean => [307, 401, 403, 404].includes(status);

type Opened = { opens: readonly string[] | "everybody"; shows?: (things: Objects) => string };

function faultsOf(route: string, reply: Reply, actor: Actor, { opens, shows }: Opened): string[] {
  if (reply.status >= 500) return [`status ${reply.status}`];
  const isOpen = opens === "everybody" || opens.includes(actor.title);
  const isFilter = route.includes("?");
  if (isOpen && opens !== "everybody") {
    const isShown = shows ? reply.body.includes(shows(things)) : found(reply.body, actor).length > 0;
    if (reply.status === 200 && isShown) return [];
    return [`status ${reply.status}, and the thing is not shown to whom it is open`];
  }
  const faults = found(reply.body, actor).map((text) => `shows ${text}`);
  return isOpen || isFilter || isRefusal(reply.status) ? faults : [...faults, `status ${reply.status}`];
}

test("every address with an id is tried or explained", () => {
  const unlisted = builtRoutes()
    .filter((route) => route.includes("[") && OBJECT_ROUTES[route] === undefined)
    .map((route) => `${route} has an id: add it to OBJECT_ROUTES in tests/e2e/support/object-access.ts, ${MISSING}.`);
  expect(unlisted).toEqual([]);
  const gone = Object.keys(OBJECT_ROUTES).filter((key) => !builtRoutes().includes(key.split("?")[0] ?? ""));
  expect(gone).toEqual([]);
});

test("nobody gets another person's or place's thing by its address, and nothing about it changes", async ({
  request,
}) => {
  test.setTimeout(MATRIX_TIMEOUT);
  const before = aboutThings();
  const entries = Object.entries(OBJECT_ROUTES).flatMap(([route, entry]) =>
    "shared" in entry ? [] : entry.requests(things).map((wanted) => ({ route, entry, wanted })),
  );
  const wrong = await ofEverybody(zone.actors, async (actor) => {
    const faults: string[] = [];
    for (const { route, entry, wanted } of entries) {
      const found = faultsOf(route, await send(request, actor, wanted), actor, entry);
      faults.push(...found.map((fault) => `${actor.title} ${wanted.method ?? "GET"} ${route}: ${fault}`));
    }
    return faults;
  });
  expect(wrong).toEqual([]);
  expect(aboutThings()).toEqual(before);
});

test("the owner does get them: a leak would be noticed", async ({ request }) => {
  const owner: Actor = { title: "the owner", person: things.member, opens: [], sees: "own" };
  const pages = [
    `/attempts/${things.openAttemptId}`,
    `/api/v1/attempts/${things.openAttemptId}`,
    `/api/v1/attempts/${things.closedAttemptId}/review`,
    "/inbox",
  ];
  for (const path of pages) {
    const { status, body } = await send(request, owner, { path });
    expect([path, status, body.includes(things.secret)]).toEqual([path, 200, true]);
  }
});

test("nobody finds another person's things on a page of their own", async ({ request }) => {
  test.setTimeout(MATRIX_TIMEOUT);
  const wrong = await ofEverybody(zone.actors, async (actor) => {
    const faults: string[] = [];
    for (const [route, { path, kind }] of Object.entries(ROUTES)) {
      if (path === null || kind === "public") continue;
      const { body } = await send(request, actor, { path });
      if (body.includes(things.secret)) faults.push(`${actor.title} ${route}`);
    }
    return faults;
  });
  expect(wrong).toEqual([]);
});

// ---- Server actions ------------------------------------------------------------------------------------------------

/** Every id in an input: what stands under a key that ends in "Id", "Ids", "token" or is "id". */
function idsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /(^id|Ids?|^token)$/.test(key) && value !== "" ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((inner: unknown) => idsIn(inner, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([inner, part]) => idsIn(part, inner));
}

const targetOf = ({ place, member }: Objects) => ({ place, memberId: member.memberId });

type Inputs = { inputs: unknown[]; silent?: true };

/** The inputs to try; null when the action names nothing, a sentence when it is not listed. */
function inputsOf(name: string): Inputs | string | null {
  const listed = OBJECT_ACTIONS[name];
  if (listed && "shared" in listed) return null;
  if (listed) return { ...listed, inputs: listed.inputs(things, neighbours) };
  const input = ACTIONS[name]?.input(targetOf(things));
  const ids = idsIn(input);
  if (ids.length === 0) return null;
  const { stationId, organisationId, branchId } = things.place;
  const known = [stationId, organisationId, branchId, things.member.memberId];
  if (ids.every((id) => known.includes(id))) return { inputs: [input] };
  return `${name} names an id: add it to OBJECT_ACTIONS in tests/e2e/support/object-actions.ts, ${MISSING}.`;
}

test("every action with an id is tried or explained", () => {
  const sentences = Object.keys(ACTIONS).map(inputsOf);
  expect(sentences.filter((found) => typeof found === "string")).toEqual([]);
  expect(Object.keys(OBJECT_ACTIONS).filter((name) => ACTIONS[name] === undefined)).toEqual([]);
});

/** A sentence that says why not; the one for unforeseen failures is none. */
const REFUSAL = /"serverError":"(?!服务器这会儿没能处理)/;

type Try = { actor: Actor; id: string; name: string; route: string; input: unknown; silent?: true };

/** Every action with an id × every input × everybody who is at home in the neighbouring place. */
function tries(): Try[] {
  const strangers = zone.actors.filter(({ sees, person }) => sees === "neighbour" && person);
  return builtActions().flatMap((action) => {
    const tried = inputsOf(action.name);
    if (tried === null || typeof tried === "string") return [];
    return strangers.flatMap((actor) => tried.inputs.map((input) => ({ ...tried, actor, input, ...action })));
  });
}

async function act(request: APIRequestContext, { actor, id, route, input }: Omit<Try, "name">): Promise<Reply> {
  const reply = await request.post(ROUTES[route]?.path ?? route, {
    headers: { ...(await headersOf(actor)), "next-action": id, "content-type": "text/plain;charset=UTF-8" },
    data: JSON.stringify([input]),
    maxRedirects: 0,
  });
  return { status: reply.status(), body: await reply.text() };
}

test("no neighbour acts on a thing of another place, and nothing about it changes", async ({ request }) => {
  test.setTimeout(MATRIX_TIMEOUT);
  const before = aboutThings();
  const wrong: string[] = [];
  for (const one of tries()) {
    const { status, body } = await act(request, one);
    const shown = found(body, one.actor);
    // A fault of the form would mean that the input never reached the decision.
    if ((one.silent || REFUSAL.test(body)) && !body.includes('"validationErrors"') && shown.length === 0) continue;
    wrong.push(`${one.actor.title} ${one.name} ${JSON.stringify(one.input)}: ${status} ${body.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
  expect(aboutThings()).toEqual(before);
});

test("the own committee does act on it: the inputs are good ones", async ({ request }) => {
  const committee = zone.actors.find(({ title }) => title === "the committee of the station");
  const issue = builtActions().find(({ name }) => name === "issueCodeAction");
  if (!committee || !issue) throw new Error("No such actor or action.");
  const input = { memberId: things.member.memberId };
  expect((await act(request, { ...issue, actor: committee, input })).body).toContain('"code"');
});
