import { businessDateOf } from "@/domain/calendar/shanghai";
import { fileRoute } from "@/features/access/gates/file";
import { readDesk } from "@/features/figures/queries/desk";
import { deskFilterSchema } from "@/features/figures/schema";
import { figuresSheet } from "@/features/figures/sheet";
import { filtered, filterWords, organisationLines, stationLines } from "@/features/figures/view/desk";
import { quarterLabel } from "@/features/points/view";
import { downloadHeaders } from "@/lib/sheets/download";

/** The figures of the desk as a spreadsheet: the organisations that its filters leave, in its order, and the stations. */
export const GET = fileRoute({
  permission: "console.committee.open",
  handle: async ({ request, scopes, authorise, now }) => {
    const scope = scopes.zone();
    authorise(scope.stationId === null ? { kind: "zone" } : { kind: "station", stationId: scope.stationId });
    const filter = deskFilterSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
    const today = businessDateOf(now);
    const parts = await readDesk(scope, filter, today);
    const lines = organisationLines(parts);
    const { quarter } = parts.ask;
    const sheet = await figuresSheet({
      ...{ words: filterWords(filter, quarter, parts.stations), standing: filter.standing, today },
      stations: stationLines(parts, lines),
      lines: filtered(lines, parts),
    });
    const headers = downloadHeaders(`学习情况 ${quarterLabel(quarter)}`, "xlsx");
    return new Response(new Uint8Array(sheet), { headers });
  },
});
