import { Empty } from "@/components/ui/state";

/** What stands in the place of something that was taken down: nothing of its text. */
export function TakenDown({ what, back }: { what: string; back: { href: string; label: string } }) {
  return <Empty title={`这一${what}已撤下`} hint="内容正在核对，改好以后会重新放上来" action={back} />;
}
