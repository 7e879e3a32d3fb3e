import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import type { Answered } from "../loaders/answered";
import type { AnsweredLine } from "../view";

/** What the organisations said to this week's lists: a line each, with its reasons. Nothing before the week's lists are there. */
export function AnsweredLists({ answered: { week, lines, total, answered, whole } }: { answered: Answered }) {
  if (total === 0) return null;
  const rest = answered > lines.length ? `，这里列${lines.length}家，推迟的在前` : "";
  return (
    <Box
      title="这一周的提醒清单"
      note={`${week}，${total}份，${answered}份有答复${whole > 0 ? `，${whole}份答复齐了` : ""}${rest}`}
    >
      {lines.length === 0 ? (
        <Empty title="还没有组织答复" hint="书记或党务工作者答复以后，这里按组织列出说了什么" />
      ) : (
        <table className="tbl cards">
          <thead>
            <tr>
              <th scope="col">组织</th>
              <th scope="col">答复</th>
              <th scope="col">说了什么</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <AnsweredRow key={line.organisationId} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </Box>
  );
}

function AnsweredRow({ line: { organisationId, organisation, words, answers } }: { line: AnsweredLine }) {
  return (
    <tr>
      <th scope="row" className="break-words">
        <a className="inline-link" href={`/committee/duties/organisations/${organisationId}`}>
          {organisation}
        </a>
      </th>
      <td className="nb" data-label="答复">
        {words}
      </td>
      <td data-label="说了什么">
        <ul className="grid gap-1">
          {answers.map(({ dutyId, title, words: said, isPutOff }) => (
            <li key={dutyId} className="whitespace-normal break-words">
              <a className="inline-link" href={`/committee/duties/${dutyId}`}>
                {title}
              </a>
              ，{isPutOff ? <b className="font-semibold">{said}</b> : said}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
