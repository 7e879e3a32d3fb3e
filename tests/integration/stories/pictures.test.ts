import { NextRequest } from "next/server";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { PUT as save, POST as saveForm } from "@/app/api/v1/stories/[id]/route";
import { POST as upload } from "@/app/api/v1/stories/[id]/images/route";
import { PICTURES_A_STORY, SHELF_BYTES } from "@/domain/stories/story";
import { purgeStories } from "@/features/stories/mutations/purge-stories";
import { saveStory } from "@/features/stories/mutations/save-story";
import { stepStory } from "@/features/stories/mutations/step-story";
import { findFaults, findStory, listPictures } from "@/features/stories/queries/find-story";
import { db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { makePerson, makePlace, type Person, type Place } from "@/tests/factories/people";
import { cookieOf } from "@/tests/factories/sign-in";
import { STORY, versionOf, writeStory } from "@/tests/factories/stories";
import { callRoute } from "@/tests/support/api-calls";
import { expectConforms } from "@/tests/support/conformance";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date();
const DAY_MS = 24 * 60 * 60_000;
let counter = 0;

/** A JPEG unlike any other. */
function jpeg(): Promise<Buffer> {
  counter += 1;
  const background = { r: (counter * 37) % 256, g: (counter * 101) % 256, b: 90 };
  return sharp({ create: { width: 80, height: 60, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

const NOISE = { type: "gaussian", mean: 128, sigma: 60 } as const;
const noisy = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: "#888", noise: NOISE } })
    .jpeg()
    .toBuffer();

describeOnBothEngines("pictures of stories", () => {
  let place: Place;
  let author: Person, stranger: Person;

  beforeAll(async () => {
    place = await makePlace();
    [author, stranger] = [await makePerson(place), await makePerson(await makePlace())];
  });

  async function send(who: Person, storyId: string, content: Buffer, name = "图片.jpg") {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(content)], name));
    const request = new NextRequest(`http://127.0.0.1:3000/api/v1/stories/${storyId}/images`, {
      method: "POST",
      headers: { cookie: await cookieOf(who.memberId) },
      body: form,
    });
    const response = await upload(request, { params: Promise.resolve({ id: storyId }) });
    const body = (await response.json()) as { number: number; src: string; detail: string };
    await expectConforms("addStoryPicture", response.status, body);
    return { status: response.status, body };
  }
  const weighed = async () =>
    (await db().storyShelf.findUnique({ where: { organisationId: place.organisationId } }))?.bytes ?? 0;

  test("are taken, named by their number, and the same one twice is one", async () => {
    const storyId = await writeStory(author.memberId);
    const [first, second] = [await jpeg(), await jpeg()];
    const sent = await send(author, storyId, first);
    expect(sent).toMatchObject({ status: 201, body: { number: 1, src: `/stories/${storyId}/images/1` } });
    expect(await send(author, storyId, second, "virus.exe")).toMatchObject({ status: 201, body: { number: 2 } });
    const again = await Promise.all([send(author, storyId, first), send(author, storyId, first)]);
    expect(again.map(({ status, body }) => [status, body.number])).toEqual([
      [200, 1],
      [200, 1],
    ]);
    const rows = await db().storyPicture.findMany({ where: { storyId } });
    expect(await weighed()).toBe(rows.reduce((sum, { weight }) => sum + weight, 0));
  });

  test("sent up at once get numbers of their own, and the same one at once is one", async () => {
    const storyId = await writeStory(author.memberId);
    const same = await jpeg();
    const all = await Promise.all(
      [...(await Promise.all([jpeg(), jpeg(), jpeg()])), same, same].map((content) => send(author, storyId, content)),
    );
    expect(all.every(({ status }) => status === 200 || status === 201)).toBe(true);
    const numbers = (await listPictures(storyId)).map(({ number }) => number);
    expect(numbers).toHaveLength(4);
    expect(new Set(all.map(({ body }) => body.number)).size).toBe(4);
  });

  test("are for one's own story alone, as long as it is written on", async () => {
    const storyId = await writeStory(author.memberId);
    expect(await send(stranger, storyId, await jpeg())).toMatchObject({ status: 404 });
    expect(await send(author, newId(now), await jpeg())).toMatchObject({ status: 404 });
    await stepStory("submit", { storyId, version: 1, actorId: author.memberId, now });
    expect(await send(author, storyId, await jpeg())).toMatchObject({ status: 409 });
  });

  test("that are none are refused with a sentence, and nothing is kept", async () => {
    const storyId = await writeStory(author.memberId);
    const faults: [Buffer, number, RegExp][] = [
      [Buffer.from("MZ this program cannot be run"), 422, /不是JPEG/],
      [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), 422, /不是JPEG/],
      [
        await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
          .gif()
          .toBuffer(),
        422,
        /GIF/,
      ],
      [Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(99)]), 422, /兼容性最佳/],
      [(await noisy()).subarray(0, 5000), 422, /不完整/],
      [Buffer.alloc(11 * 1024 * 1024), 413, /超过10MB/],
    ];
    for (const [content, status, detail] of faults) {
      const reply = await send(author, storyId, content);
      expect(reply.status).toBe(status);
      expect(reply.body.detail).toMatch(detail);
    }
    expect(await listPictures(storyId)).toEqual([]);
    expect(await findStory(storyId)).toMatchObject({ state: "draft" });
  });

  test("end at the limit of the story and of the organisation, also at once", async () => {
    const storyId = await writeStory(author.memberId);
    await db().story.update({ where: { id: storyId }, data: { pictures: PICTURES_A_STORY - 1 } });
    const two = await Promise.all([jpeg(), jpeg()].map(async (made) => send(author, storyId, await made)));
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
    const full = await makePerson(await makePlace());
    const { organisationId } = await db().employment.findFirstOrThrow({ where: { memberId: full.memberId } });
    await db().storyShelf.create({ data: { organisationId, bytes: SHELF_BYTES - 10 } });
    const other = await writeStory(full.memberId);
    expect(await send(full, other, await jpeg())).toMatchObject({ status: 409 });
    expect(await listPictures(other)).toEqual([]);
    // What was refused is not counted.
    expect(await db().story.findUnique({ where: { id: other } })).toMatchObject({ pictures: 0 });
  });

  test("that stand in the text must be there and say what they show", async () => {
    const storyId = await writeStory(author.memberId);
    await send(author, storyId, await jpeg());
    const body = `${STORY.body}\n\n![门口的机床](图1)\n\n![](图1)\n\n![另一台](图5)`;
    expect(await findFaults({ id: storyId, title: STORY.title, body })).toEqual([
      "图1还没有说明，写两个字以上：图上是什么。",
      "没有图5，请重新上传这张图。",
    ]);
  });

  test("of what was thrown away go after a month, unused ones after a week, used ones never", async () => {
    const [kept, thrown] = [await writeStory(author.memberId), await writeStory(author.memberId)];
    for (const storyId of [kept, kept, thrown]) await send(author, storyId, await jpeg());
    const draft = { ...STORY, body: `${STORY.body}\n\n![门口的机床](图2)` };
    await saveStory({ storyId: kept, version: 1, draft, authorId: author.memberId, now });
    await stepStory("discard", { storyId: thrown, version: 1, actorId: author.memberId, now });
    const later = (days: number) => purgeStories(new Date(now.getTime() + days * DAY_MS));
    expect((await later(6)).pictures).toBe(0);
    await later(8);
    expect((await listPictures(kept)).map(({ number }) => number)).toEqual([2]);
    expect(await findStory(thrown)).not.toBeNull();
    expect((await later(31)).stories).toBe(1);
    expect(await findStory(thrown)).toBeNull();
    expect(await later(31)).toEqual({ stories: 0, pictures: 0 });
    const rows = await db().storyPicture.findMany({ where: { organisationId: place.organisationId } });
    expect(await weighed()).toBe(rows.reduce((sum, { weight }) => sum + weight, 0));
  });

  test("a draft comes by the API and by a plain form, and another page's text is handed back", async () => {
    const storyId = newId(now);
    const cookie = await cookieOf(author.memberId);
    const put = async (version: number, title: string) => {
      const body = { version, ...STORY, title };
      const reply = await callRoute(
        save,
        { method: "PUT", path: `/stories/${storyId}`, cookie, body },
        { id: storyId },
      );
      await expectConforms("saveStory", reply.status, reply.body);
      return reply;
    };
    expect(await put(0, "示例一稿")).toMatchObject({ status: 201, body: { version: 1, state: "draft", faults: [] } });
    expect(await put(1, "示例二稿")).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await put(1, "示例旁边一稿")).toMatchObject({
      status: 409,
      body: { standing: { version: 2, title: "示例二稿" } },
    });
    const fields = {
      version: "2",
      title: "示例三稿",
      body: "第一行\r\n第二行",
      visibility: "organisation",
      showName: "on",
    };
    const plain = await saveForm(
      new NextRequest(`http://127.0.0.1:3000/api/v1/stories/${storyId}`, {
        method: "POST",
        headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields).toString(),
      }),
      { params: Promise.resolve({ id: storyId }) },
    );
    expect([plain.status, plain.headers.get("location")]).toEqual([303, `/me/stories/${storyId}`]);
    expect(await findStory(storyId)).toMatchObject({ title: "示例三稿", body: "第一行\n第二行", showName: true });
    expect(await versionOf(storyId)).toBe(3);
    const other = { method: "PUT" as const, path: `/stories/${storyId}`, cookie: await cookieOf(stranger.memberId) };
    expect(await callRoute(save, { ...other, body: { version: 3, ...STORY } }, { id: storyId })).toMatchObject({
      status: 404,
    });
  });
});
