"use client";

import type { DraftContent } from "@/domain/quizzes/draft";
import type { DraftFault } from "@/domain/quizzes/draft-faults";
import { Faults, ItemList, Pick, Text, type Change } from "./draft-fields";

type Props = {
  draft: DraftContent;
  change: Change;
  faults: readonly DraftFault[];
  passages: readonly { value: string; label: string }[];
};

const EMPTY_SOURCE = { title: "", publisher: "", url: "" };

/** What the question rests on: a passage of the library with its own sources, or one that is typed with its sources. */
export function SourceFields({ draft, change, faults, passages }: Props) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">依据</legend>
      <Pick
        label="学习库里的一段"
        none="不用学习库的，自己写"
        value={draft.anchor}
        onPick={(anchor) => change({ anchor })}
        options={passages}
      />
      <Faults of="anchor" faults={faults} />
      {draft.anchor === "" ? (
        <>
          <Text
            label="原文"
            hint="抄下能回答这道题的一两句话，答案里的年份、数字都要在里面"
            rows={3}
            value={draft.passage}
            onText={(passage) => change({ passage })}
          />
          <ItemList
            items={draft.sources}
            empty={EMPTY_SOURCE}
            max={4}
            word="出处"
            onItems={(sources) => change({ sources })}
          >
            {(source, set, index) => (
              <div className="grid gap-2">
                <Text
                  label={`出处${index + 1}，标题`}
                  value={source.title}
                  onText={(title) => set({ ...source, title })}
                />
                <Text label="发布单位" value={source.publisher} onText={(publisher) => set({ ...source, publisher })} />
                <Text label="网址" value={source.url} onText={(url) => set({ ...source, url })} />
              </div>
            )}
          </ItemList>
        </>
      ) : null}
      <Faults of="passage" faults={faults} />
      <Faults of="sources" faults={faults} />
    </fieldset>
  );
}
