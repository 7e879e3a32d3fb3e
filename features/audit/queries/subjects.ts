import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { periodLabel } from "@/domain/duties/rhythm";
import { IMPORT_KIND_LABELS, type ImportKind } from "@/domain/imports/words";
import { JOB_NAMES, JOB_PLANS } from "@/domain/jobs/schedule";
import { normaliseName } from "@/domain/people/name";
import { quarterLabel } from "@/features/points/view";
import { db } from "@/lib/db";
import { SUBJECT_LABELS, type SubjectKind } from "../constants/subjects";
import { VALUE_LABELS } from "../constants/labels";
import { subjectKey, type Names, type Subject, type Subjects } from "../view";

/** So many things of one kind that a name may mean. */
export const MEANT = 200;

/** A thing and what it is called; `pageId` where its page goes by another id, or null where it may not be opened. */
type Called = { id: string; name: string; pageId?: string | null };

type Namer = {
  /** Those of the ids that are still there. */
  name: (ids: string[]) => Promise<Called[]>;
  /** Ids of what is called so. */
  find: (typed: string) => Promise<string[]>;
};

export const begins = (typed: string) => ({ name: { startsWith: normaliseName(typed) } });

const among = (ids: readonly string[]) => ({ id: { in: [...ids] } });
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
const dayOf = (at: Date): string => formatFull(businessDateOf(at));
const only = { take: MEANT, select: { id: true } } as const;
const named = { id: true, name: true } as const;
const titled = { id: true, title: true } as const;
const holds = (typed: string) => ({ where: { name: { contains: normaliseName(typed) } }, ...only });
const isTitled = (typed: string) => ({ where: { title: { contains: typed } }, ...only });
const byTitle = (rows: readonly { id: string; title: string }[]): Called[] =>
  rows.map(({ id, title }) => ({ id, name: title }));

/** Of kinds so few that the name of each can be looked at. */
const oneOf = (all: () => Promise<string[]>, name: Namer["name"]): Namer => ({
  name,
  find: async (typed) => idsOf((await name(await all())).filter((each) => each.name.includes(typed))),
});

const fixed = (names: Readonly<Record<string, string>>): Namer =>
  oneOf(
    () => Promise.resolve(Object.keys(names)),
    (ids) => Promise.resolve(ids.flatMap((id) => (names[id] === undefined ? [] : [{ id, name: names[id] }]))),
  );

const content: Namer = {
  name: async (ids) => byTitle(await db().contentItem.findMany({ where: among(ids), select: titled })),
  find: async (typed) => idsOf(await db().contentItem.findMany(isTitled(typed))),
};

const question: Namer = {
  name: async (ids) => {
    const select = { id: true, current: { select: { stem: true } } };
    const rows = await db().question.findMany({ where: among(ids), select });
    return rows.map(({ id, current }) => ({ id, name: current?.stem ?? "" }));
  },
  find: async (typed) =>
    idsOf(await db().question.findMany({ where: { current: { stem: { contains: typed } } }, ...only })),
};

const STORY_PATH = "stories/";

/** Acts on stories are written by id, takedowns by path. What an organisation tells its own people is named to nobody else. */
const story: Namer = {
  name: async (ids) => {
    const select = { id: true, shownId: true, shownTo: true, organisation: { select: { name: true } } } as const;
    const rows = await db().story.findMany({ where: among(ids.map((id) => id.replace(STORY_PATH, ""))), select });
    const shown = rows.flatMap(({ shownId, shownTo }) => (shownTo === "all" && shownId !== null ? [shownId] : []));
    const versions = await db().storyVersion.findMany({ where: among(shown), select: titled });
    const titles = new Map(versions.map(({ id, title }) => [id, title]));
    const called = new Map(
      rows.map(({ id, shownId, organisation }) => {
        const title = titles.get(shownId ?? "");
        const name = title ?? `没有对全区公开的一篇${organisation === null ? "" : `（${organisation.name}）`}`;
        return [id, { name, pageId: title === undefined ? null : id }];
      }),
    );
    return ids.flatMap((id) => {
      const found = called.get(id.replace(STORY_PATH, ""));
      return found ? [{ id, ...found }] : [];
    });
  },
  find: async (typed) => {
    const versions = await db().storyVersion.findMany({
      where: { title: { contains: typed } },
      ...{ take: MEANT, orderBy: { id: "desc" }, select: { id: true } },
    });
    const organisation = { name: { contains: normaliseName(typed) } };
    const shown = { shownTo: "all", shownId: { in: idsOf(versions) } };
    const rows = await db().story.findMany({ where: { OR: [shown, { organisation }] }, ...only });
    return idsOf(rows).flatMap((id) => [id, `${STORY_PATH}${id}`]);
  },
};

const SUGGESTIONS = "意见建议";

/** What was reported, and the day: 课程“长征”，2026年11月22日. */
const feedback: Namer = {
  name: async (ids) => {
    const select = { id: true, targetKind: true, targetId: true, createdAt: true };
    const rows = await db().feedback.findMany({ where: among(ids), select });
    const about = await nameSubjects(rows.map((row) => ({ subjectKind: row.targetKind, subjectId: row.targetId })));
    return rows.map(({ id, targetKind, targetId, createdAt }) => {
      const name = about.get(subjectKey(targetKind, targetId))?.name ?? targetId;
      const what = isKind(targetKind) ? `${SUBJECT_LABELS[targetKind]}“${name}”` : SUGGESTIONS;
      return { id, name: `${what}，${dayOf(createdAt)}` };
    });
  },
  find: async (typed) => {
    const about = await Promise.all([content, question, story].map((namer) => namer.find(typed)));
    const products = SUGGESTIONS.includes(typed) ? [{ targetKind: "product" }] : [];
    const where = { OR: [{ targetId: { in: about.flat() } }, ...products] };
    return idsOf(await db().feedback.findMany({ where, orderBy: { createdAt: "desc" }, ...only }));
  },
};

const stemOf = (stored: string): string => (JSON.parse(stored) as { stem: string }).stem;

const proposal: Namer = {
  name: async (ids) => {
    const rows = await db().questionProposal.findMany({ where: among(ids), select: { id: true, content: true } });
    return rows.map(({ id, content: stored }) => ({ id, name: stemOf(stored) }));
  },
  find: async (typed) => {
    const where = { content: { contains: typed } };
    const rows = await db().questionProposal.findMany({ where, take: MEANT, select: { id: true, content: true } });
    return idsOf(rows.filter((row) => stemOf(row.content).includes(typed)));
  },
};

const claim: Namer = {
  name: async (ids) => {
    const select = { id: true, projectId: true, project: { select: { title: true } } };
    const rows = await db().projectClaim.findMany({ where: among(ids), select });
    return rows.map(({ id, projectId, project }) => ({ id, name: project.title, pageId: projectId }));
  },
  find: async (typed) =>
    idsOf(await db().projectClaim.findMany({ where: { project: { title: { contains: typed } } }, ...only })),
};

const duty: Namer = {
  name: async (ids) => {
    const select = { ...titled, period: true, organisation: { select: { name: true } } };
    const rows = await db().duty.findMany({ where: among(ids), select });
    return rows.map(({ id, title, period, organisation }) => ({
      id,
      name: `${organisation.name}，${period.slice(0, 4)}年${periodLabel(period)}，${title}`,
    }));
  },
  find: async (typed) => {
    const organisation = { name: { contains: normaliseName(typed) } };
    const where = { OR: [{ title: { contains: typed } }, { organisation }] };
    return idsOf(await db().duty.findMany({ where, orderBy: { id: "desc" }, ...only }));
  },
};

const organisation: Namer = {
  name: async (ids) => db().organisation.findMany({ where: among(ids), select: named }),
  find: async (typed) => idsOf(await db().organisation.findMany(holds(typed))),
};

/** How things of each kind are named and found: a kind that is not here does not compile. */
const NAMERS: Readonly<Record<SubjectKind, Namer>> = {
  member: {
    name: async (ids) => db().member.findMany({ where: among(ids), select: named }),
    find: async (typed) => idsOf(await db().member.findMany({ where: begins(typed), ...only })),
  },
  application: {
    name: async (ids) => db().application.findMany({ where: among(ids), select: named }),
    find: async (typed) => idsOf(await db().application.findMany({ where: begins(typed), ...only })),
  },
  station: {
    name: async (ids) => db().station.findMany({ where: among(ids), select: named }),
    find: async (typed) => idsOf(await db().station.findMany(holds(typed))),
  },
  organisation,
  "duty-list": organisation,
  branch: {
    name: async (ids) => db().branch.findMany({ where: among(ids), select: named }),
    find: async (typed) => idsOf(await db().branch.findMany(holds(typed))),
  },
  ...{ entry: content, lesson: content, leaflet: content, film: content },
  ...{ question, story, feedback, proposal, claim, duty },
  assignment: {
    name: async (ids) => byTitle(await db().assignment.findMany({ where: among(ids), select: titled })),
    find: async (typed) => idsOf(await db().assignment.findMany(isTitled(typed))),
  },
  contest: {
    name: async (ids) => byTitle(await db().quiz.findMany({ where: among(ids), select: titled })),
    find: async (typed) => idsOf(await db().quiz.findMany(isTitled(typed))),
  },
  project: {
    name: async (ids) => byTitle(await db().project.findMany({ where: among(ids), select: titled })),
    find: async (typed) => idsOf(await db().project.findMany(isTitled(typed))),
  },
  "duty-line": {
    name: async (ids) => {
      const rows = await db().dutyLine.findMany({ where: among(ids), select: { ...titled, year: true } });
      return rows.map(({ id, title, year }) => ({ id, name: `${year}年，${title}`, pageId: year }));
    },
    find: async (typed) => idsOf(await db().dutyLine.findMany(isTitled(typed))),
  },
  "duty-template": oneOf(
    async () => (await db().dutyTemplate.findMany({ select: { year: true } })).map(({ year }) => year),
    async (ids) => {
      const rows = await db().dutyTemplate.findMany({ where: { year: { in: ids } }, select: { year: true } });
      return rows.map(({ year }) => ({ id: year, name: `${year}年` }));
    },
  ),
  import: oneOf(
    async () => idsOf(await db().importFile.findMany({ orderBy: { createdAt: "desc" }, ...only })),
    async (ids) => {
      const select = { id: true, kind: true, createdAt: true };
      const rows = await db().importFile.findMany({ where: among(ids), select });
      return rows.map(({ id, kind, createdAt }) => ({
        id,
        name: `${IMPORT_KIND_LABELS[kind as ImportKind]}，${dayOf(createdAt)}`,
      }));
    },
  ),
  season: oneOf(
    async () => (await db().season.findMany({ select: { quarter: true } })).map(({ quarter }) => quarter),
    (ids) => Promise.resolve(ids.map((id) => ({ id, name: quarterLabel(id) }))),
  ),
  job: fixed(Object.fromEntries(JOB_NAMES.map((job) => [job, JOB_PLANS[job].title]))),
  register: fixed(VALUE_LABELS["register"] ?? {}),
  installation: fixed({ keys: "密钥" }),
  // One library after the other under one roof: its version is all that tells them apart.
  library: {
    name: (ids) => Promise.resolve(ids.map((id) => ({ id, name: `版本${id.slice(0, 8)}` }))),
    find: () => Promise.resolve([]),
  },
};

const isKind = (kind: string): kind is SubjectKind => kind in SUBJECT_LABELS;

/** What acts were done to, by what people call it; what is gone is left out. */
export async function nameSubjects(rows: readonly { subjectKind: string; subjectId: string }[]): Promise<Subjects> {
  const asked = new Map<SubjectKind, Set<string>>();
  for (const { subjectKind: kind, subjectId } of rows) {
    if (isKind(kind)) asked.set(kind, (asked.get(kind) ?? new Set()).add(subjectId));
  }
  const found = await Promise.all(
    [...asked].map(async ([kind, ids]) =>
      (await NAMERS[kind].name([...ids])).map(
        ({ id, name, pageId = id }) => [subjectKey(kind, id), { name, pageId }] as [string, Subject],
      ),
    ),
  );
  return new Map(found.flat());
}

/** Ids of what is called so, of whatever kind; of one kind at most so many as are looked for, and then `isPart`. */
export async function findSubjectIds(typed: string): Promise<{ ids: string[]; isPart: boolean }> {
  const namers = [...new Set(Object.values(NAMERS))];
  const found = await Promise.all(namers.map((namer) => namer.find(typed)));
  return { ids: [...new Set(found.flat())], isPart: found.some(({ length }) => length >= MEANT) };
}

/** Kinds that the details of acts speak of by id. */
const TOLD: readonly SubjectKind[] = ["member", "station", "organisation", "branch", "question", "duty-line"];

/** Names of people, places, questions and lines of duties, whichever of them an id belongs to. */
export async function nameAnyOf(ids: readonly string[]): Promise<Names> {
  const found = await Promise.all(TOLD.map((kind) => NAMERS[kind].name([...ids])));
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
