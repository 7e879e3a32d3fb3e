// The volunteer library of the demo zone: projects of each kind in every state, claims with a waiting list, one done and
// confirmed. The contact is always the station: nothing here looks like anybody's address or telephone.
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { StationAct } from "@/domain/projects/claims";
import type { Category, ProjectKind } from "@/domain/projects/types";
import { claimProject } from "@/features/projects/mutations/claim-project";
import { decideClaim } from "@/features/projects/mutations/decide-claim";
import { passProject, returnProject } from "@/features/projects/mutations/moderate-project";
import { completeClaim, noteOnClaim } from "@/features/projects/mutations/own-claim";
import { proposeProject } from "@/features/projects/mutations/propose-project";
import { db } from "@/lib/db";
import { branchId, DEMO, organisationId, stationId } from "./places";
import { personOf } from "./roster";

type Wanted = "submitted" | "checked" | "returned" | "published";

type Plan = {
  station: number;
  kind: ProjectKind;
  category: Category;
  area: string;
  title: string;
  need: string;
  conditions?: string;
  days?: number;
  state?: Wanted;
  /** How many days ago it was proposed. */
  ago: number;
  isUnder14?: boolean;
  claims?: readonly Claim[];
};

type Claim = {
  by: { kind: "member" | "branch" | "organisation"; id: string; login: string };
  /** What happens to it, in order. */
  then?: readonly (StationAct | "note" | "complete")[];
};

const member = (login: string): Claim["by"] => ({ kind: "member", id: personOf(login), login });
const branch = (key: string, login: string): Claim["by"] => ({ kind: "branch", id: branchId(key), login });
const firm = (code: string, login: string): Claim["by"] => ({
  ...{ kind: "organisation", id: organisationId(code), login },
});

const plans = (): Plan[] => [
  {
    ...{ station: 1, kind: "wish", category: "goods", area: "示例一村", title: "给村里自习室添四盏台灯", ago: 20 },
    ...{ need: "四盏护眼台灯，放在自习室，晚上写作业用。", claims: [] },
  },
  {
    ...{ station: 1, kind: "wish", category: "children", area: "示例一村", title: "周末教孩子们打乒乓球", ago: 18 },
    ...{ need: "每周六上午一个小时，连着四次，球和桌子村里有。", conditions: "会打乒乓球，有耐心", isUnder14: true },
    claims: [{ by: member("SLZZ-0012"), then: ["approve", "note"] }, { by: member("SLZZ-0005") }],
  },
  {
    ...{
      station: 1,
      kind: "visit",
      category: "elderly",
      area: "示例社区",
      title: "陪独居老人过重阳节",
      ago: 40,
      days: 14,
    },
    need: "上门坐一坐，帮着换两只灯泡，陪老人说说话。",
    claims: [{ by: branch("slzz", "SLZZ-0001"), then: ["approve", "note", "complete", "confirm"] }],
  },
  {
    ...{
      station: 1,
      kind: "joint",
      category: "skills",
      area: "示例一村",
      title: "帮合作社学会记电子台账",
      ago: 12,
      days: 60,
    },
    ...{ need: "合作社两个人想学用表格记账，上门教两次。", conditions: "会用电子表格" },
    claims: [{ by: firm("SLZZ", "SLZZ-0008") }, { by: member("SLZZ-0003") }, { by: member("SLDZ-0003") }],
  },
  {
    ...{
      station: 2,
      kind: "wish",
      category: "surroundings",
      area: "示例二村",
      title: "给村口公交站加一条长凳",
      ago: 15,
    },
    need: "等车的老人多，想要一条木头长凳，能坐四个人。",
    claims: [{ by: member("SLSP-0002"), then: ["approve", "complete"] }],
  },
  {
    ...{
      station: 2,
      kind: "joint",
      category: "jobs",
      area: "示例二村",
      title: "村里的鲜果进企业食堂",
      ago: 25,
      days: 90,
    },
    need: "八月到十一月每周两百斤，想和企业食堂对接一次。",
  },
  {
    ...{
      station: 3,
      kind: "visit",
      category: "disabled",
      area: "示例三村",
      title: "帮行动不便的人家修轮椅坡道",
      ago: 9,
    },
    need: "门口两级台阶，想要一块防滑坡道，长一米五。",
  },
  {
    ...{
      station: 3,
      kind: "wish",
      category: "skills",
      area: "示例三村",
      title: "教老人用手机挂号",
      ago: 6,
      state: "checked",
    },
    need: "十来位老人，在活动室教一个下午，一对一最好。",
  },
  {
    ...{ station: 1, kind: "wish", category: "goods", area: "示例社区", title: "给棋牌室换两副象棋", ago: 3 },
    ...{ need: "大字的象棋两副，棋盘一块。", state: "submitted" },
  },
  {
    ...{
      station: 2,
      kind: "visit",
      category: "elderly",
      area: "示例二村",
      title: "冬至前看望老党员",
      ago: 5,
      state: "returned",
    },
    need: "想请企业党员上门看望，陪着说说话。",
  },
];

const DAY = 86_400_000;
const NEEDED = { thanks: "示例：谢谢你们，事情办得很用心。", note: "示例：和工作站约好了，这个周末去。" };

/** Safe to repeat: a project is known by its key. */
export async function plantProjects(now: Date): Promise<void> {
  for (const [index, plan] of plans().entries()) {
    const at = new Date(now.getTime() - plan.ago * DAY);
    const projectId = await publish(plan, `${DEMO}project-${index}`, at);
    for (const [turn, claim] of (plan.claims ?? []).entries()) {
      await claimAs(claim, { projectId, station: plan.station, now: new Date(at.getTime() + (turn + 1) * DAY) });
    }
  }
}

/** Whoever of the committee serves the station; texts of others are passed by two people of the zone. */
const staffOf = (station: number): string => personOf(station === 1 ? "GW-0002" : "GW-0001");

async function publish(plan: Plan, submissionKey: string, now: Date): Promise<string> {
  const { station, kind, category, area, title, need, conditions = "", days = 30, isUnder14 = false } = plan;
  const made = await proposeProject({
    stationId: stationId(station),
    text: { kind, category, area, title, need, conditions, days },
    contact: {
      ...{ isUnder14, contactKind: "station", contactName: "", contactAddress: "", contactPhone: "" },
      ...{ consentBy: isUnder14 ? "guardian" : "person", consentOn: businessDateOf(now), consentHow: "written" },
    },
    ...{ submissionKey, linkId: null, now },
    actorId: station === 1 ? staffOf(1) : null,
  });
  if (!made.ok) throw new Error(`${title}: ${made.reason}`);
  await moderate(made.projectId, plan.state ?? "published", now);
  return made.projectId;
}

async function moderate(projectId: string, state: Wanted, now: Date): Promise<void> {
  const step = async (login: string) => {
    const { version } = await db().project.findUniqueOrThrow({ where: { id: projectId }, select: { version: true } });
    return { projectId, version, actorId: personOf(login), now };
  };
  if (state === "submitted") return;
  if (state === "returned") {
    await returnProject({ ...(await step("GW-0001")), reason: "示例：写明哪一天、几个人去合适" });
    return;
  }
  await passProject({ ...(await step("GW-0001")), seen: true });
  if (state === "published") await passProject({ ...(await step("GW-0005")), seen: true });
}

type Place = { projectId: string; station: number; now: Date };

async function claimAs({ by, then = [] }: Claim, { projectId, station, now }: Place): Promise<void> {
  const claimed = await claimProject({ projectId, claimant: by, memberId: personOf(by.login), now });
  if (!claimed.ok) throw new Error(`${by.login}: ${claimed.reason}`);
  const { claimId } = claimed;
  for (const [index, act] of then.entries()) {
    const at = new Date(now.getTime() + (index + 1) * (DAY / 4));
    if (act === "note") await noteOnClaim({ claimId, noteKey: `${claimId}-note`, text: NEEDED.note, now: at });
    else if (act === "complete") await completeClaim({ claimId, text: "示例：东西送到了，人也见着了。", now: at });
    else
      await decideClaim({
        claimId,
        act,
        words: act === "confirm" ? NEEDED.thanks : "",
        actorId: staffOf(station),
        now: at,
      });
  }
}
