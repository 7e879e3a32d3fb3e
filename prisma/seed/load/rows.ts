// The rows of the load zone, made in memory: ids begin with `load-`, so that they can be recognised and removed.
import { NOTICE_VERSION } from "@/domain/people/notice-of-purpose";
import { organisationKey } from "@/domain/people/organisation";
import { lookupHash, sealText } from "@/lib/crypto";
import type { LoadOrganisation } from "./shape";

export const LOAD = "load-";

const STATIONS = 7;
/** A hosted branch has at most so many members; so many small organisations share a joint branch. */
const BRANCH_SIZE = 50;
const SMALL_A_BRANCH = 30;
/** Of the people in small organisations every fourth has no branch yet. */
const WITHOUT_BRANCH = 4;

const padded = (number: number, width: number): string => String(number).padStart(width, "0");

/** `LOAD-00001`: what account number one types; `load-00001` is the same login. */
export const loadLogin = (number: number): string => `LOAD-${padded(number, 5)}`;

export type Person = { id: string; number: number; organisationId: string; branchId: string | null };

const organisationIdOf = ({ index }: LoadOrganisation): string => `${LOAD}organisation-${padded(index + 1, 3)}`;
const stationIdOf = (index: number): string => `${LOAD}station-${index % STATIONS}`;
const hostedBranchId = (organisation: LoadOrganisation, part: number): string =>
  `${LOAD}branch-${padded(organisation.index + 1, 3)}-${part}`;
const jointBranchId = (index: number): string => `${LOAD}branch-joint-${Math.floor(index / SMALL_A_BRANCH)}`;

/** Everything but members' secrets, in the order in which it has to be written. */
export function loadRows(shape: readonly LoadOrganisation[], since: string, now: Date) {
  const people = peopleOf(shape);
  return {
    people,
    stations: Array.from({ length: STATIONS }, (_, index) => ({
      ...{ id: stationIdOf(index), name: `压测工作站${index + 1}`, sort: 100 + index, createdAt: now },
    })),
    organisations: shape.map((one) => {
      const name = `压测组织${padded(one.index + 1, 3)}`;
      return {
        ...{ id: organisationIdOf(one), kind: one.index % 5 === 4 ? "social" : "enterprise", name },
        ...{ nameKey: organisationKey(name), shortCode: `LD${padded(one.index + 1, 4)}` },
        ...{ stationId: stationIdOf(one.index), createdAt: now },
      };
    }),
    branches: branchesOf(shape, now),
    members: people.map(({ id, number }) => ({
      ...{ id, name: `压测${padded(number, 5)}`, standing: number % 20 === 0 ? "probationary" : "full" },
      ...{ state: "active", createdAt: now },
    })),
    logins: people.map(({ id, number }) => ({
      ...{ memberId: id, kind: "work-number", hash: lookupHash("login", loadLogin(number)) },
      ...{ cipher: sealText(loadLogin(number)), createdAt: now },
    })),
    employments: people.map(({ id, organisationId }) => ({ memberId: id, organisationId, since })),
    memberships: people.flatMap(({ id, branchId }) => (branchId ? [{ memberId: id, branchId, since }] : [])),
    consents: people.map(({ id }) => ({ memberId: id, noticeVersion: NOTICE_VERSION, givenAt: now })),
  };
}

function peopleOf(shape: readonly LoadOrganisation[]): Person[] {
  const people: Person[] = [];
  for (const one of shape) {
    for (let place = 0; place < one.members; place += 1) {
      const number = people.length + 1;
      const isWithout = one.size === "small" && number % WITHOUT_BRANCH === 0;
      const branchId =
        one.size === "small" ? jointBranchId(one.index) : hostedBranchId(one, Math.floor(place / BRANCH_SIZE));
      people.push({
        ...{ id: `${LOAD}member-${padded(number, 5)}`, number, organisationId: organisationIdOf(one) },
        branchId: isWithout ? null : branchId,
      });
    }
  }
  return people;
}

function branchesOf(shape: readonly LoadOrganisation[], createdAt: Date) {
  const hosted = shape
    .filter((one) => one.size !== "small")
    .flatMap((one) =>
      Array.from({ length: Math.ceil(one.members / BRANCH_SIZE) }, (_, part) => ({
        ...{ id: hostedBranchId(one, part), name: `压测组织${padded(one.index + 1, 3)}第${part + 1}党支部` },
        ...{ kind: "hosted", hostOrganisationId: organisationIdOf(one), stationId: stationIdOf(one.index), createdAt },
      })),
    );
  const ids = new Set(shape.filter((one) => one.size === "small").map((one) => jointBranchId(one.index)));
  const joint = [...ids].map((id, index) => ({
    ...{ id, name: `压测联合党支部${index + 1}`, kind: "joint", hostOrganisationId: null },
    ...{ stationId: stationIdOf(index), createdAt },
  }));
  return [...hosted, ...joint];
}
