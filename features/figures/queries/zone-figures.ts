import { figuresOf, uniteTallies, type Figures, type Tally } from "@/domain/figures/tallies";
import { selectRows } from "@/lib/db/prepared";
import { rememberedWhile } from "@/lib/remembered";
import { refreshStudyTotals } from "../mutations/refresh-study-totals";
import { readTallies } from "./counted";
import type { Ask } from "./parts";

export type ZoneFigures = {
  /** By organisation; one that is missing has nothing to count. */
  readonly organisations: ReadonlyMap<string, Figures>;
  readonly stations: ReadonlyMap<string, Figures>;
  readonly zone: Figures;
};

/** The figures of the zone, of its stations and of every organisation, read again when something has changed. */
export async function getZoneFigures(ask: Ask): Promise<ZoneFigures> {
  const stamp = await refreshStudyTotals(ask);
  return rememberedWhile(`figures ${ask.quarter} ${ask.standing}`, stamp, async () => {
    const [tallies, places] = await Promise.all([
      readTallies({ organisationId: null, stationId: null }, ask),
      selectRows<{ id: string; station_id: string }>("SELECT id, station_id FROM organisation"),
    ]);
    const byStation = new Map<string, Tally[]>();
    for (const { id, station_id } of places) {
      const tally = tallies.get(id);
      if (tally) byStation.set(station_id, [...(byStation.get(station_id) ?? []), tally]);
    }
    const stations = [...byStation].map(([id, list]) => [id, uniteTallies(list)] as const);
    return {
      organisations: new Map([...tallies].map(([id, tally]) => [id, figuresOf(tally)])),
      stations: new Map(stations.map(([id, tally]) => [id, figuresOf(tally)])),
      zone: figuresOf(uniteTallies(stations.map(([, tally]) => tally))),
    };
  });
}

/**
 * The figures of one organisation as they are now: what the committee sees of it and what it sees of itself. The caller
 * has decided that the reader may see them.
 */
export async function getOrganisationFigures(organisationId: string, ask: Ask): Promise<Figures> {
  const tallies = await readTallies({ organisationId, stationId: null }, ask);
  return figuresOf(tallies.get(organisationId));
}
