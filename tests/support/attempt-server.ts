import { mergeDraft, revisionOf } from "@/domain/quizzes/answers";
import type { AnswerValue, Draft, PublicPaper } from "@/domain/quizzes/types";
import type { Outcome, Saved } from "@/features/attempts/schema";
import { mergeEntries, type Entry } from "@/features/attempts/client/entry";
import type { Keeper, Shelf } from "@/features/attempts/client/keeper";
import type { Sent, Transport } from "@/features/attempts/client/transport";

/** The server's side of docs/api.md on the real rules, with a plug to pull. */
export class Server {
  readonly requests: string[] = [];
  plug: Sent<never> | null = null;
  isClosed = false;
  deadline: string | null = null;
  private draft: Draft = {};
  private submittedAt = "";

  readonly transport: Transport = {
    save: (_id, patch) =>
      this.answer("save", (): Sent<Saved> => {
        if (this.isClosed) return { kind: "closed", value: this.outcome() };
        const { draft, revision, ignored } = mergeDraft(this.draft, patch);
        this.draft = draft;
        return { kind: "ok", value: { revision, savedAt: new Date().toISOString(), ignored: [...ignored] } };
      }),
    submit: (_id, patch) =>
      this.answer("submit", (): Sent<Outcome> => {
        if (!this.isClosed) {
          if (patch) this.draft = mergeDraft(this.draft, patch).draft;
          this.close();
        }
        return { kind: "ok", value: this.outcome() };
      }),
    read: () => this.answer("read", (): Sent<PublicPaper> => ({ kind: "ok", value: this.paper() })),
  };

  close(): void {
    this.isClosed = true;
    this.submittedAt = new Date().toISOString();
  }

  private outcome(): Outcome {
    const receipt = { id: "ZJ7K-3F82-91C4", submittedAt: this.submittedAt } as Outcome["receipt"];
    return { receipt, pointsAwarded: 1, reviewOpensAt: null };
  }

  answers(): Record<string, AnswerValue> {
    const entries = Object.entries(this.draft);
    return Object.fromEntries(
      entries.flatMap(([id, { value }]): [string, AnswerValue][] => (value === null ? [] : [[id, value]])),
    );
  }

  elsewhere(revision: number, answers: Record<string, AnswerValue>): void {
    this.draft = mergeDraft(this.draft, { revision, answers }).draft;
  }

  paper(): PublicPaper {
    return {
      attemptId: "a",
      quizId: "z",
      title: "练习",
      serverTime: new Date().toISOString(),
      startedAt: "2026-07-01T00:00:00.000Z",
      deadline: this.deadline,
      state: this.isClosed ? "closed" : "open",
      revision: revisionOf(this.draft),
      questions: ["q1", "q2", "q3"].map((id) => ({ id, stem: id, points: 5, type: "true-false" as const })),
      answers: this.answers(),
    };
  }

  private answer<Value>(what: string, made: () => Sent<Value>): Promise<Sent<Value>> {
    this.requests.push(what);
    return Promise.resolve(this.plug ?? made());
  }
}

export function makeShelf(tabs: Keeper[] = []): Shelf & { kept: () => Entry | null } {
  let entry: Entry | null = null;
  return {
    kept: () => entry,
    read: () => Promise.resolve(entry),
    keep: (mine) => Promise.resolve((entry = entry ? mergeEntries(entry, mine) : mine)),
    finish: () => Promise.resolve(void (entry = null)),
    durable: () => Promise.resolve(true),
    tell: (message) => tabs.forEach((tab) => tab.hear(message)),
  };
}

export const OFFLINE = { kind: "later", retryAfterMs: 0 } as const;
