"use client";

import { useRef, useState } from "react";
import { State } from "@/components/ui/state";
import { pictureMark, pictureWords, STORY_LIMITS } from "@/domain/stories/text";
import { sendPicture, type ShelfPicture } from "../client/sending";

type Props = {
  storyId: () => string;
  pictures: ShelfPicture[];
  /** Keeps the draft first: a picture belongs to a story that the server knows. */
  save: () => Promise<boolean>;
  /** Puts the picture into the text where the writer stands. */
  insert: (words: string) => void;
};

/** 加图片: what it shows, the file, and the pictures that were sent up already. */
export function PictureShelf({ storyId, pictures, save, insert }: Props) {
  const [shelf, setShelf] = useState(pictures);
  const [alt, setAlt] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const words = pictureWords(alt);

  const send = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    if (!file) return setProblem("还没有选图片。");
    if ([...words].length < STORY_LIMITS.alt.low) return setProblem("先写图上是什么，两个字以上，看不见图的人靠它。");
    setIsBusy(true);
    setProblem("");
    await save();
    const sent = await sendPicture(storyId(), file);
    setIsBusy(false);
    if ("refused" in sent) return setProblem(sent.refused);
    const { number, small } = sent.picture;
    setShelf((before) => [...before.filter((each) => each.number !== number), { number, small }]);
    insert(pictureMark(words, number));
    setAlt("");
    if (input.current) input.current.value = "";
  };

  return (
    <section className="card pad needs-script grid gap-3" aria-label="图片">
      <p className="second small">
        图片最多{STORY_LIMITS.pictures}张，每张10MB以内，JPEG、PNG或WebP。拍照的地点、时间和机型会去掉。
      </p>
      <div className="ask">
        <label htmlFor="picture-alt">图上是什么</label>
        <input
          id="picture-alt"
          value={alt}
          maxLength={STORY_LIMITS.alt.high}
          onChange={(event) => setAlt(event.target.value)}
        />
      </div>
      <div className="ask">
        <label htmlFor="picture-file">选一张图</label>
        {/* Named like this, an iPhone hands over a JPEG instead of its own form. */}
        <input ref={input} id="picture-file" type="file" accept="image/jpeg,image/png,image/webp" />
      </div>
      <p className="flex flex-wrap items-center gap-3" role="status">
        <button type="button" className="btn" disabled={isBusy} aria-busy={isBusy} onClick={() => void send()}>
          {isBusy ? "正在传" : "加到正文里"}
        </button>
        {problem ? <State tone="bad">{problem}</State> : null}
      </p>
      {shelf.length > 0 ? (
        <ul className="story-shelf">
          {shelf.map(({ number, small }) => (
            <li key={number}>
              {/* eslint-disable-next-line @next/next/no-img-element -- our own small form, behind a session */}
              <img src={small} alt={`传过的图${number}`} loading="lazy" />
              <button type="button" className="btn" onClick={() => insert(pictureMark(words, number))}>
                再用图{number}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
