import type { SheetPage } from "../loaders";
import { PrintButton } from "./print-button";

/** What is on the sheet: a plain form, so that it works without script; printing is the browser's. */
export function SheetChoice({ choices, pieces, left }: Pick<SheetPage, "choices" | "pieces" | "left">) {
  return (
    <form method="get" action="/branch/sheet" className="no-print grid gap-3 p-4">
      <fieldset className="ask">
        <legend>印哪几项</legend>
        <div className="check-list">
          {choices.map(({ id, title, kindName, due, isChosen }) => (
            <label key={id} className="check-item">
              <input type="checkbox" name="assignment" value={id} defaultChecked={isChosen} />
              <span>
                {title}
                <span className="meta">
                  　{kindName}，{due}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {left.map((sentence) => (
        <p key={sentence} className="meta">
          {sentence}
        </p>
      ))}
      <p className="flex flex-wrap gap-2">
        <button className="btn" type="submit">
          换成勾选的
        </button>
        {pieces.length > 0 ? <PrintButton /> : null}
      </p>
      <p className="meta">最后一页是参考答案，只给学习委员。没有“打印”按钮时，用浏览器菜单里的打印。</p>
    </form>
  );
}
