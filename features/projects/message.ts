import type { ClaimantKind } from "@/domain/projects/claims";

type Asking = { title: string; area: string; claimantKind: ClaimantKind };

const WHO: Readonly<Record<ClaimantKind, string>> = {
  member: "一位同志",
  branch: "一个支部",
  organisation: "一家单位",
};

/** What the station is told of a claim outside of the product: nobody is named. `weeks`: it was told before. */
export function stationMessage(
  { title, area, claimantKind }: Asking,
  what: "held" | "done",
  weeks = 0,
): { title: string; body: string } {
  const again = weeks === 0 ? "" : `已经等了${weeks * 7}天。`;
  return what === "held"
    ? { title: `有人认领：${title}`, body: `${area}的这个项目，${WHO[claimantKind]}认领了，等工作站同意。${again}` }
    : {
        title: `报了办完：${title}`,
        body: `${area}的这个项目，认领的${WHO[claimantKind]}说办完了，等工作站确认。${again}`,
      };
}
