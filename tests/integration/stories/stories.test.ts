import { beforeAll, expect, test } from "vitest";
import { parseQuery } from "@/domain/search/query";
import type { BranchScope, OwnScope } from "@/features/access/types";
import { indexDocuments } from "@/features/search/mutations";
import { findCandidates } from "@/features/search/queries";
import { listNotices } from "@/features/notices/queries";
import { mergeMembers } from "@/features/merges/mutations/merge-members";
import { publishStory, returnStory } from "@/features/stories/mutations/review-story";
import { saveStory } from "@/features/stories/mutations/save-story";
import { stepStory } from "@/features/stories/mutations/step-story";
import { findStory } from "@/features/stories/queries/find-story";
import { findOrganisationOf, findShown, listOwnStories, listShown } from "@/features/stories/queries/list-stories";
import { countForReviewer, listShownOfBranch, listSubmittedOfBranch } from "@/features/stories/queries/reviewing";
import { itemOf } from "@/features/stories/view";
import { db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { makePerson, makePlace, type Person, type Place } from "@/tests/factories/people";
import { STORY, submitStory, tellStory, versionOf, writeStory } from "@/tests/factories/stories";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const ALL = { readerOf: null, organisationId: "", page: 1 };

describeOnBothEngines("stories", () => {
  let place: Place, elsewhere: Place;
  let author: Person, secretary: Person, officer: Person, stranger: Person;

  beforeAll(async () => {
    [place, elsewhere] = [await makePlace(), await makePlace()];
    author = await makePerson(place);
    const office = (role: "branch-secretary" | "study-officer") => ({
      roles: [{ role, scopeKind: "branch" as const, scopeId: place.branchId }],
    });
    secretary = await makePerson(place, office("branch-secretary"));
    officer = await makePerson(place, office("study-officer"));
    stranger = await makePerson(elsewhere);
  });

  const scope = () => ({ branchId: place.branchId }) as BranchScope;
  const own = ({ memberId }: Person) => ({ memberId }) as OwnScope;
  const by = ({ memberId }: Person, storyId: string, version: number) => ({
    ...{ storyId, version, actorId: memberId, isCommittee: false, now },
  });
  const publish = async (who: Person, storyId: string, visibility: "all" | "organisation" = "all") =>
    publishStory({ ...by(who, storyId, await versionOf(storyId)), visibility });
  const ids = async (readerOf: string | null) => (await listShown({ ...ALL, readerOf }, [])).rows.map(({ id }) => id);
  const found = async (words: string) => (await findCandidates(parseQuery(words))).map(({ id }) => id);

  test("are read once the secretary has looked them through, and never by the author's own word", async () => {
    const storyId = await submitStory(author.memberId, { title: "示例老水塔的来历" });
    expect(await countForReviewer(scope(), secretary.memberId, now)).toBe(1);
    expect(await countForReviewer(scope(), officer.memberId, now)).toBe(0);
    const [told] = await listNotices(own(secretary));
    expect(told?.text).toContain("示例老水塔的来历");
    expect(await findShown(storyId)).toBeNull();
    expect(await found("老水塔")).toEqual([]);
    expect(await publish(author, storyId)).toMatchObject({ ok: false, detail: expect.stringContaining("另一位同志") });
    expect(await publish(officer, storyId)).toMatchObject({ ok: false });
    expect(await publish(stranger, storyId)).toMatchObject({ ok: false });
    expect(await publish(secretary, storyId)).toMatchObject({ ok: true });
    expect(await findShown(storyId)).toMatchObject({ title: "示例老水塔的来历", to: "all", author: null });
    expect(await found("老水塔")).toEqual([itemOf(storyId)]);
    expect((await listNotices(own(author))).map(({ text }) => text).join()).toContain(
      "老水塔的来历》发布了，所有人都能看到",
    );
    const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectId: storyId } });
    expect(entry).toMatchObject({ action: "story.publish", actorId: secretary.memberId });
  });

  test("of the secretary are looked through by the study officer", async () => {
    const storyId = await submitStory(secretary.memberId);
    expect(await publish(secretary, storyId)).toMatchObject({ ok: false });
    expect(await publish(officer, storyId)).toMatchObject({ ok: true });
  });

  test("of a branch without officers are left to the committee", async () => {
    const storyId = await submitStory(stranger.memberId);
    const committee = { ...by(author, storyId, 2), actorId: "committee", isCommittee: true };
    expect(await publishStory({ ...committee, visibility: "all" })).toMatchObject({ ok: true });
  });

  test("for the own organisation are read there and nowhere else, and the search does not know them", async () => {
    const storyId = await tellStory(author.memberId, { title: "示例内部的车间往事", visibility: "organisation" });
    expect(await ids(null)).not.toContain(storyId);
    expect(await ids(elsewhere.organisationId)).not.toContain(storyId);
    expect(await ids(await findOrganisationOf(own(author), now))).toContain(storyId);
    expect(await found("车间往事")).toEqual([]);
  });

  test("are never shown to more people than the author asked for", async () => {
    const storyId = await submitStory(author.memberId, { visibility: "organisation" });
    expect(await publish(secretary, storyId, "all")).toMatchObject({ ok: false, reason: "state" });
    expect(await publish(secretary, storyId, "organisation")).toMatchObject({ ok: true });
    const fewer = await submitStory(author.memberId, { visibility: "all" });
    expect(await publish(secretary, fewer, "organisation")).toMatchObject({ ok: true });
    expect(await ids(null)).not.toContain(fewer);
  });

  test("go back with a reason, keep it while they are written on, and come again", async () => {
    const storyId = await submitStory(author.memberId, { title: "示例退回的一篇" });
    const returned = await returnStory({ ...by(secretary, storyId, 2), note: "请写明年份" });
    expect(returned).toMatchObject({ ok: true });
    expect((await listNotices(own(author))).map(({ text }) => text).join()).toContain("请写明年份");
    const draft = { ...STORY, title: "示例退回的一篇，1978年" };
    expect(await saveStory({ storyId, version: 3, draft, authorId: author.memberId, now })).toMatchObject({ ok: true });
    expect(await findStory(storyId)).toMatchObject({ state: "returned", reviewNote: "请写明年份" });
    expect(await stepStory("submit", by(author, storyId, 4))).toMatchObject({ ok: true });
    expect(await publish(secretary, storyId)).toMatchObject({ ok: true });
  });

  test("stay as they were published while a new version is written and looked through", async () => {
    const storyId = await tellStory(author.memberId, { title: "示例炉前旧闻", visibility: "all" });
    const draft = { ...STORY, title: "示例高炉新篇" };
    expect(await saveStory({ storyId, version: 3, draft, authorId: author.memberId, now })).toMatchObject({ ok: true });
    expect(await findShown(storyId)).toMatchObject({ title: "示例炉前旧闻" });
    // What is written on a published story is nobody else's before it is sent.
    expect((await listShownOfBranch(scope())).find(({ id }) => id === storyId)?.title).toBe("示例炉前旧闻");
    await stepStory("submit", by(author, storyId, 4));
    expect(await findShown(storyId)).toMatchObject({ title: "示例炉前旧闻" });
    await publish(secretary, storyId);
    expect(await findShown(storyId)).toMatchObject({ title: "示例高炉新篇" });
    expect(await db().storyVersion.count({ where: { storyId } })).toBe(2);
    expect(await found("炉前旧闻")).toEqual([]);
    expect(await found("高炉新篇")).toEqual([itemOf(storyId)]);
  });

  test("taken back are gone from readers and from the search at once", async () => {
    const storyId = await tellStory(author.memberId, { title: "示例要收回的往事", visibility: "all" });
    expect(await found("要收回的往事")).toEqual([itemOf(storyId)]);
    expect(await stepStory("withdraw", by(secretary, storyId, 3))).toMatchObject({ ok: false, reason: "unknown" });
    expect(await stepStory("withdraw", by(author, storyId, 3))).toMatchObject({ ok: true });
    expect(await findShown(storyId)).toBeNull();
    expect(await found("要收回的往事")).toEqual([]);
    expect(await findStory(storyId)).toMatchObject({ state: "withdrawn", title: "示例要收回的往事" });
  });

  test("survive the loading of the library in the search", async () => {
    const storyId = await tellStory(author.memberId, { title: "示例不该丢的索引", visibility: "all" });
    await indexDocuments([]);
    expect(await found("不该丢的索引")).toEqual([itemOf(storyId)]);
  });

  test("decided by two persons at once are decided once", async () => {
    const storyId = await submitStory(author.memberId);
    const results = await Promise.all([
      publishStory({ ...by(secretary, storyId, 2), visibility: "all" }),
      returnStory({ ...by(officer, storyId, 2), isCommittee: true, note: "再写一点" }),
      publishStory({ ...by(officer, storyId, 2), isCommittee: true, visibility: "all" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().auditEntry.count({ where: { subjectId: storyId } })).toBe(1);
    expect(await versionOf(storyId)).toBe(3);
  });

  test("saved from two pages at once keep one text and hand back the other's", async () => {
    const storyId = await writeStory(author.memberId);
    const save = (title: string) =>
      saveStory({ storyId, version: 1, draft: { ...STORY, title }, authorId: author.memberId, now });
    const results = await Promise.all([save("示例甲页"), save("示例乙页")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = results.find(({ ok }) => !ok);
    const kept = await findStory(storyId);
    expect(refused).toMatchObject({ reason: "changed", standing: { title: kept?.title, version: 2 } });
    expect(["示例甲页", "示例乙页"]).toContain(kept?.title);
    const repeat = await save(kept?.title ?? "");
    expect(repeat).toMatchObject({ ok: true, saved: { version: 2 } });
  });

  test("made new twice at once are one, and nobody writes on another's", async () => {
    const storyId = newId(now);
    const save = (authorId: string) => saveStory({ storyId, version: 0, draft: STORY, authorId, now });
    const results = await Promise.all([save(author.memberId), save(author.memberId)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await save(stranger.memberId)).toMatchObject({ ok: false, reason: "unknown" });
    expect(await stepStory("submit", by(stranger, storyId, 1))).toMatchObject({ ok: false, reason: "unknown" });
    expect((await listOwnStories(own(stranger))).map(({ id }) => id)).not.toContain(storyId);
  });

  test("with a telephone number are kept as a draft and not sent", async () => {
    const storyId = await writeStory(author.memberId, { body: `${STORY.body}\n\n有事打13800000000。` });
    const sent = await stepStory("submit", by(author, storyId, 1));
    expect(sent).toMatchObject({ ok: false, reason: "faults", detail: expect.stringContaining("像电话号码") });
    expect(await findStory(storyId)).toMatchObject({ state: "draft" });
  });

  test("of somebody who works nowhere are kept and not sent", async () => {
    const nobody = await makePerson(null);
    const storyId = await writeStory(nobody.memberId);
    expect(await stepStory("submit", by(nobody, storyId, 1))).toMatchObject({ ok: false, reason: "place" });
  });

  test("of somebody who left lose the name, and what waits is not published", async () => {
    const leaver = await makePerson(place);
    const shown = await tellStory(leaver.memberId, { visibility: "all", showName: true });
    const waiting = await submitStory(leaver.memberId);
    expect((await findShown(shown))?.author).not.toBeNull();
    await db().member.update({ where: { id: leaver.memberId }, data: { state: "left" } });
    expect((await findShown(shown))?.author).toBeNull();
    expect((await listSubmittedOfBranch(scope())).map(({ id }) => id)).not.toContain(waiting);
    expect(await publish(secretary, waiting)).toMatchObject({ ok: false, detail: expect.stringContaining("已经转出") });
  });

  test("of an account that was merged belong to the one that was kept", async () => {
    const [kept, gone] = [await makePerson(place), await makePerson(place)];
    const storyId = await writeStory(gone.memberId);
    const merged = await mergeMembers({ keptId: kept.memberId, goneId: gone.memberId, actorId: "committee", now });
    expect(merged).toMatchObject({ ok: true });
    expect((await listOwnStories(own(kept))).map(({ id }) => id)).toEqual([storyId]);
  });

  test("thrown away are fetched again; those that were published are not thrown away", async () => {
    const storyId = await writeStory(author.memberId);
    expect(await stepStory("discard", by(author, storyId, 1))).toMatchObject({ ok: true });
    expect(await stepStory("restore", by(author, storyId, 2))).toMatchObject({ ok: true });
    expect(await findStory(storyId)).toMatchObject({ state: "draft", body: STORY.body });
    const told = await tellStory(author.memberId, { visibility: "all" });
    await saveStory({
      storyId: told,
      version: 3,
      draft: { ...STORY, title: "示例改" },
      authorId: author.memberId,
      now,
    });
    expect(await stepStory("discard", by(author, told, 4))).toMatchObject({ ok: false });
  });
});
