// First of all imports: it gives the framework its request scope.
import { hostRoutes, type RouteHost } from "@/tests/support/route-host";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadImport } from "@/features/imports/loaders/load-import";
import { loadImports } from "@/features/imports/loaders/load-imports";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { db } from "@/lib/db";
import { makePerson, makePlace, type Place } from "@/tests/factories/people";
import { cookieOf } from "@/tests/factories/sign-in";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, csvOf } from "./staging";

const PHONE = "13900000301";

describeOnBothEngines("who reads a file that was brought in", () => {
  let host: RouteHost;
  let place: Place;
  let importId: string;
  beforeAll(async () => {
    place = await makePlace();
    const { name } = await db().organisation.findUniqueOrThrow({ where: { id: place.organisationId } });
    const content = csvOf(["姓名", "手机号", "组织名称", "身份"], [["示例甲", PHONE, name, "同志"]]);
    importId = await bring({ kind: "members", content, stationId: place.stationId });
    host = await hostRoutes(0, [
      { path: "/file", handlers: { GET: async () => Response.json(await loadImport(importId, Promise.resolve({}))) } },
      { path: "/list", handlers: { GET: async () => Response.json(await loadImports()) } },
    ]);
  });
  afterAll(() => host.close());

  async function visit(path: string, role: RoleScope["role"]): Promise<{ status: number; text: string }> {
    const roles: RoleScope[] = [{ role, scopeKind: "station", scopeId: place.stationId }];
    const cookie = await cookieOf((await makePerson(place, { roles })).memberId);
    const reply = await fetch(`${host.address}${path}`, { headers: { cookie }, redirect: "manual" });
    return { status: reply.status, text: await reply.text() };
  }

  test("the station's committee does, with the phones that are to be mended", async () => {
    const file = await visit("/file", "committee");
    expect(file.status).toBe(200);
    expect(file.text).toContain(PHONE);
    expect((await visit("/list", "committee")).text).toContain(importId);
  });

  test.each(["/file", "/list"])("an instructor of the station finds nothing at %s", async (path) => {
    const { status, text } = await visit(path, "instructor");
    expect(status).toBe(404);
    expect(text).not.toContain(PHONE);
    expect(text).not.toContain(importId);
  });
});
