import { State } from "@/components/ui/state";
import { Icon } from "@/components/ui/icon";
import type { DutyCard } from "../view/duty";

type Props = {
  duties: DutyCard[];
  /** Where one duty is looked at and done. */
  hrefOf: (id: string) => string;
};

/** Duties with their days and what became of them: a table on a PC, cards on a phone. */
export function DutyTable({ duties, hrefOf }: Props) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">责任</th>
          <th scope="col">哪一期</th>
          <th scope="col">哪天以前</th>
          <th scope="col">大约</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr key={duty.id}>
            <th scope="row">
              <a className="inline-link" href={hrefOf(duty.id)}>
                {duty.title}
              </a>
              {duty.organisation === "" ? null : <span>，{duty.organisation}</span>}
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
            <td data-label="状态">
              <DutyState duty={duty} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DutyState({ duty: { state, why } }: { duty: DutyCard }) {
  return (
    <span className="whitespace-normal">
      <State tone={state.tone} icon={state.tone === "wait" ? <Icon name="clock" /> : undefined}>
        {state.words}
      </State>
      {why === "" ? null : <span className="meta block break-words">{why}</span>}
    </span>
  );
}
