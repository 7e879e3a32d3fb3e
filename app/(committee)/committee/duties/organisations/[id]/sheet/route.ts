import { businessDateOf } from "@/domain/calendar/shanghai";
import { fileRoute } from "@/features/access/gates/file";
import { findOrganisationIn, listYear } from "@/features/duties/queries/organisation-year";
import { findTemplate, listAdaptations, listTemplates } from "@/features/duties/queries/templates";
import { yearParamSchema } from "@/features/duties/schema";
import { organisationSheet } from "@/features/duties/sheet";
import { chosenYear } from "@/features/duties/view/years";
import { AppError } from "@/lib/errors";

/** One organisation's year as a workbook. */
export const GET = fileRoute<{ id: string }>({
  permission: "console.committee.open",
  handle: async ({ request, params, scopes, authorise, now }) => {
    const organisation = await findOrganisationIn(scopes.zone(), params.id);
    if (organisation === null) throw new AppError("not-found", "没有这家组织。");
    authorise({ kind: "organisation", organisationId: organisation.id, stationId: organisation.stationId });
    const today = businessDateOf(now);
    const asked = yearParamSchema.parse(Object.fromEntries(request.nextUrl.searchParams)).year;
    const years = (await listTemplates()).map(({ year }) => year);
    const year = chosenYear(asked, years, today);
    const [rows, template, adaptations] = await Promise.all([
      listYear(organisation.id, year),
      findTemplate(year),
      listAdaptations(organisation.id, year),
    ]);
    const lines = new Map((template?.lines ?? []).map((line) => [line.id, line]));
    const own = adaptations.flatMap(({ lineId, ...row }) => {
      const line = lines.get(lineId);
      return line?.state === "active" ? [{ line, ...row }] : [];
    });
    const { name, state } = organisation;
    const duties = rows.map((row) => ({ ...row, organisation: { name, state } }));
    return organisationSheet({ name, year, today, duties, own });
  },
});
