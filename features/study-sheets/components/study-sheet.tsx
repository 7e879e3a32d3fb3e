import { Body } from "@/components/layout/reading";
import type { PaperQuestion } from "../document";
import type { Piece, SheetPage } from "../loaders";

/** The sheet as it is printed: a page a piece, and last, on a page of its own, the answers. */
export function StudySheet({ place, pieces }: Pick<SheetPage, "place" | "pieces">) {
  return (
    <article className="study-sheet">
      {pieces.map((piece) => (
        <PieceOnPaper key={piece.id} place={place} piece={piece} />
      ))}
      <section className="keys">
        <h2>参考答案，只给学习委员批阅用</h2>
        <p className="meta">这一页单独收好，不和学习单一起发。批阅以后，在派发页面记“已线下学习，纸质学习单”。</p>
        {pieces.map((piece) => (
          <div key={piece.id}>
            <h3 className="mt-3">{piece.title}</h3>
            <ol>
              {piece.keys.map((key, index) => (
                <li key={piece.questions[index]?.id}>
                  {index + 1}．{key}
                </li>
              ))}
            </ol>
          </div>
        ))}
      </section>
    </article>
  );
}

function PieceOnPaper({ place, piece }: { place: string; piece: Piece }) {
  return (
    <section className="piece">
      <header className="head">
        <p className="meta">
          {place}，{piece.kindName}，{piece.due}学完
        </p>
        <h2>{piece.title}</h2>
        {piece.note ? <p>{piece.note}</p> : null}
        <p className="who">
          <span>姓名</span>
          <span>日期</span>
        </p>
      </header>
      {piece.html === "" ? null : <Body html={piece.html} />}
      {piece.sources.length > 0 ? <p className="meta">出处：{piece.sources.join("；")}</p> : null}
      <ol className="asked">
        {piece.questions.map((question, index) => (
          <Asked key={question.id} question={question} number={index + 1} />
        ))}
      </ol>
    </section>
  );
}

function Asked({ question, number }: { question: PaperQuestion; number: number }) {
  const { type, stem, how, options, left, lines } = question;
  const takesLetters = type === "ordering" || type === "matching";
  return (
    <li>
      <p className="question">
        {number}．{stem}
      </p>
      <p className="meta">{how}</p>
      {left.length > 0 ? (
        <ul className="boxes wide">
          {left.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      {left.length > 0 ? (
        <p>{options.join("　　")}</p>
      ) : (
        <ul className={takesLetters ? "boxes wide" : "boxes"}>
          {options.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {Array.from({ length: lines }, (_, index) => (
        <span className="line" key={index} />
      ))}
    </li>
  );
}
