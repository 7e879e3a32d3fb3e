import { Box } from "@/components/layout/console-page";
import type { OneDutyPage } from "../loaders/one-duty";
import { ConfirmForm, DeferForm, ReportForm, ReturnForm, TakeBackForm } from "./doing-forms";
import { DutyState } from "./duty-table";

/** One duty: what it asks, what became of it, and what this person can do about it. */
export function OneDuty({ page }: { page: OneDutyPage }) {
  const { duty, may, deferral } = page;
  const seen = { dutyId: duty.id, version: duty.version };
  return (
    <>
      <Box title={duty.title} note={duty.organisation}>
        <Facts page={page} />
      </Box>
      {page.study === null ? null : <Study study={page.study} />}
      {may.report ? (
        <Box title="办了">
          <div className="max-w-xl px-4 py-4">
            <ReportForm key={duty.version} {...seen} />
          </div>
        </Box>
      ) : null}
      {may.defer ? (
        <Box title="来不及">
          <details className="px-4 py-3">
            <summary className="btn">推迟</summary>
            <div className="mt-3 max-w-xl">
              <DeferForm key={duty.version} {...seen} deferral={deferral} />
            </div>
          </details>
        </Box>
      ) : null}
      {may.confirm ? (
        <Box title="确认">
          <div className="grid gap-4 px-4 py-4">
            <ConfirmForm {...seen} />
            <ReturnForm {...seen} />
          </div>
        </Box>
      ) : null}
      {may.takeBack ? (
        <Box title="报错了">
          <div className="px-4 py-3">
            <TakeBackForm {...seen} />
          </div>
        </Box>
      ) : null}
    </>
  );
}

function Facts({ page: { duty, planned } }: { page: OneDutyPage }) {
  return (
    <dl className="facts px-4 py-4">
      <dt>要做什么</dt>
      <dd>{duty.ask}</dd>
      <dt>哪一期</dt>
      <dd>{duty.period}</dd>
      <dt>哪天以前</dt>
      <dd>
        {duty.due}
        {planned === "" ? "" : `，${planned}`}
        {duty.dayNote === null ? null : <span className="meta block">{duty.dayNote}</span>}
      </dd>
      <dt>大约</dt>
      <dd>{duty.effort}</dd>
      <dt>状态</dt>
      <dd>
        <DutyState duty={duty} />
      </dd>
      {duty.evidence === "" ? null : (
        <>
          <dt>办的情况</dt>
          <dd className="break-words whitespace-pre-wrap">{duty.evidence}</dd>
        </>
      )}
      {duty.link === "" ? null : (
        <>
          <dt>材料</dt>
          <dd className="break-all">
            <a className="inline-link" href={duty.link} rel="noopener noreferrer nofollow" target="_blank">
              {duty.link}
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The learning that counts for this duty. */
function Study({ study }: { study: NonNullable<OneDutyPage["study"]> }) {
  return (
    <Box title="派发的学习" note={study.items.length === 0 ? "这一期还没有" : `${study.items.length}项`}>
      <dl className="facts px-4 py-4">
        <dt>学什么</dt>
        <dd>
          {study.items.length === 0
            ? "派发一课、一篇天天谈或一份测验，这一件就算办了，不用再报"
            : study.items.map((item) => (
                <span className="block" key={item}>
                  {item}
                </span>
              ))}
        </dd>
        {study.organisers === "" ? null : (
          <>
            <dt>谁组织的</dt>
            <dd>{study.organisers}</dd>
          </>
        )}
        <dt>已答</dt>
        <dd>{study.answered}</dd>
      </dl>
    </Box>
  );
}
