import { FIRST_ADMINISTRATOR_NAME } from "./constants";
import type { ZoneCounts } from "./queries";

export type StepKey = "name" | "committee" | "stations" | "organisations" | "branches" | "invitations";

export type SetupStep = {
  key: StepKey;
  title: string;
  done: boolean;
  /** What stands, or why the step comes later. */
  note: string;
  /** A step that needs an earlier one first shows no form. */
  ready: boolean;
};

/** The opening checklist: work committee → stations → organisations → branches → invitations, from what stands now. */
export function setupSteps(input: { ownName: string; counts: ZoneCounts }): SetupStep[] {
  const { ownName, counts } = input;
  const hasStation = counts.stations > 0;
  const needsStation = "先建立工作站";
  return [
    {
      key: "name",
      title: "填上你的姓名",
      done: ownName !== FIRST_ADMINISTRATOR_NAME,
      note: ownName === FIRST_ADMINISTRATOR_NAME ? "现在显示为“首位管理员”" : ownName,
      ready: true,
    },
    {
      key: "committee",
      title: "任命工委工作人员",
      done: counts.committee > 0,
      note: `${counts.committee}人`,
      ready: true,
    },
    {
      key: "stations",
      title: "建立党群工作站",
      done: hasStation,
      note: `${counts.stations}个`,
      ready: true,
    },
    {
      key: "organisations",
      title: "登记两新组织",
      done: counts.organisations > 0,
      note: hasStation ? `${counts.organisations}家` : needsStation,
      ready: hasStation,
    },
    {
      key: "branches",
      title: "建立党支部",
      done: counts.branches > 0,
      note: hasStation ? `${counts.branches}个` : needsStation,
      ready: hasStation,
    },
    {
      key: "invitations",
      title: "登记党员，发出邀请",
      done: counts.members > 0,
      note: `${counts.members}名党员有支部，${counts.invited}人还没登录过`,
      ready: counts.organisations > 0 || counts.branches > 0,
    },
  ];
}

/** The step asked for when its form can be filled in, else the first that is missing, else the last. */
export function currentStep(steps: readonly SetupStep[], wanted: string | null): SetupStep {
  const open = steps.filter((step) => step.ready);
  const found = open.find((step) => step.key === wanted) ?? open.find((step) => !step.done) ?? open.at(-1);
  if (!found) throw new Error("The checklist has no step that can be filled in.");
  return found;
}
