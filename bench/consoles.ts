import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { RoleScope } from "../features/members/mutations/grant-role";
import { answering } from "./support/answers";
import { send, signIn } from "./support/client";
import { startZone, type Zone } from "./support/server";
import { summarise, type Summary } from "./support/stats";
import { plantWork, type Work } from "./support/work";

/** What a request of one page may take on the server at the 95th percentile, in milliseconds. */
const LIMIT = 100;
const ROUNDS = 60;
/** Requests of the desk after a pause. */
const COLD = 25;
/** After so long everything that is remembered for five seconds has been forgotten. */
const FORGOTTEN_MS = 5_200;
/** Meanwhile somebody else asks for another page this often; a machine that sleeps is measured apart. */
const OTHERS_MS = 100;
const ANOTHER_PAGE = "/committee/feedback";

/** A route that answers one constant object: what the machine itself takes at this hour. */
const YARDSTICK = "/api/health";

type Who = "secretary" | "worker" | "committee" | "administrator";

const ORGANISATION = "load-organisation-001";
const BRANCH = "load-branch-001-0";
const PERSON = "load-member-00020";
const OTHER = "load-member-00021";

const ROLES: Readonly<Record<Who, RoleScope>> = {
  secretary: { role: "branch-secretary", scopeKind: "branch", scopeId: BRANCH },
  worker: { role: "party-worker", scopeKind: "organisation", scopeId: ORGANISATION },
  committee: { role: "committee", scopeKind: "zone", scopeId: "" },
  administrator: { role: "administrator", scopeKind: "zone", scopeId: "" },
};

/** Addresses of the pages whose route names an id or that look different by their filters; others are their route. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  "/admin/people/[id]": [`/admin/people/${PERSON}`],
  "/branch/assignments/[id]": ["/branch/assignments/load-assignment-0-3"],
  "/branch/people/[id]": [`/branch/people/${PERSON}`],
  "/committee": [
    "/committee",
    "/committee?open=load-station-1",
    "/committee?view=all&sort=answered",
    "/committee?q=yczz",
  ],
  "/branch/duties/[id]": ["/branch/duties/DUTY"],
  "/branch/organisation/duties/[id]": ["/branch/organisation/duties/DUTY"],
  "/committee/contests/[id]": ["/committee/contests/CONTEST"],
  "/committee/contests/[id]/samples/[number]": ["/committee/contests/CONTEST/samples/1"],
  "/committee/duties/[id]": ["/committee/duties/DUTY"],
  "/committee/duties/organisations/[id]": [`/committee/duties/organisations/${ORGANISATION}`],
  "/committee/duties/years/[year]": ["/committee/duties/years/YEAR"],
  "/committee/projects/[id]": ["/committee/projects/PROJECT"],
  "/committee/branches/[id]": [`/committee/branches/${BRANCH}`],
  "/committee/organisations/[id]": [`/committee/organisations/${ORGANISATION}`],
  "/committee/people": [
    "/committee/people",
    "/committee/people?q=yc",
    `/committee/people?organisationId=${ORGANISATION}`,
  ],
  "/committee/people/[id]": [`/committee/people/${PERSON}`],
  "/committee/people/merge": [
    `/committee/people/merge?keep=${PERSON}`,
    `/committee/people/merge?keep=${PERSON}&gone=${OTHER}`,
  ],
  "/committee/questions/[id]": ["/committee/questions/QUESTION"],
  "/committee/questions/[id]/void": ["/committee/questions/QUESTION/void"],
  // The load zone has nothing of that kind: the page answers that there is none.
  "/committee/imports/[id]": [],
  "/committee/questions/proposals/[id]": [],
};

const ORGANISATION_PAGES = /^\/branch\/organisation/;

function whoOf(route: string): Who {
  if (route.startsWith("/admin")) return "administrator";
  if (route.startsWith("/committee")) return "committee";
  return ORGANISATION_PAGES.test(route) ? "worker" : "secretary";
}

/** Every page of the consoles, from the build's own manifest: a page with an id that is not listed above is an error. */
function consolePages(folder: string): { who: Who; address: string }[] {
  const manifest = readFileSync(path.join(folder, "server/app-paths-manifest.json"), "utf8");
  const routes = Object.keys(JSON.parse(manifest) as object)
    .filter((key) => key.endsWith("/page"))
    .map((key) => key.replace(/\/\([^)]+\)/g, "").replace(/\/page$/, ""))
    .filter((route) => /^\/(admin|branch|committee)(\/|$)/.test(route))
    .sort();
  return routes.flatMap((route) => {
    const addresses = ADDRESSES[route] ?? [route];
    if (ADDRESSES[route] === undefined && route.includes("[")) throw new Error(`没有写明测${route}的哪一页。`);
    return addresses.map((address) => ({ who: whoOf(route), address }));
  });
}

type Planted = Work & { accounts: Record<Who, string>; questionId: string };

/** Gives four accounts a role each, and one organisation something to say: by the product's own mutations. */
async function plant(zone: Zone): Promise<Planted> {
  process.env["DATA_DIR"] = zone.dataDir;
  delete process.env["DATABASE_URL"];
  const { grantRole } = await import("../features/members/mutations/grant-role");
  const { objectToFigure } = await import("../features/figures/mutations/object-to-figure");
  const { businessDateOf, quarterOf } = await import("../domain/calendar/shanghai");
  const { closeDb, db } = await import("../lib/db");
  const now = new Date();
  const today = businessDateOf(now);
  const people = Object.keys(ROLES) as Who[];
  const term = { since: today, until: null, actorId: null, now };
  for (const [index, who] of people.entries()) {
    const granted = await grantRole({ ...ROLES[who], ...term, memberId: `load-member-0000${index + 1}` });
    if (!granted.ok) throw new Error(granted.detail);
  }
  await objectToFigure({
    ...{ organisationId: ORGANISATION, quarter: quarterOf(today), figure: "answered", text: "测量用的异议" },
    ...{ actorId: "load-member-00002", now },
  });
  const question = await db().question.findFirstOrThrow({ where: { state: "active" }, select: { id: true } });
  const work = await plantWork(zone);
  await closeDb();
  const accounts = Object.fromEntries(people.map((who, index) => [who, zone.accounts[index] ?? ""]));
  return { accounts: accounts as Record<Who, string>, questionId: question.id, ...work };
}

/** The address with the ids of what was planted. */
const named = (address: string, ids: Omit<Planted, "accounts">): string =>
  address
    .replace("QUESTION", ids.questionId)
    .replace("DUTY", ids.dutyId)
    .replace("CONTEST", ids.contestId)
    .replace("YEAR", ids.year)
    .replace("PROJECT", ids.projectId);

async function timed(zone: Zone, cookie: string, address: string): Promise<number> {
  const began = performance.now();
  const reply = await send(zone.base, "GET", address, { cookie });
  const milliseconds = performance.now() - began;
  if (reply.status !== 200) throw new Error(`${address}：${reply.status}`);
  return milliseconds;
}

type Measured = Summary & { page: string; first: number };

/**
 * Server time of every page of the consoles in a load zone of 3,500 people and 410 organisations: whole requests over a
 * kept connection, one after the other, page by page in rounds. The first request of each page is told apart, because the
 * server has not seen it before; so is the desk when somebody has answered right before, so that all figures are read
 * again, and what a machine needs that has done nothing for five seconds.
 */
export async function benchConsoles(): Promise<unknown> {
  const zone = await startZone({ members: 3_500, organisations: 410 });
  try {
    const { accounts, ...planted } = await plant(zone);
    const cookies = {} as Record<Who, string>;
    for (const who of Object.keys(accounts) as Who[]) {
      cookies[who] = await signIn(zone.base, accounts[who], zone.password);
    }
    const pages = consolePages(zone.build).map(({ who, address }) => {
      return { who, address: named(address, planted), first: 0, times: [] as number[] };
    });
    const constant: number[] = [];
    for (const page of pages) page.first = await timed(zone, cookies[page.who], page.address);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const page of pages) page.times.push(await timed(zone, cookies[page.who], page.address));
      constant.push(await timed(zone, "", YARDSTICK));
    }
    const ask = (address: string) => timed(zone, cookies.committee, address);
    const others = async (): Promise<void> => {
      for (const until = performance.now() + FORGOTTEN_MS; performance.now() < until; await pause(OTHERS_MS)) {
        await ask(ANOTHER_PAGE);
      }
    };
    const answers = answering(zone, zone.accounts.slice(100));
    const changed: number[] = [];
    for (let count = 0; count < COLD; count += 1) {
      await others();
      if ((await answers.next()).done === true) throw new Error("没有可以再答的了。");
      changed.push(await ask("/committee"));
    }
    const woken = { desk: [] as number[], constant: [] as number[] };
    for (let count = 0; count < COLD; count += 1) {
      await pause(FORGOTTEN_MS);
      if (count % 2 === 0) woken.desk.push(await ask("/committee"));
      else woken.constant.push(await ask(YARDSTICK));
    }
    const rows: Measured[] = pages.map(({ address, first, times }) => ({
      ...{ page: address, first: Math.round(first), ...summarise(times) },
    }));
    const add = (page: string, times: number[]) => {
      rows.push({ page, first: Math.round(times[0] ?? 0), ...summarise(times) });
    };
    add("/committee，5秒内没有人看过，刚有人答过题", changed);
    add(`${YARDSTICK}，恒定的答复`, constant);
    add("/committee，5秒内没有任何请求", woken.desk);
    add(`${YARDSTICK}，5秒内没有任何请求`, woken.constant);
    const slow = rows.filter((row) => row.p95 > LIMIT).map(({ page }) => page);
    console.table(Object.fromEntries(rows.map(({ page, ...row }) => [page, row])));
    console.log(slow.length === 0 ? `每一页的p95都在${LIMIT}毫秒以内。` : `p95超过${LIMIT}毫秒：${slow.join("、")}`);
    return { limit: LIMIT, rounds: ROUNDS, slow, rows };
  } finally {
    await zone.stop();
  }
}
