import { figuresOf, uniteTallies, type Figures } from "@/domain/figures/tallies";
import { groupBy } from "@/domain/grouping";
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
    const counted = places.flatMap(({ id, station_id: stationId }) => {
      const tally = tallies.get(id);
      return tally ? [{ stationId, tally }] : [];
    });
    const byStation = groupBy(counted, ({ stationId }) => stationId);
    const stations = [...byStation].map(
      ([id, ofStation]) => [id, uniteTallies(ofStation.map(({ tally }) => tally))] as const,
    );
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
