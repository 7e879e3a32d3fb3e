import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { IssueLinkForm, RevokeLinkForm } from "@/features/projects/components/link-forms";
import { loadLinks, type LinksPage } from "@/features/projects/loaders/load-desk";

export const metadata: Metadata = { title: "村社链接" };

/** Each village has a link of its own and needs no account. */
export default async function ProjectLinksPage() {
  const page = await loadLinks();
  return (
    <CommitteeConsole title="村社链接" place={page.place} current="/committee/projects" who={page.who}>
      <Box title="发一个链接" note="村社不用账号，打开就能报；报上来的一样要两位同志审">
        <div className="px-4 py-3">
          <IssueLinkForm stations={page.stations} />
        </div>
      </Box>
      <Box title="在用的链接" note={`${page.links.length}个`}>
        {page.links.length === 0 ? <Empty title="还没有链接" hint="在上面填村社的名字，发一个" /> : <Links {...page} />}
      </Box>
    </CommitteeConsole>
  );
}

function Links({ links }: Pick<LinksPage, "links">) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">村社</th>
          <th scope="col">工作站</th>
          <th scope="col">链接，复制了发给村社</th>
          <th scope="col">有效到</th>
          <th scope="col">
            <span className="vh">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">{link.area}</th>
            <td data-label="工作站">{link.station}</td>
            <td data-label="链接">
              <span className="break-all">{link.address}</span>
            </td>
            <td data-label="有效到">{link.until}</td>
            <td>
              <RevokeLinkForm linkId={link.id} area={link.area} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
