import { describe, expect, it } from "vitest";
import { openWorld } from "./open-world.ts";
import { runOrderFlow } from "./run-order-flow.ts";

describe.each([
  { over: "the embedded sandbox", http: false },
  { over: "HTTP", http: true },
])("an order over $over", ({ http }) => {
  it("takes six calls and shows each of them", async () => {
    const world = await openWorld({ http, plan: "hobby", seed: 1, now: "2026-03-02T12:00:00Z" });
    const lines: string[] = [];
    try {
      const { placed, usage } = await runOrderFlow(world, (line) => lines.push(line));
      const text = lines.join("\n");
      expect(usage).toMatchObject({ used: 6, quota: 20_000, remaining: 19_994 });
      expect(text).toContain("R$ 129,80");
      expect(text).toContain(placed.invoice.access_key);
      expect(text).toContain(placed.label.tracking_code);
      expect(text).toMatch(/[▀▄█]{10}/);
      for (const url of [placed.checkout.url, placed.invoice.pdf_url, placed.label.label_url]) {
        expect(text).toContain(url);
        if (http) expect((await fetch(String(url))).status).toBe(200);
      }
      for (const provider of ["asaas", "nuvem-fiscal", "melhor-envio", "z-api"])
        expect(text).toContain(provider);
    } finally {
      await world.close();
    }
  });
});
