import { businessDateOf } from "@/domain/calendar/shanghai";
import { fileRoute } from "@/features/access/gates/file";
import { recordExport } from "@/features/imports/mutations/record-export";
import { listMemberLines, listOrganisationLines } from "@/features/imports/queries/list-register";
import { asDownload, memberRegister, organisationRegister } from "@/features/imports/sheet";
import { listStationChoices } from "@/features/stations/queries";
import { AppError } from "@/lib/errors";
import type { SheetFormat } from "@/lib/sheets/types";

const FILES = /^(organisations|people)\.(xlsx|csv)$/;

/** The registers to take away: the columns of the templates. Whole logins for the committee of the zone, and on record. */
export const GET = fileRoute<{ file: string }>({
  permission: "register.export",
  handle: async ({ params, scopes, authorise, session, now }) => {
    const scope = scopes.zone();
    authorise(scope.stationId === null ? { kind: "zone" } : { kind: "station", stationId: scope.stationId });
    const [, register, format] = FILES.exec(params.file) ?? [];
    if (!register || !format) throw new AppError("not-found", "没有这个名册。");
    const today = businessDateOf(now);
    const logins = scope.stationId === null ? "whole" : "masked";
    const table =
      register === "organisations"
        ? organisationRegister(
            await listOrganisationLines(scope),
            (await listStationChoices(scope)).map(({ name }) => name),
          )
        : memberRegister(await listMemberLines(scope, { today, logins }));
    const { stationId } = scope;
    await recordExport({ register, rows: table.rows.length, stationId, actorId: session.memberId, now });
    return asDownload(`${table.name}名册${today}`, table, format as SheetFormat);
  },
});
