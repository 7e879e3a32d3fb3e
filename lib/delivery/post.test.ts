import { describe, expect, it } from "vitest";
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
