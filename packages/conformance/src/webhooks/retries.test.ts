import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { expect, it } from "vitest";
import { startReceiver } from "./receiver.ts";

const start = Date.parse("2026-11-21T12:00:00Z");
const second = 1000;
const day = 86_400 * second;

it("waits three times as long after each attempt, a day at most, and starts again with a replay", async () => {
  await using receiver = await startReceiver();
  receiver.respondWith(503);
  const sandbox = createSandbox({ seed: 1, now: start });
  const codespar = new CodeSpar({ apiKey: "csk_test_retries", transport: sandbox.transport });
  const trigger = await codespar.triggers.create({
    name: "t",
    event: "tool_call.completed",
    webhook_url: receiver.url,
  });
  const session = await codespar.sessions.create({ servers: ["asaas"] });
  await session.execute({
    name: "codespar_pay",
    arguments: { method: "pix", amount: 9990, currency: "BRL", reference: "sandbox:never_pays" },
  });
  await sandbox.clock.advance("10d");
  const waits = [5, 15, 45, 135, 405, 1215, 3645, 10_935, 32_805].map((seconds) => seconds * second);
  expect(gaps(await getAttempts())).toEqual([...waits, day, day]);

  const dead = (await codespar.triggers.deliveries(trigger.id)).data[0];
  await codespar.triggers.replay(dead?.id ?? "");
  await sandbox.clock.advance("1m");
  expect(gaps((await getAttempts()).slice(12))).toEqual(waits.slice(0, 2));

  // who deletes a trigger hears nothing more
  await codespar.triggers.delete(trigger.id);
  const received = receiver.received.length;
  await sandbox.clock.advance("10d");
  expect(receiver.received).toHaveLength(received);

  async function getAttempts() {
    return (await codespar.triggers.deliveries(trigger.id)).data[0]?.attempts ?? [];
  }
});

it("sends a paused trigger what it had before, and nothing that happens while it is paused", async () => {
  await using receiver = await startReceiver();
  receiver.respondWith(503);
  const sandbox = createSandbox({ seed: 1, now: start });
  const codespar = new CodeSpar({ apiKey: "csk_test_paused", transport: sandbox.transport });
  const event = "tool_call.completed";
  const { id } = await codespar.triggers.create({ name: "t", event, webhook_url: receiver.url });
  const session = await codespar.sessions.create({ servers: ["asaas"] });
  const discover = { name: "codespar_discover", arguments: { query: "pix" } } as const;
  await session.execute(discover);
  await sandbox.clock.advance("1s");
  await codespar.triggers.update(id, { status: "paused" });
  await session.execute(discover);
  receiver.respondWith(204);
  await sandbox.clock.advance("1d");
  const ids = () => new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
  expect([receiver.received.length, ids().size]).toEqual([2, 1]);
  await codespar.triggers.update(id, { status: "active" });
  const again = await codespar.sessions.create({ servers: ["asaas"] });
  await again.execute(discover);
  await sandbox.clock.advance("1m");
  expect(ids().size).toBe(2);
});

it("tries first at the moment of the event, also while the clock is already being moved", async () => {
  await using receiver = await startReceiver();
  const sandbox = createSandbox({ seed: 1, now: start });
  const codespar = new CodeSpar({ apiKey: "csk_test_moment", transport: sandbox.transport });
  const event = "tool_call.completed";
  const { id } = await codespar.triggers.create({ name: "t", event, webhook_url: receiver.url });
  const session = await codespar.sessions.create({ servers: ["asaas"] });
  for (let turns = 0; turns < 40; turns += 1) {
    const called = session.execute({ name: "codespar_discover", arguments: { query: "pix" } });
    for (let turn = 0; turn < turns; turn += 1) await undefined;
    await sandbox.clock.advance("1m");
    const { called_at } = await called;
    await sandbox.clock.advance("1ms");
    const [delivery] = (await codespar.triggers.deliveries(id)).data;
    expect(delivery?.attempts[0]?.at).toBe(called_at);
  }
});

/** Milliseconds from each attempt to the next. */
function gaps(attempts: readonly { at: string }[]): number[] {
  const times = attempts.map(({ at }) => Date.parse(at));
  return times.slice(1).map((at, index) => at - (times[index] ?? 0));
}
