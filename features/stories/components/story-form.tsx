"use client";

import { useMemo, useRef, useState, type FormEvent } from "react";
import { Panel, State } from "@/components/ui/state";
import { VISIBILITIES, VISIBILITY_LABELS, type Visibility } from "@/domain/stories/story";
import { STORY_LIMITS } from "@/domain/stories/text";
import type { ShelfPicture } from "../client/sending";
import type { StoryDraft } from "../schema";
import { OtherTexts } from "./other-texts";
import { PictureShelf } from "./picture-shelf";
import { StorySteps } from "./story-steps";
import { useStory, type KeptState } from "./use-story";

type Props = {
  memberId: string;
  storyId: string;
  version: number;
  draft: StoryDraft;
  faults: string[];
  mayDiscard: boolean;
  /** Stands before readers as it is. */
  isPublished: boolean;
  pictures: ShelfPicture[];
};

const signs = (text: string): number => [...text.trim()].length;

/** 写一篇: fields that keep what is typed, here and on the server. Without a script the button sends a plain form. */
export function StoryForm({ mayDiscard, isPublished, pictures, ...start }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [counts, setCounts] = useState({ title: signs(start.draft.title), body: signs(start.draft.body) });
  const access = useMemo(
    () => ({
      read: () => readForm(form.current, start.draft),
      write: (draft: StoryDraft) => {
        writeForm(form.current, draft);
        setCounts({ title: signs(draft.title), body: signs(draft.body) });
      },
    }),
    [start.draft],
  );
  const story = useStory(start, access);
  const changed = (): void => {
    const { title, body } = access.read();
    setCounts({ title: signs(title), body: signs(body) });
    story.typed();
  };
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void story.save();
  };
  const insert = (words: string): void => {
    insertInBody(form.current, words);
    changed();
  };
  const isUnchanged = isPublished && story.version === start.version;
  const { title, body } = STORY_LIMITS;
  return (
    <div className="grid gap-4">
      <OtherTexts others={story.others} settle={story.settle} />
      <form
        ref={form}
        className="grid gap-4"
        method="post"
        action={`/api/v1/stories/${start.storyId}`}
        autoComplete="off"
        onSubmit={send}
        onInput={changed}
      >
        <input type="hidden" name="version" value={story.version} readOnly />
        <div className="ask">
          <label htmlFor="title">标题</label>
          <input
            id="title"
            name="title"
            defaultValue={start.draft.title}
            maxLength={STORY_LIMITS.draftTitle}
            aria-describedby="title-note"
          />
          <p id="title-note" className={counts.title > title.high ? "state bad" : "meta"}>
            {counts.title}个字，最多{title.high}个
          </p>
        </div>
        <div className="ask">
          <label htmlFor="body">正文</label>
          <textarea
            id="body"
            name="body"
            rows={14}
            defaultValue={start.draft.body}
            maxLength={STORY_LIMITS.draftBody}
            aria-describedby="body-note"
          />
          <p id="body-note" className={counts.body > body.high ? "state bad" : "meta"}>
            {counts.body}个字，最多{body.high}个。空一行另起一段；“## ”开头是小标题，“- ”开头是一条。
          </p>
        </div>
        <Readers draft={start.draft} />
        <p className="panel">不要写电话、证件号码和别人的私事；写到谁，先问过他。</p>
        <p className="flex flex-wrap items-center gap-3" role="status">
          <button type="submit" className="btn" disabled={story.state === "busy"} aria-busy={story.state === "busy"}>
            保存草稿
          </button>
          <KeptWord state={story.state} isNew={story.version === 0 || isUnchanged} problem={story.problem} />
        </p>
      </form>
      <PictureShelf storyId={story.storyId} pictures={pictures} save={story.save} insert={insert} />
      {story.version === 0 ? null : (
        <StorySteps
          {...{ storyId: story.storyId(), version: story.version, faults: story.faults, mayDiscard, isUnchanged }}
          isKept={story.state === "kept" && story.others.length === 0}
          save={story.save}
        />
      )}
    </div>
  );
}

function Readers({ draft: { visibility, showName } }: { draft: StoryDraft }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1">给谁看</legend>
      {VISIBILITIES.map((value) => (
        <label key={value} className="flex min-h-tap items-center gap-2">
          <input type="radio" name="visibility" value={value} defaultChecked={value === visibility} />
          {VISIBILITY_LABELS[value]}
        </label>
      ))}
      <label className="flex min-h-tap items-center gap-2">
        <input type="checkbox" name="showName" defaultChecked={showName} />
        署上我的姓名（不勾只写单位）
      </label>
    </fieldset>
  );
}

function KeptWord({ state, isNew, problem }: { state: KeptState; isNew: boolean; problem: string }) {
  switch (state) {
    case "busy":
      return <State tone="wait">正在存</State>;
    case "typed":
      return <State tone="wait">停笔两秒就存</State>;
    case "offline":
      return <State tone="wait">{problem}，写的已留在这台设备上，连上网会自己存</State>;
    case "signed-out":
      return (
        <Panel tone="bad" title="登录已失效，还没有存到服务器。">
          写的已留在这台设备上。
          <a className="inline-link" href="/sign-in" target="_blank" rel="noreferrer">
            另开一页登录
          </a>
          ，再回来按“保存草稿”。
        </Panel>
      );
    case "refused":
      return <State tone="bad">{problem === "" ? "还没有存，先看上面那一份" : problem}</State>;
    case "kept":
      return isNew ? <State tone="plain">写了就存</State> : <State tone="ok">已存为草稿</State>;
  }
}

function fieldOf(form: HTMLFormElement, name: string) {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | RadioNodeList | null;
}

function readForm(form: HTMLFormElement | null, before: StoryDraft): StoryDraft {
  if (form === null) return before;
  const fields = new FormData(form);
  const text = (name: string): string => String(fields.get(name) ?? "").replaceAll("\r\n", "\n");
  return {
    ...{ title: text("title"), body: text("body"), showName: fields.get("showName") !== null },
    visibility: text("visibility") as Visibility,
  };
}

function writeForm(form: HTMLFormElement | null, { title, body, visibility, showName }: StoryDraft): void {
  if (form === null) return;
  for (const [name, value] of Object.entries({ title, body, visibility })) {
    const field = fieldOf(form, name);
    if (field) field.value = value;
  }
  const named = fieldOf(form, "showName");
  if (named instanceof HTMLInputElement) named.checked = showName;
}

/** A paragraph of its own, where the writer stands. */
function insertInBody(form: HTMLFormElement | null, words: string): void {
  const body = form && fieldOf(form, "body");
  if (!(body instanceof HTMLTextAreaElement)) return;
  const at = body.selectionEnd;
  const before = body.value.slice(0, at).trimEnd();
  const after = body.value.slice(at).trimStart();
  body.value = `${before}${before === "" ? "" : "\n\n"}${words}\n\n${after}`;
  const end = body.value.length - after.length;
  body.setSelectionRange(end, end);
}
