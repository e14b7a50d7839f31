import { dataOf } from "@codespar/sdk";
import { expect } from "vitest";
import { nfe, parcel, pix } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

/** Time that passes at once, recorded in `waits`; attempt time-outs, which are longer, are real. */
function quickRuntime() {
  const waits: number[] = [];
  let uuids = 0;
  return {
    waits,
    now: () => Date.now(),
    random: () => 0,
    uuid: () => `uuid-${++uuids}`,
    after(ms: number, callback: () => void) {
      const isWait = ms < 30_000;
      if (isWait) waits.push(ms);
      const timer = setTimeout(callback, isWait ? 0 : ms);
      return () => clearTimeout(timer);
    },
  };
}

export const clientCases = [
  verifies("retries.transient", "an unavailable provider is tried again", async (world) => {
    world.sandbox.faults.set("asaas", { down: true, times: 2 });
    const runtime = quickRuntime();
    const session = await world.client({ maxRetries: 2 }, runtime).sessions.create({ servers: ["asaas"] });
    const result = await session.execute(pix);
    expect(result).toMatchObject({ success: true, replayed: false });
    expect(runtime.waits).toHaveLength(2);
    expect([world.effects().length, await world.used()]).toEqual([1, 1]);
  }),
  verifies(
    "retries.retry_after",
    "a rate limit is waited for",
    { plan: "hobby", rateLimit: true },
    async (world) => {
      const runtime = quickRuntime();
      const client = world.client({ maxRetries: 1 }, runtime);
      for (let index = 0; index < 60; index++) await client.servers.get("asaas");
      await expect(client.servers.get("asaas")).rejects.toMatchObject({ code: "rate_limited" });
      expect(runtime.waits).toEqual([1000]);
    },
  ),
  verifies(
    "retries.never",
    "an exceeded quota is not retried",
    {
      plan: "hobby",
      wrapStore: (store) => {
        const begin = store.beginOperation.bind(store);
        store.beginOperation = async (operation) => begin({ ...operation, quota: 0 });
        return store;
      },
    },
    async (world) => {
      const runtime = quickRuntime();
      const session = await world.client({ maxRetries: 2 }, runtime).sessions.create({ preset: "brazilian" });
      await expect(session.execute(pix)).rejects.toMatchObject({ code: "quota_exceeded" });
      expect(runtime.waits).toEqual([]);
    },
  ),
  verifies("loop.order", "a loop takes a whole order", async (world) => {
    const session = await world.session();
    const loop = await session.loop({
      id: "order-7",
      steps: [
        { id: "find", name: "codespar_discover", arguments: { query: "cobrar com pix" } },
        {
          id: "checkout",
          name: "codespar_checkout",
          arguments: { amount: 9990, currency: "BRL", description: "Camiseta" },
        },
        {
          id: "invoice",
          name: "codespar_invoice",
          arguments: {
            type: "nfe",
            customer: nfe.arguments.customer,
            items: [{ description: "Camiseta", quantity: 1, unit_amount: 9990 }],
          },
        },
        { id: "quote", name: "codespar_ship", arguments: { action: "quote", ...parcel } },
        {
          id: "label",
          name: "codespar_ship",
          arguments: (previous) => ({
            action: "label" as const,
            ...parcel,
            recipient: { name: "Ana Souza", document: "11144477735" },
            service_id: dataOf(previous, "quote", "codespar_ship").quotes?.[0]?.service_id ?? "",
          }),
        },
        {
          id: "message",
          name: "codespar_notify",
          arguments: (previous) => ({
            channel: "whatsapp" as const,
            to: "+5511987654321",
            message: `Seu pedido saiu: ${dataOf(previous, "label", "codespar_ship").tracking_code}`,
          }),
        },
      ],
    });
    expect(loop.steps.map(({ id, status, error }) => [id, status, error])).toEqual(
      ["find", "checkout", "invoice", "quote", "label", "message"].map((id) => [id, "completed", undefined]),
    );
    expect(loop).toMatchObject({ status: "completed", completedSteps: 6, totalSteps: 6 });
    expect(await world.used()).toBe(6);
  }),
  verifies("loop.resume", "a loop goes on where it stopped", async (world) => {
    const run = async () =>
      (await world.session()).loop({
        id: "order-8",
        steps: [
          { id: "pay", ...pix },
          {
            id: "notify",
            name: "codespar_notify",
            arguments: { channel: "sms", to: "+5511987654321", message: "Pago" },
          },
        ],
      });
    const first = await run();
    expect(first.status).toBe("failed");
    const session = await world.codespar.sessions.create({ preset: "brazilian", servers: ["twilio"] });
    const second = await session.loop({
      id: "order-8",
      steps: [
        { id: "pay", ...pix },
        {
          id: "notify",
          name: "codespar_notify",
          arguments: { channel: "sms", to: "+5511987654321", message: "Pago" },
        },
      ],
    });
    expect(second.status).toBe("completed");
    expect(second.results[0]).toMatchObject({ replayed: true });
    expect(world.effects().filter(({ provider }) => provider === "asaas")).toHaveLength(1);
    expect(await world.used()).toBe(2);
  }),
];
