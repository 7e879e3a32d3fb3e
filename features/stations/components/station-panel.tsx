import { ROLE_LABELS } from "@/domain/access/role-labels";
import { formatFull } from "@/domain/calendar/labels";
import type { StationsPage } from "../loaders";
import { EditStationForm, StationStateForm } from "./station-forms";

type Open = NonNullable<StationsPage["open"]>;

/** One station: who is in office over it, and for the zone's committee its forms. */
export function StationPanel({ open, page }: { open: Open; page: StationsPage }) {
  const { station, position, holders } = open;
  const isOpen = station.state === "active";
  const places = page.stations.filter((one) => one.state === "active").length;
  return (
    <div className="grid gap-6 px-4 py-4">
      <dl className="facts">
        <dt>负责人员</dt>
        <dd>
          {holders.length === 0
            ? "没有专门负责这个站的人，由全区的工委工作人员负责"
            : holders.map((holder) => (
                <span key={holder.id} className="block">
                  {holder.name}，{ROLE_LABELS[holder.role]}，
                  {holder.until === null ? `${formatFull(holder.since)}起` : `任期到${formatFull(holder.until)}`}
                </span>
              ))}
        </dd>
      </dl>
      {page.mayEdit && isOpen ? (
        <div className="max-w-xl">
          <EditStationForm station={station} position={position} places={places} />
        </div>
      ) : null}
      {page.mayEdit ? <StationStateForm station={station} state={isOpen ? "closed" : "active"} /> : null}
    </div>
  );
}
