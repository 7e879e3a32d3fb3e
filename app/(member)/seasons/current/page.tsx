import { redirect } from "next/navigation";
import { presentQuarter } from "@/features/seasons/loaders";

export const dynamic = "force-dynamic";

export default function CurrentSeasonPage(): never {
  redirect(`/seasons/${presentQuarter()}`);
}
