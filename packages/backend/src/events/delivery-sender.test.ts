import { expect, it, vi } from "vitest";
import type { OutgoingDelivery } from "../ports/deliver.ts";
import { testBackend } from "../testing/test-backend.ts";

const hanging = "https://hanging.example/hook";
const quick = "https://quick.example/hook";

/** An organisation whose triggers hear of every call; a hanging receiver responds when told to, and no time-out comes. */
async function world(endpoints: readonly string[]) {
  const underWay: (() => void)[] = [];
  let most = 0;
  const arrived: string[] = [];
  const deliver = ({ url }: OutgoingDelivery) => {
    const response = { status: 204 };
    if (!url.startsWith(hanging)) {
      arrived.push(url);
      return Promise.resolve(response);
    }
    return new Promise<typeof response>((resolve) => {
      most = Math.max(
        most,
        underWay.push(() => resolve(response)),
      );
    });
  };
  const { backend, join, call } = testBackend({ deliver, timers: { after: () => () => {} } });
  const { apiKey } = await join("enterprise");
  for (const webhook_url of endpoints) {
    const body = { name: "t", event: "tool_call.completed", webhook_url };
    expect((await call(apiKey, "POST", "/v1/triggers", { body })).status).toBe(201);
  }
  const created = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["asaas"] } });
  const { id } = created.body as { id: string }; // a session
  return {
    backend,
    underWay,
    arrived,
    most: () => most,
    /** Calls, each of which is an event for every endpoint. */
    async happen(times: number) {
      const body = { name: "codespar_discover", arguments: { query: "pix" } };
      for (let time = 0; time < times; time += 1) {
        const response = await call(apiKey, "POST", `/v1/sessions/${id}/execute`, { body });
        expect(response.status).toBe(200);
      }
      await backend.tick();
    },
  };
}

/** However long it takes: what never comes true ends at the test's own limit. */
const until = (isTrue: () => boolean) => vi.waitUntil(isTrue, { timeout: 60_000, interval: 1 });

it("sends another endpoint's deliveries while one does not respond", async () => {
  const { backend, underWay, arrived, most, happen } = await world([hanging, quick]);
  await happen(30);
  const sending = backend.sendDeliveries();
  await until(() => arrived.length === 30 && underWay.length === 8);

  // what happens meanwhile does not wait either
  await happen(5);
  await backend.sendDeliveries();
  expect(arrived).toHaveLength(35);

  // one that ends makes room for the next
  for (let left = 35; left > 0; left -= 1) {
    await until(() => underWay.length === Math.min(8, left));
    underWay.shift()?.();
  }
  await sending;
  expect(most()).toBe(8);
});

it("has 256 on their way at most, and keeps places for those who have none", async () => {
  const endpoints = Array.from({ length: 40 }, (_, number) => `${hanging}/${number}`);
  const { backend, underWay, arrived, most, happen } = await world([...endpoints, quick]);
  await happen(10);
  const sending = backend.sendDeliveries();
  await until(() => underWay.length > 200 && arrived.length > 0);
  for (let left = 400; left > 0; left -= 1) {
    await until(() => underWay.length > 0);
    underWay.shift()?.();
  }
  await sending;
  expect(arrived).toHaveLength(10);
  expect(most()).toBeLessThanOrEqual(256);
});
