import { formatDay } from "@/domain/calendar/labels";
import type { ObjectionLine, SeasonView } from "../view";
import { ObjectToSeasonForm } from "./objection-card";
import { ObjectionThread } from "./objection-thread";

type Props = { season: SeasonView; own: ObjectionLine[] };

/** 公示: until when, what waits, one's own objections. Nothing while the quarter lasts. */
export function Objections({ season, own }: Props) {
  const { objection, state, quarter, joined } = season;
  if (objection === null || state === "open") return null;
  const mayObject = state === "ended" && joined && objection.stage === "taking";
  const isWaiting = own.some((item) => item.answer === null);
  return (
    <section className="card pad mt-3" aria-labelledby="objections">
      <h2 className="serif-title" id="objections">
        {state === "closed" ? "公示" : "正在公示"}
      </h2>
      <p className="prose-small mt-2">{wordsOf(objection, state)}</p>
      {own.length > 0 ? (
        <div className="mt-3">
          <ObjectionThread items={own} />
        </div>
      ) : null}
      {mayObject && !isWaiting ? (
        <div className="needs-script mt-3">
          <ObjectToSeasonForm quarter={quarter} />
        </div>
      ) : null}
      {mayObject ? <p className="no-script meta mt-3">提出异议要用到脚本，请换一个浏览器打开这一页。</p> : null}
    </section>
  );
}

function wordsOf(objection: NonNullable<SeasonView["objection"]>, state: SeasonView["state"]): string {
  const { until, settlesOn, isKnown, stage, open, answered, corrected } = objection;
  const outcome = answered === 0 ? "没有人提出异议。" : `答复了${answered}条异议，其中${corrected}条更正了积分。`;
  if (state === "closed") return `公示期到${formatDay(until)}，${outcome}`;
  const waiting = open === 0 ? "" : `有${open}条异议等答复，都答复以后才结算。`;
  if (stage === "over") return `公示期到${formatDay(until)}为止，已经过了。${waiting || "接着自动结算。"}`;
  const days = isKnown ? "" : "放假安排公布以后，这两天可能顺延。";
  return `名次还没有定。到${formatDay(until)}为止，参加的人可以提出异议；${formatDay(settlesOn)}结算。${days}${waiting}`;
}
