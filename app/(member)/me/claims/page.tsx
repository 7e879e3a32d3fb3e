import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { OwnClaim } from "@/features/projects/components/own-claim";
import { loadOwnClaims } from "@/features/projects/loaders/load-board";

export const metadata: Metadata = { title: "我的认领" };

/** 我的认领: each with its next step. */
export default async function OwnClaimsPage() {
  const claims = await loadOwnClaims();
  return (
    <PhonePage tab="projects" title="我的认领" back={{ href: "/projects", label: "回到志愿项目" }}>
      <h1 className="vh">我的认领</h1>
      {claims.length === 0 ? (
        <Empty
          title="还没有认领"
          hint="看看谁需要什么，从一件小事开始"
          action={{ href: "/projects", label: "看志愿项目" }}
        />
      ) : (
        <div className="grid gap-3 pt-3">
          {claims.map((claim) => (
            <OwnClaim key={claim.id} start={claim} />
          ))}
        </div>
      )}
    </PhonePage>
  );
}
