import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { fileRoute } from "@/features/access/gates/file";
import { listCounted } from "@/features/projects/queries/figures";
import { figuresSheet } from "@/features/projects/sheet";
import { talliesOf } from "@/features/projects/view";
import { downloadHeaders } from "@/lib/sheets/download";

/** The figures of the scope as a spreadsheet. */
export const GET = fileRoute({
  permission: "console.committee.open",
  handle: async ({ scopes, authorise, now }) => {
    const scope = scopes.zone();
    authorise(scope.stationId === null ? { kind: "zone" } : { kind: "station", stationId: scope.stationId });
    const words = `志愿项目，数据到${formatFull(businessDateOf(now))}。`;
    const sheet = await figuresSheet({ ...talliesOf(await listCounted(scope)), words });
    return new Response(new Uint8Array(sheet), { headers: downloadHeaders("志愿项目数据", "xlsx") });
  },
});
