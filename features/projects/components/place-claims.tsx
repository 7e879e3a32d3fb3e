import { Empty } from "@/components/ui/state";
import type { PlaceClaimsPage } from "../loaders/load-place-claims";
import { OwnClaim } from "./own-claim";

/** What a branch or an organisation has claimed; claimed on the board, where one chooses the name. */
export function PlaceClaims({ page: { claims, maySpeak, place } }: { page: PlaceClaimsPage }) {
  if (claims.length === 0) {
    return (
      <Empty
        title="还没有认领志愿项目"
        hint={maySpeak ? `在志愿项目里挑一个，以${place}的名义认领` : "由书记或党务工作者在志愿项目里认领"}
        action={{ href: "/projects", label: "看志愿项目" }}
      />
    );
  }
  return (
    <>
      <p className="pb-4">
        <a className="btn" href="/projects">
          {maySpeak ? "再认领一个" : "看志愿项目"}
        </a>
      </p>
      <div className="grid items-start gap-3 lg:grid-cols-2">
        {claims.map((claim) => (
          <OwnClaim key={claim.id} start={claim} isReader={!maySpeak} />
        ))}
      </div>
    </>
  );
}
