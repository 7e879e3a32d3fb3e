"use client";

import { useState } from "react";

export type Choosable = { id: string; name: string; standing: string };

/** The whole branch, or the people ticked. */
export function WhomFields({ people, error }: { people: Choosable[]; error: string | undefined }) {
  const [isWhole, setWhole] = useState(true);
  return (
    <fieldset className="ask">
      <legend>派给谁</legend>
      <div className="check-list">
        <label className="check-item">
          <input type="radio" name="whom" value="whole" checked={isWhole} onChange={() => setWhole(true)} />
          <span>
            全支部
            <span className="meta">　完成日期以前转来的人也有</span>
          </span>
        </label>
        <label className="check-item">
          <input type="radio" name="whom" value="chosen" checked={!isWhole} onChange={() => setWhole(false)} />
          <span>选几个人</span>
        </label>
      </div>
      {isWhole ? null : (
        <div className="check-list check-people">
          {people.map(({ id, name, standing }) => (
            <label key={id} className="check-item">
              <input type="checkbox" name="member" value={id} />
              <span>
                {name}
                <span className="meta">　{standing}</span>
              </span>
            </label>
          ))}
        </div>
      )}
      {error ? <p className="state bad">{error}</p> : null}
    </fieldset>
  );
}
