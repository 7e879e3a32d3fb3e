import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { SearchForm, SearchFound } from "@/features/search/components/results";
import { loadSearch } from "@/features/search/loaders";

export const metadata: Metadata = { title: "搜索", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** 搜索 over what people read. A plain form: it works before any script, and the address can be passed on. */
export default async function SearchPage({ searchParams }: Props) {
  const page = await loadSearch(searchParams);
  return (
    <PhonePage tab="learn" title="搜索" back={{ href: "/lessons", label: "回到学习" }}>
      <h1 className="vh">搜索</h1>
      <SearchForm q={page.q} />
      <SearchFound page={page} />
    </PhonePage>
  );
}
