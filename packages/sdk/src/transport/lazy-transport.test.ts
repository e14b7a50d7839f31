import { describe, expect, it } from "vitest";
import { loadSandbox } from "../platform/platform-edge.ts";
import { fakeTransport } from "../testing/fake-transport.ts";
import { lazyTransport } from "./lazy-transport.ts";

const request = { method: "GET", path: "/health", headers: {} };

describe("lazyTransport", () => {
  it("loads once, at the first request, also when many come at once", async () => {
    const { transport } = fakeTransport(() => ({ body: "ok" }));
    let loads = 0;
    const lazy = lazyTransport(async () => {
      loads++;
      return transport;
    });
    expect(loads).toBe(0);
    await Promise.all([lazy.request(request), lazy.request(request)]);
    await lazy.request(request);
    expect(loads).toBe(1);
  });

  it("loads again after a load that failed", async () => {
    const { transport } = fakeTransport(() => ({ body: "ok" }));
    const loads = [() => Promise.reject(new Error("not installed")), () => Promise.resolve(transport)];
    const lazy = lazyTransport(async () => (await loads.shift()?.()) ?? transport);
    await expect(lazy.request(request)).rejects.toMatchObject({
      code: "transport_unavailable",
      retryable: false,
      message: "not installed",
    });
    expect((await lazy.request(request)).status).toBe(200);
  });

  it("says in a browser or worker what to do instead of the embedded sandbox", async () => {
    await expect(lazyTransport(loadSandbox).request(request)).rejects.toMatchObject({
      code: "transport_unavailable",
      message: expect.stringContaining("npx @codespar/sandbox"),
    });
  });
});
