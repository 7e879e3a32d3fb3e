import type { Objects } from "./objects";

/**
 * Every address that names a thing by its id (actions stand in object-actions.ts), with requests for things of the own place and
 * who, besides their owner, may have them. The spec of the same name sends everybody else there.
 *
 * `shared`: the id names something that is the same for everybody, or a secret that is itself the permission; say why.
 */
type Request = { method?: "GET" | "POST" | "PUT" | "DELETE"; path: string; body?: unknown };

/** Titles of support/actors.ts. */
type Opens = readonly string[] | "everybody";

type ObjectRoute =
  | { shared: string }
  /** `shows`: what they see to whom it is open, where that is neither the person's name nor the secret. */
  | { requests: (things: Objects) => Request[]; opens: Opens; shows?: (things: Objects) => string };

const marker = ({ place }: Objects): string => place.marker;

const NOBODY_ELSE: Opens = [];
const OFFICERS: Opens = ["the study officer", "the branch secretary"];
const COMMITTEE: Opens = ["the committee of the station", "the committee"];
/** An instructor reads what the committee of the station does. */
const DESK: Opens = [...COMMITTEE, "the instructor of the station"];

/** What the branch wrote when it reported the duty. */
const dutyEvidence = ({ dutyWords }: Objects): string => dutyWords;

/** Sent by the member to be looked through. */
const storyTitle = ({ storyWords }: Objects): string => storyWords;

const attempt = (things: Objects, rest = ""): string[] =>
  [things.openAttemptId, things.closedAttemptId].map((id) => `/api/v1/attempts/${id}${rest}`);

export const CONTENT = "content is the same for everybody";
export const CONTEST = "contests belong to the whole zone";

const listedBy = (path: string, { place }: Objects): Request[] =>
  [`stationId=${place.stationId}`, `organisationId=${place.organisationId}`, `branchId=${place.branchId}`].map(
    (filter) => ({ path: `${path}?${filter}` }),
  );

/**
 * A key with a question mark is an address whose parameters carry ids: whoever may not have the thing may be shown the
 * page, but nothing of the thing on it.
 */
export const OBJECT_ROUTES: Readonly<Record<string, ObjectRoute>> = {
  "/admin/people/[id]": {
    requests: ({ member }) => [{ path: `/admin/people/${member.memberId}` }],
    opens: ["an administrator"],
  },
  "/api/auth/[...nextauth]": { shared: "names a step of signing in" },
  "/api/v1/attempts/[id]": {
    requests: (things) => attempt(things).map((path) => ({ path })),
    opens: NOBODY_ELSE,
  },
  "/api/v1/attempts/[id]/answers": {
    requests: (things) =>
      attempt(things, "/answers").map((path) => ({ method: "PUT", path, body: { revision: 99, answers: {} } })),
    opens: NOBODY_ELSE,
  },
  "/api/v1/attempts/[id]/review": {
    requests: (things) => attempt(things, "/review").map((path) => ({ path })),
    opens: NOBODY_ELSE,
  },
  "/api/v1/attempts/[id]/submission": {
    requests: (things) => attempt(things, "/submission").map((path) => ({ method: "POST", path, body: {} })),
    opens: NOBODY_ELSE,
  },
  "/api/v1/contests/[id]": { shared: "a released contest is for all members; names in it are masked" },
  "/api/v1/contests/[id]/entry": { shared: "names a contest; the entry is the caller's own" },
  "/api/v1/claims/[id]": {
    requests: ({ claimId }) => [{ method: "DELETE", path: `/api/v1/claims/${claimId}` }],
    opens: NOBODY_ELSE,
  },
  "/api/v1/claims/[id]/completion": {
    requests: ({ claimId }) => [
      { method: "PUT", path: `/api/v1/claims/${claimId}/completion`, body: { text: "示例的话" } },
    ],
    opens: NOBODY_ELSE,
  },
  "/api/v1/claims/[id]/contact": {
    requests: ({ claimId }) => [{ method: "POST", path: `/api/v1/claims/${claimId}/contact` }],
    opens: NOBODY_ELSE,
  },
  "/api/v1/claims/[id]/notes": {
    requests: ({ claimId }) => [
      {
        method: "POST",
        path: `/api/v1/claims/${claimId}/notes`,
        body: { noteKey: "示例-示例-示例", text: "示例的话" },
      },
    ],
    opens: NOBODY_ELSE,
  },
  // Whether it is claimed in the own name is everybody's business; for another's branch it is refused.
  "/api/v1/projects/[id]/claims": {
    requests: ({ claimedProjectId, place }) => [
      {
        method: "POST",
        path: `/api/v1/projects/${claimedProjectId}/claims`,
        body: { as: "organisation", placeId: `${place.organisationId}x` },
      },
    ],
    opens: NOBODY_ELSE,
  },
  "/api/v1/stories/[id]": {
    requests: ({ storyId }) => [
      {
        ...{ method: "PUT", path: `/api/v1/stories/${storyId}` },
        body: { version: 2, title: "示例混入", body: "", visibility: "all", showName: false },
      },
    ],
    opens: NOBODY_ELSE,
  },
  "/api/v1/seasons/[quarter]": { shared: "names a quarter; names in it are masked outside the own branch" },
  "/api/v1/seasons/[quarter]/entry": { shared: "names a quarter; the entry is the caller's own" },
  "/attempts/[id]": {
    requests: ({ openAttemptId, closedAttemptId }) =>
      [openAttemptId, closedAttemptId].map((id) => ({ path: `/attempts/${id}` })),
    opens: NOBODY_ELSE,
  },
  "/branch/assignments/[id]": {
    requests: ({ assignmentId }) => [{ path: `/branch/assignments/${assignmentId}` }],
    opens: OFFICERS,
  },
  "/branch/stories/[id]": {
    requests: ({ storyId }) => [{ path: `/branch/stories/${storyId}` }],
    ...{ opens: OFFICERS, shows: storyTitle },
  },
  "/committee/stories/[id]": {
    requests: ({ storyId }) => [{ path: `/committee/stories/${storyId}` }],
    ...{ opens: COMMITTEE, shows: storyTitle },
  },
  "/me/stories/[id]": {
    requests: ({ storyId }) => [{ path: `/me/stories/${storyId}` }],
    opens: NOBODY_ELSE,
  },
  "/me/stories/[id]/preview": {
    requests: ({ storyId }) => [{ path: `/me/stories/${storyId}/preview` }],
    opens: NOBODY_ELSE,
  },
  "/api/v1/stories/[id]/images": { shared: "takes a file; another's story is not found: tests/integration/stories" },
  "/stories/[id]/images/[file]": {
    requests: ({ storyId }) => ["1", "1-small"].map((file) => ({ path: `/stories/${storyId}/images/${file}` })),
    ...{ opens: [...OFFICERS, ...COMMITTEE], shows: () => "WEBP" },
  },
  // Shown to its organisation alone; this one is not shown to anybody yet.
  "/stories/[id]": {
    requests: ({ storyId }) => [{ path: `/stories/${storyId}` }],
    opens: NOBODY_ELSE,
  },
  "/branch/people/[id]": {
    requests: ({ member }) => [{ path: `/branch/people/${member.memberId}` }],
    opens: OFFICERS,
  },
  "/committee/branches/[id]": {
    requests: ({ place }) => [{ path: `/committee/branches/${place.branchId}` }],
    ...{ opens: DESK, shows: ({ officer }: Objects) => officer.name },
  },
  "/branch/duties/[id]": {
    requests: ({ dutyId }) => [{ path: `/branch/duties/${dutyId}` }],
    ...{ opens: OFFICERS, shows: dutyEvidence },
  },
  "/branch/organisation/duties/[id]": {
    requests: ({ dutyId }) => [{ path: `/branch/organisation/duties/${dutyId}` }],
    ...{ opens: ["the party worker"], shows: dutyEvidence },
  },
  "/committee/duties/[id]": {
    requests: ({ dutyId }) => [{ path: `/committee/duties/${dutyId}` }],
    ...{ opens: DESK, shows: dutyEvidence },
  },
  "/committee/duties/organisations/[id]": {
    requests: ({ place }) => [{ path: `/committee/duties/organisations/${place.organisationId}` }],
    ...{ opens: DESK, shows: marker },
  },
  "/committee/duties/organisations/[id]/sheet": {
    requests: ({ place }) => [{ path: `/committee/duties/organisations/${place.organisationId}/sheet` }],
    // The names of a workbook's parts stand in it as they are.
    ...{ opens: DESK, shows: () => "xl/workbook.xml" },
  },
  "/committee/duties/years/[year]/sheet": { shared: "names a year; its list is the whole zone's" },
  "/committee/duties/years/[year]/upload": { shared: "names a year; its list is the whole zone's" },
  "/committee/duties/years/[year]": { shared: "names a year; its list is the whole zone's" },
  "/committee/organisations/[id]": {
    requests: ({ place }) => [{ path: `/committee/organisations/${place.organisationId}` }],
    ...{ opens: DESK, shows: marker },
  },
  "/committee/people/[id]": {
    requests: ({ member }) => [{ path: `/committee/people/${member.memberId}` }],
    opens: DESK,
  },
  "/committee/contests/[id]": { shared: CONTEST },
  "/committee/contests/[id]/samples/[number]": { shared: CONTEST },
  "/committee/projects/[id]": {
    requests: ({ projectId }) => [{ path: `/committee/projects/${projectId}` }],
    ...{ opens: DESK, shows: marker },
  },
  "/projects/[id]": { shared: "published for everybody: its text names nobody, and the contact is not in it" },
  "/propose/[token]": { shared: "whoever holds a village's link may propose for it" },
  "/committee/imports/[id]": { shared: "a file of another station is not found: tests/integration/imports" },
  "/committee/imports/[id]/marked": { shared: "a file of another station is not found: tests/integration/imports" },
  "/committee/imports/template/[kind]": { shared: "an empty sheet" },
  "/committee/registers/[file]": { shared: "the register of the own scope" },
  "/committee/questions/[id]": { shared: "questions belong to the whole zone" },
  "/committee/questions/proposals/[id]": { shared: "questions belong to the whole zone" },
  "/committee/questions/[id]/void": { shared: "questions belong to the whole zone" },
  "/contests/[id]": { shared: "a released contest is for all members; names in it are masked" },
  // Whoever holds the number of a certificate may check it; it shows a masked name.
  "/certificates/[id]": {
    requests: ({ certificateId }) => [{ path: `/certificates/${certificateId}` }],
    opens: "everybody",
  },
  "/me/certificates/[id]/pdf": {
    requests: ({ certificateId }) => [{ path: `/me/certificates/${certificateId}/pdf` }],
    opens: NOBODY_ELSE,
  },
  "/daily/[monthDay]": { shared: CONTENT },
  "/contests/[id]/archive": { shared: "an export of pseudonyms, for all members" },
  "/feeds/[token]/atom.xml": { shared: "whoever holds a private address reads what is for its owner" },
  "/feeds/[token]/calendar.ics": { shared: "whoever holds a private address reads what is for its owner" },
  "/join/[token]": { shared: "whoever stands before a branch's poster may apply" },
  "/invite/[token]": { shared: "whoever holds the secret of an invitation is the invited person" },
  "/films/[slug]": { shared: CONTENT },
  "/films/[slug]/[file]": { shared: CONTENT },
  "/leaflets/[slug]": { shared: CONTENT },
  "/leaflets/[slug]/pdf": { shared: CONTENT },
  "/lessons/[course]/[slug]": { shared: CONTENT },
  // Whoever holds the number of a receipt may check it; it names nobody.
  "/receipts/[id]": { requests: ({ receiptId }) => [{ path: `/receipts/${receiptId}` }], opens: "everybody" },
  "/seasons/[quarter]": { shared: "names a quarter" },
  "/seasons/[quarter]/archive": { shared: "names a quarter; the archive is of pseudonyms" },
  "/today/[date]": { shared: CONTENT },
  "/api/v1/me/points?cursor": {
    requests: ({ closedAttemptId }) => [{ path: `/api/v1/me/points?cursor=zzzzzzzz_${closedAttemptId}` }],
    opens: NOBODY_ELSE,
  },
  // The sheet names nobody, whoever prints it.
  "/branch/sheet?assignment": {
    requests: ({ assignmentId }) => [{ path: `/branch/sheet?assignment=${assignmentId}` }],
    opens: NOBODY_ELSE,
  },
  "/branch/people?filter": { requests: (things) => listedBy("/branch/people", things), opens: OFFICERS },
  "/committee/branches?filter": {
    requests: ({ place }) => [{ path: `/committee/branches?stationId=${place.stationId}` }],
    ...{ opens: DESK, shows: marker },
  },
  "/committee/organisations?filter": {
    requests: ({ place }) => [{ path: `/committee/organisations?stationId=${place.stationId}` }],
    ...{ opens: DESK, shows: marker },
  },
  "/committee/stations?station": {
    requests: ({ place }) => [{ path: `/committee/stations?station=${place.stationId}` }],
    ...{ opens: DESK, shows: marker },
  },
  "/committee/invitations?filter": {
    requests: (things) => listedBy("/committee/invitations", things),
    ...{ opens: DESK, shows: marker },
  },
  "/committee/people?filter": { requests: (things) => listedBy("/committee/people", things), opens: DESK },
};
