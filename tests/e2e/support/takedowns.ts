import { expect } from "@playwright/test";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";

type Target = Pick<Parameters<typeof takeDown>[0], "targetKind" | "targetId">;

/** Takes something down beside the server, as another process would, and brings it back: each is seen within a minute. */
export async function expectGoneWhileDown(
  target: Target,
  remains: () => Promise<unknown[]>,
  { standing, gone }: { standing: unknown[]; gone: unknown[] },
): Promise<void> {
  const act = { actorId: "another-process", now: new Date() };
  const becomes = (seen: unknown[]) => expect.poll(remains, { timeout: 55_000, intervals: [1_000] }).toEqual(seen);
  expect(await remains()).toEqual(standing);
  const result = await takeDown({ ...target, reason: "核对", ...act });
  if (!result.ok) throw new Error(result.reason);
  await becomes(gone);
  await restore({ takedownId: result.takedownId, ...act });
  await becomes(standing);
}
