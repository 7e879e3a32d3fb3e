import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Pager } from "@/components/layout/pager";
import { Empty, Panel } from "@/components/ui/state";
import { CorrectionForm } from "@/features/errata/components/correction-form";
import { ErrataMonths } from "@/features/errata/components/errata-months";
import { RevokeForm } from "@/features/errata/components/revoke-form";
import { loadErrataDesk, type Correcting, type ErrataDesk } from "@/features/errata/loaders";
import { WhichReports } from "@/features/feedback/components/which-reports";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "更正" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** 更正: what was published, and one more, because of reports or without. */
export default async function ErrataDeskPage({ searchParams }: Props) {
  const desk = await loadErrataDesk(searchParams);
  const { who, place, correcting, months, page, pages } = desk;
  return (
    <CommitteeConsole title="更正" place={place} current="/committee/errata" who={who}>
      {correcting === null ? (
        <Which {...desk} />
      ) : (
        <Correct key={correcting.target.id} {...correcting} today={desk.today} />
      )}
      {months.length === 0 ? (
        <Box title="登出的更正">
          <Empty title="还没有登过更正" hint="内容改好以后，在这里写明原来怎样写、现在怎样写" />
        </Box>
      ) : null}
      <ErrataMonths months={months} act={({ id, isRevoked }) => (isRevoked ? null : <RevokeForm erratumId={id} />)} />
      <Pager path="/committee/errata" filter={{}} page={page} pages={pages} />
    </CommitteeConsole>
  );
}

function Which({ asked }: Pick<ErrataDesk, "asked">) {
  return (
    <Box title="登一条更正">
      <form className="grid max-w-xl gap-3 px-4 py-3" action="/committee/errata">
        <div className="ask">
          <label htmlFor="on">更正哪一条</label>
          <input
            id="on"
            name="on"
            required
            maxLength={300}
            defaultValue={asked}
            aria-describedby="on-note"
            aria-invalid={asked === "" ? undefined : true}
          />
          <p id="on-note" className={asked === "" ? "meta" : "state bad"}>
            {asked === ""
              ? "粘贴它的网址，或写daily/12-13、lessons/new-era/02-poverty；题目写question/和它的编号"
              : "没有找到这一条。请核对网址，例如daily/12-13；题目写question/和它的编号"}
          </p>
        </div>
        <p>
          <button className="btn main" type="submit">
            写更正
          </button>
        </p>
      </form>
    </Box>
  );
}

function Correct({ today, ...correcting }: Correcting & { today: string }) {
  const { target, formKey, what, version, isUnchanged, isSealed, reports } = correcting;
  return (
    <Box title={what} note={`${correcting.versionWords}，${correcting.since}起这样写`}>
      {isSealed ? (
        <div className="px-4 py-3">
          <Panel tone="wait" title="现在不能登。">
            这道题在一场还没有结算的知识竞赛里，竞赛结算以后再登，免得泄露答案。
          </Panel>
        </div>
      ) : (
        <>
          {isUnchanged ? (
            <div className="px-4 pt-3">
              <Panel tone="wait" title="报告以后，文字没有换过。">
                页面上还是报告时的版本。先改好内容、载入新版本，再登更正。
              </Panel>
            </div>
          ) : null}
          {reports.length === 1 ? (
            <div className="px-4 pt-3">
              <p className="meta">{reports[0]?.at}报告，登出后算答复了</p>
              <p className="spine whitespace-pre-line">{reports[0]?.text}</p>
            </div>
          ) : null}
          <CorrectionForm
            target={target}
            formKey={formKey}
            what={what}
            version={version}
            today={today}
            reports={<WhichReports items={reports} />}
          />
        </>
      )}
    </Box>
  );
}
