import { expect, it } from "vitest";
import { countsAsMember, STANDINGS } from "@/domain/people/standing";
import { COUNTED_STANDINGS, STANDING_GROUPS } from "./standing-group";

it("every standing is counted in exactly one group, members are those whom dashboards count", () => {
  expect(STANDING_GROUPS.flatMap((group) => [...COUNTED_STANDINGS[group]]).sort()).toEqual([...STANDINGS].sort());
  expect(COUNTED_STANDINGS.members).toEqual(STANDINGS.filter(countsAsMember));
});
