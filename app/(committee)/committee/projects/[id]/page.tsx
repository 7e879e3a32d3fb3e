import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { PROJECT_STATE_LABELS } from "@/domain/projects/types";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { ClaimList } from "@/features/projects/components/claim-list";
import { EditProjectForm, ReplaceContactForm } from "@/features/projects/components/edit-project-form";
import { PassForm, TurnDownForm } from "@/features/projects/components/moderate-forms";
import { ProjectFacts } from "@/features/projects/components/project-facts";
import { loadProject, type ProjectPage } from "@/features/projects/loaders/load-desk";

export const metadata: Metadata = { title: "志愿项目" };

type Props = { params: Promise<{ id: string }> };

export default async function ProjectPageRoute({ params }: Props) {
  const page = await loadProject((await params).id);
  const { project } = page;
  return (
    <CommitteeConsole
      title={project.title}
      place={PROJECT_STATE_LABELS[project.state]}
      current="/committee/projects"
      who={page.who}
    >
      {project.reviewNote === "" ? null : (
        <p className="panel wait mb-4">
          {PROJECT_STATE_LABELS[project.state]}：{project.reviewNote}
        </p>
      )}
      <Box title="公开的内容" note={`${project.station}，${project.area}`}>
        <div className="px-4 py-3">
          <ProjectFacts project={project} />
        </div>
      </Box>
      <Moderation page={page} />
      <Claims page={page} />
      <Box title="联系方式和同意" note="只给认领获准的人看，这里也看不到">
        <div className="grid gap-3 px-4 py-3">
          <ul>
            {page.consent.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {page.looks.length === 0 ? null : (
            <ul className="meta" aria-label="查看记录">
              {page.looks.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {page.may.edit || (page.may.withdraw && project.state === "published") ? (
            <details>
              <summary className="btn">更换联系方式</summary>
              <div className="pt-3">
                <ReplaceContactForm key={project.version} projectId={project.id} version={project.version} />
              </div>
            </details>
          ) : null}
        </div>
      </Box>
      <Ending page={page} />
    </CommitteeConsole>
  );
}

function Moderation({ page: { project, may, whyNotPass, warnings, values } }: { page: ProjectPage }) {
  if (!may.edit && !may.pass) return null;
  const named = { projectId: project.id, version: project.version };
  const isFirst = project.state === "submitted";
  return (
    <Box
      title={project.state === "returned" ? "修改" : isFirst ? "初审" : "复审"}
      note="看三样：写得清不清，认不认得出是谁，办不办得到"
    >
      <div className="grid gap-4 px-4 py-3">
        {may.pass && whyNotPass === null ? (
          <PassForm {...named} label={isFirst ? "初审通过" : "复审通过，发布"} warnings={warnings} />
        ) : null}
        {may.pass && whyNotPass !== null ? <p className="panel">{whyNotPass}</p> : null}
        {may.pass ? (
          <details>
            <summary className="btn">退回修改</summary>
            <div className="pt-3">
              <TurnDownForm key={project.version} {...named} step="return" />
            </div>
          </details>
        ) : null}
        {may.edit ? (
          <details open={project.state === "returned"}>
            <summary className="btn">修改内容</summary>
            <div className="pt-3">
              <EditProjectForm key={project.version} {...named} values={values} />
            </div>
          </details>
        ) : null}
      </div>
    </Box>
  );
}

function Claims({ page: { project, claims, may } }: { page: ProjectPage }) {
  if (project.publishedAt === null) return null;
  return (
    <Box title="认领" note={claims.length === 0 ? "还没有人认领" : `${claims.length}份，先来的在前`}>
      {claims.length === 0 ? (
        <p className="meta px-4 py-3">
          大家在“志愿”里能看到这个项目：
          <a className="inline-link" href={`/projects/${project.id}`}>
            看公开的页面
          </a>
        </p>
      ) : (
        <ClaimList claims={claims} mayDecide={may.decide} />
      )}
    </Box>
  );
}

function Ending({ page: { project, may } }: { page: ProjectPage }) {
  if (!may.withdraw) return null;
  return (
    <Box title="不办了">
      <details className="px-4 py-3">
        <summary className="btn">撤回这个项目</summary>
        <div className="pt-3">
          <TurnDownForm key={project.version} projectId={project.id} version={project.version} step="withdraw" />
        </div>
      </details>
    </Box>
  );
}
