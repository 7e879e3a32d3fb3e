import { FilterSelect } from "@/components/forms/filter-select";
import type { InviteesPage, PlaceChoice } from "../loaders/load-invitees";
import { LINK_CHOICES } from "../view";

const toChoices = (places: PlaceChoice[]) => places.map(({ id, name }) => ({ value: id, label: name }));

/** Whom the invitations are for: a plain form whose fields stand in the address, so that it works without script. */
export function InviteeFilterForm({ list }: { list: InviteesPage }) {
  const { filter, places, path } = list;
  return (
    <form className="grid gap-3 px-4 py-3" method="get" action={path}>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {places ? (
          <>
            {places.stations.length > 1 ? (
              <FilterSelect
                name="stationId"
                label="工作站"
                all="全部工作站"
                value={filter.stationId}
                choices={toChoices(places.stations)}
              />
            ) : null}
            <FilterSelect
              name="organisationId"
              label="单位"
              all="全部单位"
              value={filter.organisationId}
              choices={toChoices(places.organisations)}
            />
            <FilterSelect
              name="branchId"
              label="支部"
              all="全部支部"
              value={filter.branchId}
              choices={toChoices(places.branches)}
            />
          </>
        ) : null}
        <FilterSelect name="link" label="给谁发" value={filter.link} choices={LINK_CHOICES} />
      </div>
      <p>
        <button className="btn" type="submit">
          看选中的人
        </button>
      </p>
    </form>
  );
}
