import type { TransferKind, TransferSide, TransferState } from "@/domain/people/transfer";

/** A request as it is stored. */
export type Transfer = {
  id: string;
  memberId: string;
  kind: TransferKind;
  fromId: string | null;
  toId: string;
  since: string;
  reason: string;
  workNumber: string | null;
  state: TransferState;
  requestedById: string;
  createdAt: Date;
  fromAssentAt: Date | null;
  toAssentAt: Date | null;
  closedAt: Date | null;
  note: string;
};

/** A request as a page shows it, with what the reader may do. */
export type ShownTransfer = {
  id: string;
  name: string;
  /** The person's page; null where the reader has none. */
  href: string | null;
  what: string;
  when: string;
  by: string;
  reason: string;
  status: string;
  isOpen: boolean;
  may: {
    /** The sides this reader would assent for. */
    assent: TransferSide[];
    decide: boolean;
    refuse: boolean;
    withdraw: boolean;
    /** Agreed on, with its first day to come: it may be taken back. */
    cancel: boolean;
    /** The new work number may be said with the assent. */
    number: boolean;
  };
};

/** What a person's page offers. The names are those of the reader's own scope, as a help in typing. */
export type MoveChoices = {
  kinds: TransferKind[];
  names: Readonly<Record<TransferKind, string[]>>;
  mayDecide: boolean;
  earliest: string;
  latest: string;
};

/** `agreed`: done, with the first day to come. */
export type MovesOfPerson = { open: ShownTransfer[]; agreed: ShownTransfer[]; choices: MoveChoices | null };
