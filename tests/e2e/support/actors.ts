import type { RoleScope } from "@/features/members/mutations/grant-role";
import type { RouteClass } from "./classification";
import { letTermsLapse, makePerson, makePlace, sessionCookie, type Person, type Place } from "./world";

/**
 * Everybody who may knock: nobody, a member, each role over the own place and over a neighbouring one, and roles whose
 * term is over. Own and neighbouring place differ in station, organisation and branch.
 */
export type Actor = {
  title: string;
  person: Person | null;
  opens: readonly RouteClass[];
  /** Whose names and things this actor may see at all. */
  sees: "own" | "neighbour" | "everything";
};

export type Zone = { own: Place; neighbour: Place; actors: Actor[] };

const ANYONE: readonly RouteClass[] = ["public", "token"];
const SIGNED_IN: readonly RouteClass[] = [...ANYONE, "member", "api"];
const KEEPER: readonly RouteClass[] = ["committee", "committee-keeper"];

function role(name: RoleScope["role"], scopeKind: RoleScope["scopeKind"], scopeId = ""): RoleScope[] {
  return [{ role: name, scopeKind, scopeId }];
}

type Kind = { title: string; roles: (place: Place) => RoleScope[]; opens: readonly RouteClass[] };

/** People of one place, without reach into any other. */
const OF_A_PLACE: readonly Kind[] = [
  { title: "member", roles: () => [], opens: [] },
  { title: "study officer", roles: ({ branchId }) => role("study-officer", "branch", branchId), opens: ["branch"] },
  {
    title: "branch secretary",
    roles: ({ branchId }) => role("branch-secretary", "branch", branchId),
    opens: ["branch"],
  },
  {
    title: "party worker",
    roles: ({ organisationId }) => role("party-worker", "organisation", organisationId),
    opens: ["organisation"],
  },
  {
    title: "instructor of the organisation",
    roles: ({ organisationId }) => role("instructor", "organisation", organisationId),
    opens: [],
  },
  {
    title: "committee of the station",
    roles: ({ stationId }) => role("committee", "station", stationId),
    opens: KEEPER,
  },
  {
    title: "instructor of the station",
    roles: ({ stationId }) => role("instructor", "station", stationId),
    opens: ["committee"],
  },
];

const OF_THE_ZONE: readonly Kind[] = [
  { title: "the committee", roles: () => role("committee", "zone"), opens: [...KEEPER, "committee-zone"] },
  { title: "an administrator", roles: () => role("administrator", "zone"), opens: ["admin"] },
];

async function lapsed(place: Place, title: string, roles: RoleScope[]): Promise<Actor> {
  const person = await makePerson(place, roles);
  await letTermsLapse(person.memberId);
  return { title, person, opens: SIGNED_IN, sees: "own" };
}

/** Two places and everybody around them. */
export async function makeActors(): Promise<Zone> {
  const [own, neighbour] = [await makePlace(), await makePlace()];
  const actors: Actor[] = [{ title: "nobody", person: null, opens: ANYONE, sees: "own" }];
  for (const [sees, place] of [
    ["own", own],
    ["neighbour", neighbour],
  ] as const) {
    for (const { title, roles, opens } of OF_A_PLACE) {
      const person = await makePerson(place, roles(place));
      const whose = sees === "own" ? title : `neighbouring ${title}`;
      actors.push({ title: `the ${whose}`, person, opens: [...SIGNED_IN, ...opens], sees });
    }
  }
  for (const { title, roles, opens } of OF_THE_ZONE) {
    const person = await makePerson(own, roles(own));
    actors.push({ title, person, opens: [...SIGNED_IN, ...opens], sees: "everything" });
  }
  actors.push(
    await lapsed(own, "a study officer whose term lapsed", role("study-officer", "branch", own.branchId)),
    await lapsed(own, "a committee member whose term lapsed", role("committee", "zone")),
  );
  return { own, neighbour, actors };
}

const cookies = new Map<string, string>();

/** The header that signs an actor in; one session for all requests of a test file. */
export async function headersOf({ person }: Actor): Promise<Record<string, string>> {
  if (!person) return {};
  const known = cookies.get(person.memberId);
  if (known !== undefined) return { cookie: known };
  const { name, value } = await sessionCookie(person.memberId);
  cookies.set(person.memberId, `${name}=${value}`);
  return { cookie: `${name}=${value}` };
}

/** Asks the same of everybody at once and gathers what was wrong; each knocks at one door after the other. */
export async function ofEverybody(
  actors: readonly Actor[],
  ask: (actor: Actor) => Promise<string[]>,
): Promise<string[]> {
  return (await Promise.all(actors.map(ask))).flat();
}

/** What everybody × every route may take on a busy machine. */
export const MATRIX_TIMEOUT = 600_000;
