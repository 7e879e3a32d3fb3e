import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isPublicAddress, postOut } from "./post";

describe("the server calls", () => {
  it.each(["8.8.8.8", "1.1.1.1", "2400:3200::1"])("%s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1"],
    ...[
      "0.0.0.0",
      "224.0.0.1",
      "255.255.255.255",
      "::1",
      "::",
      "::ffff:127.0.0.1",
      "fe80::1",
      "fd00::1",
      "64:ff9b::a00:1",
    ],
  ])("never %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it("nobody whose name leads to this machine", async () => {
    await expect(postOut({ url: "https://localhost:9/x", body: "{}" })).rejects.toThrow("内部地址");
  });
});

describe("an address written as a number", () => {
  let service: Server;
  let calls = 0;

  beforeEach(async () => {
    calls = 0;
    service = createServer((socket) => {
      calls += 1;
      socket.destroy();
    });
    // No host: every address of this machine, by either protocol where it has both.
    await new Promise<void>((ready) => service.listen(0, ready));
  });
  afterEach(() => new Promise<void>((done) => service.close(() => done())));

  it.each(["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1", "0.0.0.0"])(
    "such as %s is not called, since nothing would be looked up",
    async (host) => {
      const { port } = service.address() as AddressInfo;
      await expect(postOut({ url: `https://${host}:${port}/x`, body: "{}" })).rejects.toThrow("不是域名");
      expect(calls).toBe(0);
    },
  );
});
