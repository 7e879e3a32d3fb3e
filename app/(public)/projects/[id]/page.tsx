import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { PROJECT_KIND_LABELS } from "@/domain/projects/types";
import { STANDING_LABELS } from "@/features/projects/components/board-list";
import { ClaimBox } from "@/features/projects/components/claim-box";
import { ProjectFacts } from "@/features/projects/components/project-facts";
import { dayOf, loadBoardProject, loadOwnPart, type OwnPart } from "@/features/projects/loaders/load-board";
import { shareMetadata } from "@/lib/share-metadata";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, title, kind, need } = await loadBoardProject((await params).id);
  return shareMetadata({
    title,
    description: `${PROJECT_KIND_LABELS[kind]}：${need.slice(0, 80)}`,
    path: `/projects/${id}`,
  });
}

/** One project, for everybody; claiming needs an account. */
export default async function BoardProjectPage({ params }: Props) {
  const { id } = await params;
  const [project, own] = await Promise.all([loadBoardProject(id), loadOwnPart(id)]);
  return (
    <PhonePage tab="projects" title="志愿项目" back={{ href: "/projects", label: "回到志愿项目" }}>
      <article className="card pad mt-3">
        <p className="kicker">
          <span>
            {project.area}，{dayOf(project.publishedAt)}发布
          </span>
          <span>{STANDING_LABELS[project.standing]}</span>
        </p>
        <h1 className="serif-title mt-1">{project.title}</h1>
        <div className="my-3 grid gap-2">
          <ProjectFacts project={project} />
          <dl className="facts">
            <dt>发布</dt>
            <dd>{project.station}</dd>
            <dt>联系人</dt>
            <dd>认领获准后，只给认领的人看</dd>
          </dl>
        </div>
        <Claiming id={id} project={project} own={own} />
      </article>
    </PhonePage>
  );
}

type Part = { id: string; project: Awaited<ReturnType<typeof loadBoardProject>>; own: OwnPart };

function Claiming({ id, project, own }: Part) {
  if (project.standing === "confirmed") {
    return <p className="panel ok">{dayOf(project.confirmedAt)}已经办成，谢谢伸手的人。</p>;
  }
  const queue = project.waiting > 0 ? `，还有${project.waiting}个在排队` : "";
  const alive = own?.claims.filter(({ state }) => ["waiting", "held", "approved", "done"].includes(state)) ?? [];
  const claimants = (own?.claimants ?? []).filter(
    ({ kind, name }) => !alive.some(({ as, claimant }) => as === kind && claimant === name),
  );
  return (
    <div className="grid gap-3">
      {project.standing === "taken" ? (
        <p className="panel">已经有人在办{queue}。可以排队，前面的人放回了就轮到你。</p>
      ) : null}
      {alive.map((claim) => (
        <p key={claim.id} className="panel ok">
          {claim.claimant}认领了：{claim.next}。
          <a className="inline-link" href="/me/claims">
            去我的认领
          </a>
        </p>
      ))}
      {own === null ? (
        <a className="btn main wide" href={`/sign-in?from=${encodeURIComponent(`/projects/${id}`)}`}>
          登录后认领
        </a>
      ) : claimants.length > 0 ? (
        <>
          <ClaimBox projectId={id} isTaken={project.standing === "taken"} claimants={claimants} />
          <p className="no-script meta">认领要用到脚本，请换一个浏览器打开这一页。</p>
        </>
      ) : null}
    </div>
  );
}
