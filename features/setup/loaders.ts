import "server-only";
import { gateAdmin } from "@/features/access/gates/page";
import { listBranches } from "@/features/branches/queries";
import { getOwnProfile } from "@/features/members/queries";
import { listOrganisations } from "@/features/organisations/queries";
import { listStations } from "@/features/stations/queries";
import { now } from "@/lib/clock";
import { countZone } from "./queries";
import { currentStep, setupSteps, type SetupStep } from "./view";

type Choice = { value: string; label: string };

export type SetupPage = {
  who: string;
  steps: SetupStep[];
  /** The step whose form is open. */
  current: SetupStep;
  stations: Choice[];
  organisations: Choice[];
  branches: Choice[];
};

/** 开通清单: what is done, which form is open (the one asked for, else the first that is missing), what it offers. */
export async function loadSetup(wanted: string | null): Promise<SetupPage> {
  const { session } = await gateAdmin("/admin");
  const [profile, counts, stations, organisations, branches] = await Promise.all([
    getOwnProfile(session, now()),
    countZone(now()),
    listStations(),
    listOrganisations(),
    listBranches(),
  ]);
  const steps = setupSteps({ ownName: profile.name, counts });
  return {
    who: profile.name,
    steps,
    current: currentStep(steps, wanted),
    stations: stations.map(({ id, name }) => ({ value: id, label: name })),
    organisations: organisations.map(({ id, name, shortCode }) => ({ value: id, label: `${name}（${shortCode}）` })),
    branches: branches.map(({ id, name }) => ({ value: id, label: name })),
  };
}
