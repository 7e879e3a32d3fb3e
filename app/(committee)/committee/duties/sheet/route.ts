import { businessDateOf } from "@/domain/calendar/shanghai";
import { fileRoute } from "@/features/access/gates/file";
import { listYearOf } from "@/features/duties/queries/duties";
import { listProgress } from "@/features/duties/queries/progress";
import { listTemplates } from "@/features/duties/queries/templates";
import { yearParamSchema } from "@/features/duties/schema";
import { weekSheet } from "@/features/duties/sheet";
import { byStation } from "@/features/duties/view/progress";
import { chosenYear } from "@/features/duties/view/years";
import { listStationChoices } from "@/features/stations/queries";

/** A year of the scope as a workbook: how far everybody is, and every duty with a column to decide in. */
export const GET = fileRoute({
  permission: "console.committee.open",
  handle: async ({ request, scopes, authorise, now }) => {
    const scope = scopes.zone();
    authorise(scope.stationId === null ? { kind: "zone" } : { kind: "station", stationId: scope.stationId });
    const today = businessDateOf(now);
    const asked = yearParamSchema.parse(Object.fromEntries(request.nextUrl.searchParams)).year;
    const years = (await listTemplates()).map(({ year }) => year);
    const year = chosenYear(asked, years, today);
    const [organisations, duties, stations] = await Promise.all([
      listProgress(scope, { year, today }),
      listYearOf(scope, year),
      listStationChoices(scope),
    ]);
    return weekSheet({ year, today, organisations, duties, stations: byStation(stations, organisations) });
  },
});
