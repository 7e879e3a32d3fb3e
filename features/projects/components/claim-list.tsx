import type { StationAct } from "@/domain/projects/claims";
import type { DeskClaim } from "../view";
import { DecideForm } from "./decide-form";

/** Those acts that are not the next step stand folded. */
const MAIN: readonly StationAct[] = ["approve", "confirm"];

/** The claims on a project, with what the station may say to each now. */
export function ClaimList({ claims, mayDecide }: { claims: readonly DeskClaim[]; mayDecide: boolean }) {
  return (
    <ul className="thread">
      {claims.map((claim) => (
        <li key={claim.id}>
          <p className="from">
            <span>
              {claim.who}，{claim.state}
            </span>
            <span className="nb">{claim.at}认领</span>
          </p>
          {claim.dueOn === null ? null : <p className="meta">{claim.dueOn}到期</p>}
          {claim.notes.map((line) => (
            <p key={line} className="said">
              {line}
            </p>
          ))}
          {claim.completion === "" ? null : <p className="said">办成了：{claim.completion}</p>}
          {claim.reason === "" ? null : <p className="meta">原因：{claim.reason}</p>}
          {mayDecide ? <Acts claim={claim} /> : null}
        </li>
      ))}
    </ul>
  );
}

const LABELS: Readonly<Record<StationAct, string>> = {
  approve: "同意认领",
  confirm: "确认办成",
  refuse: "不同意",
  reopen: "还没办完",
  release: "放回",
};

function Acts({ claim }: { claim: DeskClaim }) {
  if (claim.whyNot !== null) return <p className="meta">{claim.whyNot}</p>;
  return (
    <div className="grid gap-3 pt-2">
      {claim.acts
        .filter((act) => MAIN.includes(act))
        .map((act) => (
          <DecideForm key={`${act}${claim.state}`} claimId={claim.id} act={act} label={LABELS[act]} />
        ))}
      <div className="desk-acts">
        {claim.acts
          .filter((act) => !MAIN.includes(act))
          .map((act) => (
            <details key={`${act}${claim.state}`}>
              <summary className="btn">{LABELS[act]}</summary>
              <DecideForm claimId={claim.id} act={act} label={LABELS[act]} />
            </details>
          ))}
      </div>
    </div>
  );
}
