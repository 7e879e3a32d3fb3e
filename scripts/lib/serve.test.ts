import { createServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { addressOf, checkPort } from "./serve.mjs";

describe("the port", () => {
  it("is refused with what to type while somebody else has it, and free afterwards", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as AddressInfo;
    await expect(checkPort("127.0.0.1", port)).rejects.toThrow(`npm start -- --port ${port + 1}`);
    await new Promise((done) => other.close(done));
    await expect(checkPort("127.0.0.1", port)).resolves.toBeUndefined();
  });
});

describe("the address shown", () => {
  it.each([
    ["127.0.0.1", "http://127.0.0.1:3000"],
    ["0.0.0.0", "http://127.0.0.1:3000"],
    ["::", "http://127.0.0.1:3000"],
    ["::1", "http://[::1]:3000"],
    ["example.org", "http://example.org:3000"],
  ])("of %s is %s", (host, address) => {
    expect(addressOf(host, 3000)).toBe(address);
  });
});
