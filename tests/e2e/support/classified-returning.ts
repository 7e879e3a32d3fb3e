import type { Place } from "./world";

const NOBODYS = "00000000-0000-7000-8000-000000000000";

type Target = { place: Place; memberId: string };

/** People who leave the zone, and who had left it; moves that are taken back (classified-actions.ts). */
export const RETURNING_ACTIONS = {
  cancelTransferAction: { kind: "console", input: () => ({ transferId: NOBODYS, reason: "示例理由" }) },
  endStayAction: {
    kind: "console",
    input: ({ memberId }: Target) => ({
      memberId,
      kind: "employment",
      stayId: NOBODYS,
      on: "2026-01-01",
      reason: "quit",
    }),
  },
  endEmploymentAction: {
    kind: "console",
    input: () => ({ name: "示例混入", login: "MIX-0006", on: "2026-01-01", reason: "quit" }),
  },
  leaveZoneAction: { kind: "console", input: ({ memberId }: Target) => ({ memberId, on: "2026-01-01" }) },
  removeLoginAction: { kind: "console", input: ({ memberId }: Target) => ({ memberId, loginId: NOBODYS }) },
  freeLoginAction: {
    kind: "console",
    input: ({ memberId }: Target) => ({ memberId, loginId: NOBODYS }),
  },
  returnMemberAction: {
    kind: "console",
    input: ({ place, memberId }: Target) => ({ memberId, branchId: place.branchId, since: "2026-01-01" }),
  },
} as const;
