import type { DutyCard } from "../view/duty";

type Props = {
  duties: DutyCard[];
  /** Where one duty is looked at; null where it is only listed. */
  hrefOf: ((id: string) => string) | null;
};

/** Duties with their days: a table on a PC, cards on a phone. */
export function DutyTable({ duties, hrefOf }: Props) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">责任</th>
          <th scope="col">哪一期</th>
          <th scope="col">哪天以前</th>
          <th scope="col">大约</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr key={duty.id}>
            <th scope="row">
              {hrefOf === null ? (
                duty.title
              ) : (
                <a className="inline-link" href={hrefOf(duty.id)}>
                  {duty.title}
                </a>
              )}
              <span className="meta block">{duty.ask}</span>
            </th>
            <td className="nb" data-label="哪一期">
              {duty.period}
            </td>
            <td data-label="哪天以前">
              <span>
                <span className="nb">{duty.due}</span>
                {duty.dayNote === null ? null : <span className="meta block">{duty.dayNote}</span>}
              </span>
            </td>
            <td className="nb" data-label="大约">
              {duty.effort}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
