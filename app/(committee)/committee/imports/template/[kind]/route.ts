import { fileRoute } from "@/features/access/gates/file";
import { importKindSchema } from "@/features/imports/schema";
import { memberTemplate, organisationTemplate, projectTemplate, questionTemplate } from "@/features/imports/sheet";
import { getBankRules } from "@/features/library/queries";
import { listStationChoices } from "@/features/stations/queries";
import { AppError } from "@/lib/errors";

/** An empty sheet with the columns an import knows. */
export const GET = fileRoute<{ kind: string }>({
  permission: "register.import",
  handle: async ({ params, scopes, authorise }) => {
    const scope = scopes.zone();
    authorise(scope.stationId === null ? { kind: "zone" } : { kind: "station", stationId: scope.stationId });
    const kind = importKindSchema.safeParse(params.kind);
    if (!kind.success) throw new AppError("not-found", "没有这个模板。");
    if (kind.data === "duties") throw new AppError("not-found", "责任没有空模板，请先在“责任与提醒”导出，再在里面写。");
    if (kind.data === "members") return memberTemplate();
    if (kind.data === "questions") return questionTemplate(Object.values(getBankRules().topics));
    const stations = (await listStationChoices(scope)).map(({ name }) => name);
    return kind.data === "projects" ? projectTemplate(stations) : organisationTemplate(stations);
  },
});
