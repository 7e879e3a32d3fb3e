import { apiRoute } from "@/features/access/gates/api";
import { listOwnEntries } from "@/features/points/queries";
import { pageSchema } from "@/features/points/schema";
import { cursorText, parseCursor, pointsLine } from "@/features/points/view";
import { AppError } from "@/lib/errors";
import { fieldErrors, jsonReply } from "@/lib/problem";

export const GET = apiRoute({
  permission: "points.read-own",
  handle: async ({ own, request }) => {
    const page = pageSchema.safeParse(Object.fromEntries(request.nextUrl.searchParams));
    if (!page.success) throw new AppError("invalid", undefined, { errors: fieldErrors(page.error) });
    const { cursor, limit } = page.data;
    const after = cursor === undefined ? null : parseCursor(cursor);
    if (cursor !== undefined && after === null) {
      const errors = [{ field: "cursor", code: "unknown", detail: "这个翻页标记不对，请从第一页读起。" }];
      throw new AppError("invalid", undefined, { errors });
    }
    const { rows, next } = await listOwnEntries(own, { after, limit });
    return jsonReply({ entries: rows.map(pointsLine), nextCursor: next === null ? null : cursorText(next) });
  },
});
