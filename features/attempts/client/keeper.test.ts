import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeShelf, OFFLINE, Server } from "@/tests/support/attempt-server";
import { createKeeper, type Keeper } from "./keeper";

describe("the keeper of an attempt", () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date("2026-07-01T01:00:00Z") }));
  afterEach(() => vi.useRealTimers());

  async function opened() {
    const server = new Server();
    const shelf = makeShelf();
    const keeper = createKeeper(server.paper(), shelf, server.transport);
    await keeper.open(Date.now());
    return { server, shelf, keeper };
  }

  it("sends several answers as one patch", async () => {
    const { server, keeper } = await opened();
    keeper.answer("q1", true);
    keeper.answer("q2", false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.requests).toEqual(["save"]);
    expect(server.answers()).toEqual({ q1: true, q2: false });
  });

  it("keeps answers while the network is dead and sends them when it is back", async () => {
    const { server, shelf, keeper } = await opened();
    server.plug = OFFLINE;
    keeper.answer("q1", true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([keeper.snapshot().link, shelf.kept()?.answers["q1"]?.sent]).toEqual(["waiting", false]);
    const tries = server.requests.length;
    expect(tries).toBeLessThan(10);
    server.plug = null;
    keeper.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.answers()).toEqual({ q1: true });
    expect(shelf.kept()?.answers["q1"]?.sent).toBe(true);
  });

  it("at the end of its time asks the server first: more time goes on, the same time hands in", async () => {
    const { server, keeper } = await opened();
    server.deadline = "2026-07-01T02:00:00.000Z";
    expect(await keeper.endTime()).toBe(false);
    expect(keeper.snapshot().entry).toMatchObject({ handing: { wanted: false }, paper: { deadline: server.deadline } });
    keeper.answer("q1", true);
    expect(await keeper.endTime()).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([server.isClosed, server.answers()]).toEqual([true, { q1: true }]);
  });

  it("hands in when its time ends without a network, as soon as there is one", async () => {
    const { server, keeper } = await opened();
    server.plug = OFFLINE;
    expect(await keeper.endTime()).toBe(true);
    expect(server.isClosed).toBe(false);
    server.plug = null;
    keeper.wake();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.isClosed).toBe(true);
  });

  it("goes on after a reload in flight mode, whose page is the old shell", async () => {
    const { server, shelf, keeper } = await opened();
    await vi.advanceTimersByTimeAsync(5_000);
    const shell = server.paper();
    keeper.answer("q1", true);
    await vi.advanceTimersByTimeAsync(1_000);
    server.plug = OFFLINE;
    keeper.answer("q2", true);
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.stop();
    const reloaded = createKeeper(shell, shelf, server.transport);
    await reloaded.open(null);
    const { answers, offset } = reloaded.snapshot().entry;
    expect([answers["q1"]?.value, answers["q1"]?.sent, answers["q2"]?.sent]).toEqual([true, true, false]);
    expect(Math.abs(offset)).toBeLessThan(1_000);
    server.plug = null;
    reloaded.wake();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.answers()).toEqual({ q1: true, q2: true });
  });

  it("keeps the answer given before the store has opened", async () => {
    const { server, shelf, keeper } = await opened();
    server.plug = OFFLINE;
    keeper.answer("q1", true);
    keeper.answer("q1", false);
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.stop();
    const reloaded = createKeeper(server.paper(), shelf, server.transport);
    const opening = reloaded.open(Date.now());
    reloaded.answer("q1", true);
    await opening;
    expect(reloaded.snapshot().entry.answers["q1"]?.value).toBe(true);
  });

  it("waits after the session has ended and goes on when it is back", async () => {
    const { server, keeper } = await opened();
    server.plug = { kind: "signed-out" };
    keeper.answer("q1", true);
    await vi.advanceTimersByTimeAsync(120_000);
    expect([keeper.snapshot().link, server.requests.length]).toEqual(["signed-out", 1]);
    server.plug = null;
    keeper.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.answers()).toEqual({ q1: true });
  });

  it("reads again what the server ignores and names it", async () => {
    const { server, keeper } = await opened();
    server.elsewhere(9, { q1: false });
    keeper.answer("q1", true);
    keeper.answer("q2", true);
    await vi.advanceTimersByTimeAsync(1_000);
    const { entry, changed } = keeper.snapshot();
    expect([entry.answers["q1"]?.value, changed, server.answers()]).toEqual([false, ["q1"], { q1: false, q2: true }]);
    keeper.answer("q1", true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.answers()).toEqual({ q1: true, q2: true });
  });

  it("does not lose what is answered while a request is under way", async () => {
    const { server, keeper } = await opened();
    const { save } = server.transport;
    server.transport.save = async (id, patch) => {
      const sent = await save(id, patch);
      if ("q1" in patch.answers) keeper.answer("q2", true);
      return sent;
    };
    keeper.answer("q1", true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.answers()).toEqual({ q1: true, q2: true });
  });

  it("hands in once with what waits, and clears the phone after the receipt", async () => {
    const { server, shelf, keeper } = await opened();
    keeper.answer("q1", true);
    keeper.handIn();
    keeper.handIn();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.requests).toEqual(["submit"]);
    expect(server.answers()).toEqual({ q1: true });
    expect([keeper.snapshot().closing?.reply?.pointsAwarded, shelf.kept()]).toEqual([1, null]);
    keeper.answer("q2", true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([server.requests.length, shelf.kept()]).toEqual([1, null]);
  });

  it("hands in later when the network is dead, unless that is taken back", async () => {
    const { server, keeper } = await opened();
    server.plug = OFFLINE;
    keeper.handIn();
    await vi.advanceTimersByTimeAsync(3_000);
    keeper.takeBack();
    server.plug = null;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.isClosed).toBe(false);
    server.plug = OFFLINE;
    keeper.handIn();
    server.plug = null;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.isClosed).toBe(true);
  });

  it("says which answers came after the closing", async () => {
    const { server, keeper } = await opened();
    server.isClosed = true;
    keeper.answer("q2", true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.snapshot().closing?.late).toEqual(["q2"]);
  });

  it("says which answers came in vain when another phone had handed in", async () => {
    const { server, keeper } = await opened();
    keeper.answer("q1", true);
    await vi.advanceTimersByTimeAsync(1_000);
    server.plug = OFFLINE;
    keeper.answer("q2", true);
    await vi.advanceTimersByTimeAsync(1_000);
    server.close();
    server.plug = null;
    await vi.advanceTimersByTimeAsync(1);
    keeper.handIn();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.snapshot().closing?.late).toEqual(["q2"]);
  });

  it("takes a repeated submission whose first reply was lost for what it is", async () => {
    const { server, keeper } = await opened();
    const { submit } = server.transport;
    let lost = 0;
    server.transport.submit = async (id, patch) => {
      const sent = await submit(id, patch);
      lost += 1;
      return lost === 1 ? OFFLINE : sent;
    };
    keeper.answer("q1", true);
    keeper.handIn();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([lost, keeper.snapshot().closing?.late]).toEqual([2, []]);
  });

  it("never repeats values the server refuses", async () => {
    const { server, keeper } = await opened();
    server.plug = { kind: "refused", reasons: { q1: "太长" }, detail: "" };
    keeper.answer("q1", true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([server.requests.length, keeper.snapshot().entry.answers["q1"]?.refused]).toEqual([1, "太长"]);
  });

  it("shows in one tab what was answered in the other, and stops in both after the submission", async () => {
    const server = new Server();
    const tabs: Keeper[] = [];
    const shelf = makeShelf(tabs);
    const [one, two] = [0, 1].map(() => createKeeper(server.paper(), shelf, server.transport)) as [Keeper, Keeper];
    tabs.push(one, two);
    await Promise.all([one.open(Date.now()), two.open(Date.now())]);
    one.answer("q1", true);
    two.answer("q2", true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(Object.keys(two.snapshot().entry.answers).sort()).toEqual(["q1", "q2"]);
    expect(server.answers()).toEqual({ q1: true, q2: true });
    two.handIn();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(one.snapshot().closing).not.toBeNull();
  });
});
