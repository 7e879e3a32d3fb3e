import { redirect } from "next/navigation";
import { loadPresentQuarter } from "@/features/seasons/loaders";

export default async function CurrentSeasonPage(): Promise<never> {
  redirect(`/seasons/${await loadPresentQuarter()}`);
}
