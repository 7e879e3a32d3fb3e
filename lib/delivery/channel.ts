/**
 * What every way out of the product looks like: mail, a group's robot, a browser. A channel knows how to hand over one
 * message to one address and how to read the answer; what is sent, when, and what becomes of a failure is decided
 * elsewhere.
 */
export type Letter = {
  readonly title: string;
  readonly body: string;
  /** The whole address to open; empty when there is none. */
  readonly url: string;
};

/** An address as its channel understands it, such as `{ address }` or `{ address, secret }`. */
export type Target = Readonly<Record<string, string>>;

export type Outcome =
  | { readonly state: "delivered" }
  | {
      readonly state: "retry";
      readonly reason: string;
      /** How long the other side asks to be left alone. */
      readonly afterSeconds: number | null;
      /** The way itself is out of order: what shares it would meet the same. */
      readonly outage: boolean;
    }
  | {
      readonly state: "dead";
      readonly reason: string;
      /** The address is no more, so nothing else need be tried there. */
      readonly gone: boolean;
    };

export interface Channel {
  /** Never throws for what the other side does. */
  send(letter: Letter, target: Target): Promise<Outcome>;
}

export const delivered: Outcome = Object.freeze({ state: "delivered" });

export const retry = (
  reason: string,
  { afterSeconds = null, outage = false }: { afterSeconds?: number | null; outage?: boolean } = {},
): Outcome => ({ state: "retry", reason, afterSeconds, outage });

export const dead = (reason: string, { gone = false } = {}): Outcome => ({ state: "dead", reason, gone });
