import { fileRoute } from "@/features/access/gates/file";
import { findTemplate } from "@/features/duties/queries/templates";
import { linesSheet } from "@/features/duties/sheet";
import { AppError } from "@/lib/errors";

/** The lines of a year as a spreadsheet, to be edited and brought back. */
export const GET = fileRoute<{ year: string }>({
  permission: "console.committee.open",
  handle: async ({ scopes, authorise, params }) => {
    const { stationId } = scopes.zone();
    authorise(stationId === null ? { kind: "zone" } : { kind: "station", stationId });
    const template = await findTemplate(params.year);
    if (template === null) throw new AppError("not-found", "没有这一年的责任清单。");
    const lines = template.lines.filter(({ state }) => state === "active");
    return linesSheet(template.year, lines);
  },
});
