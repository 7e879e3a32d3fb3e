import type { Metadata } from "next";
import { Group, PhonePage, Row } from "@/components/layout/phone-page";
import { Panel } from "@/components/ui/state";
import { formatDay } from "@/domain/calendar/labels";
import { JoinCard } from "@/features/seasons/components/join-card";
import { Objections } from "@/features/seasons/components/objections";
import { OwnCard } from "@/features/seasons/components/own-card";
import { Recomputing } from "@/features/seasons/components/recomputing";
import { Board, TopList } from "@/features/seasons/components/top-list";
import { loadSeason, type SeasonPage as Season } from "@/features/seasons/loaders";

export const metadata: Metadata = { title: "积分大赢家" };

type Props = { params: Promise<{ quarter: string }> };

export default async function SeasonPage({ params }: Props) {
  const { quarter } = await params;
  const season = await loadSeason(quarter);
  return (
    <PhonePage
      tab="me"
      title="积分大赢家"
      back={{ href: "/me", label: "回到我的" }}
      end={
        <a className="link quiet small px-3" href="#rules">
          规则
        </a>
      }
    >
      <h1 className="vh">积分大赢家</h1>
      <p className="meta pt-2">{whenText(season)}</p>
      <Standing season={season} />
      <Objections season={season} own={season.ownObjections} />
      <TopList {...season} />
      <Board title="支部" own="你的支部" rows={season.boards.branches} />
      <Board title="组织" own="你的单位" rows={season.boards.organisations} />
      <Recomputing quarter={season.quarter} digest={season.digest} />
      <section className="group" id="rules">
        <header>
          <h2>规则</h2>
        </header>
        <ul className="terms grid gap-2">
          {season.rules.map((rule) => (
            <li key={rule} className="prose-small">
              {rule}
            </li>
          ))}
        </ul>
        <p className="mt-1">
          <a className="link small" href="/me/points#rules">
            每一项积分怎么记
          </a>
        </p>
      </section>
      {season.past.length > 0 ? (
        <Group title="别的季度">
          <div className="card">
            {season.past.map((each) => (
              <Row
                key={each.quarter}
                href={`/seasons/${each.quarter}`}
                icon="trophy"
                title={each.label}
                meta={each.meta}
              />
            ))}
          </div>
        </Group>
      ) : null}
    </PhonePage>
  );
}

function whenText({ label, endsOn, state }: Season): string {
  if (state === "open") return `${label}，${formatDay(endsOn)}截止`;
  return state === "ended" ? `${label}，${formatDay(endsOn)}已截止，正在公示` : `${label}，已结算`;
}

/** The own place, or the invitation, or what has become of the quarter. */
function Standing({ season }: { season: Season }) {
  return (
    <>
      {season.joined ? <OwnCard season={season} /> : null}
      {!season.joined && season.state === "open" ? <JoinCard quarter={season.quarter} /> : null}
      {!season.joined && season.state !== "open" ? (
        <div className="mt-3">
          <Panel tone="plain" title="这一季你没有参加。">
            不参加不影响学习，也不进任何考核。
          </Panel>
        </div>
      ) : null}
    </>
  );
}
