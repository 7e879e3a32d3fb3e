import { NextResponse, type NextRequest } from "next/server";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { todayPath } from "@/domain/calendar/today-path";
import { builtOn } from "@/lib/built-on";
import { now } from "@/lib/clock";

/** `/` is the static page of the Shanghai date, right from the first millisecond of the day. Everything else passes by. */
export function proxy(request: NextRequest): NextResponse {
  return NextResponse.rewrite(new URL(todayPath(businessDateOf(now()), builtOn()), request.url));
}

export const config = { matcher: "/" };
