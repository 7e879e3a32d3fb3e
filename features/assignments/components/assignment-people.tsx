import { Box } from "@/components/layout/console-page";
import type { AssignmentDetail, PersonLine } from "../view";
import { AnswerResultForm } from "./answer-form";
import { RecordForm } from "./record-form";
import { UndoForm } from "./undo-form";

type Props = { assignment: AssignmentDetail; today: string; ownId: string };

/** Who has done it, who has not, who was excused: by name, with days and no times. */
export function AssignmentPeople({ assignment, today, ownId }: Props) {
  const { id, groups, isWithdrawn, unnamed } = assignment;
  const shown = groups.filter(({ people }) => people.length > 0);
  return (
    <>
      {shown.map(({ kind, title, people }) => (
        <Box key={kind} title={title} note={`${people.length}人`}>
          {kind === "open" && !isWithdrawn ? (
            <RecordForm assignmentId={id} people={people} today={today} ownId={ownId} />
          ) : (
            <PeopleTable assignmentId={id} people={people} ownId={ownId} />
          )}
        </Box>
      ))}
      {unnamed > 0 ? <p className="meta">另有{unnamed}人已经转出，只计数，不列姓名。</p> : null}
    </>
  );
}

function PeopleTable({ assignmentId, people, ownId }: { assignmentId: string; people: PersonLine[]; ownId: string }) {
  const hasRecords = people.some(({ version }) => version !== null);
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">身份</th>
          <th scope="col">情况</th>
          {hasRecords ? <th scope="col">记录</th> : null}
          {hasRecords ? <th scope="col">可以办的</th> : null}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.memberId}>
            <th scope="row">{person.name}</th>
            <td data-label="身份">{person.standing}</td>
            <td data-label="情况">
              <span>
                {person.words}
                {person.objection ? <span className="block">本人说：{person.objection}</span> : null}
                {person.answer ? <span className="block">支部答复：{person.answer}</span> : null}
              </span>
            </td>
            {hasRecords ? <td data-label="记录">{person.recordedBy ? `由${person.recordedBy}记下` : ""}</td> : null}
            {hasRecords ? (
              <td data-label="可以办的">
                <PersonActs assignmentId={assignmentId} person={person} isOwn={person.memberId === ownId} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ActProps = { assignmentId: string; person: PersonLine; isOwn: boolean };

/** 撤销, and where an objection waits the answer that the record is right: not to oneself. */
function PersonActs({ assignmentId, person, isOwn }: ActProps) {
  const { memberId, name, version, objectionVersion } = person;
  if (version === null) return null;
  const answerForm = isOwn ? (
    <p className="meta">你自己的异议由另一位书记或学习委员答复</p>
  ) : (
    <AnswerResultForm assignmentId={assignmentId} memberId={memberId} version={objectionVersion ?? ""} name={name} />
  );
  return (
    <div className="grid justify-items-start gap-2">
      <UndoForm assignmentId={assignmentId} memberId={memberId} version={version} name={name} />
      {objectionVersion === null ? null : answerForm}
    </div>
  );
}
