import type { ShipmentStatus } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { melhorEnvioSimulation } from "../../melhor-envio/simulate.ts";
import { type Simulation, simulate } from "../../testing/simulate.ts";
import { readTrackingCode, type Shipment, shipmentKind } from "./shipment.ts";
import { planStages } from "./shipment-stages.ts";

const hour = 3_600_000;
const order: readonly ShipmentStatus[] = ["created", "posted", "in_transit", "out_for_delivery", "delivered"];

async function buy(simulation: Simulation): Promise<string> {
  const cart = await simulation.call("melhor_envio_create_shipment", {
    service: 1,
    from: { postal_code: "01310100" },
    to: { postal_code: "69005010" },
    volumes: [{ weight: 1, length: 20, width: 20, height: 20 }],
  });
  const id = cart.ok ? String(cart.data.id) : "";
  await simulation.call("melhor_envio_checkout_cart", { orders: [id] });
  return id;
}

// the engine keeps its own documents under this kind
const read = (simulation: Simulation, id: string) =>
  simulation.state.findById(shipmentKind, id)?.document as unknown as Shipment;

describe("the life of a shipment", () => {
  it("goes forward only, with times that never run back, and is never reported before it is posted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 72 * hour }), { maxLength: 20 }), async (steps) => {
        const simulation = simulate(melhorEnvioSimulation);
        const id = await buy(simulation);
        let reached = 0;
        for (const step of steps) {
          simulation.advance(step);
          const shipment = read(simulation, id);
          const now = order.indexOf(shipment.status);
          expect(now).toBeGreaterThanOrEqual(reached);
          reached = now;
          const times = shipment.events.map(({ at }) => at);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          expect(times.at(-1) ?? 0).toBeLessThanOrEqual(simulation.now());
          expect(shipment.events.at(-1)?.status).toBe(shipment.status);
          expect(readTrackingCode(shipment) === undefined).toBe(shipment.status === "created");
        }
      }),
      { numRuns: 50 },
    );
  });

  it("leaves the same history whether the clock jumps or ticks", async () => {
    const jumping = simulate(melhorEnvioSimulation);
    const ticking = simulate(melhorEnvioSimulation);
    const [jumped, ticked] = [await buy(jumping), await buy(ticking)];
    jumping.advance(60 * 24 * hour);
    for (let hours = 0; hours < 60 * 24; hours++) ticking.advance(hour);
    expect(read(jumping, jumped)).toEqual(read(ticking, ticked));
    expect(read(jumping, jumped).status).toBe("delivered");
  });

  it("can be cancelled up to the last moment before it is posted", async () => {
    const simulation = simulate(melhorEnvioSimulation);
    const id = await buy(simulation);
    simulation.advance(4 * hour - 1);
    await simulation.call("melhor_envio_cancel_shipment", { order: { id } });
    expect(read(simulation, id)).toMatchObject({ status: "cancelled", cancelledAt: simulation.now() });
  });

  it("makes one shipment of one freight", async () => {
    const simulation = simulate(melhorEnvioSimulation);
    const id = await buy(simulation);
    const again = await simulation.call("melhor_envio_checkout_cart", { orders: [id] });
    expect(again).toMatchObject({ ok: false, code: "not_found" });
    expect(simulation.webhooks).toHaveLength(1);
  });
});

it("plans every stage after the one before, by whatever hour the label is made", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), (minute) => {
      const createdAt = Date.UTC(2026, 10, 19) + minute * 60_000;
      const plan = planStages(createdAt, "2026-11-20", "BR");
      expect([createdAt, ...plan]).toEqual([createdAt, ...plan].toSorted((a, b) => a - b));
      expect(new Set(plan).size).toBe(plan.length);
    }),
  );
});
