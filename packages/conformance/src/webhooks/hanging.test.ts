import { startSandboxServer } from "@codespar/sandbox/server";
import { CodeSpar } from "@codespar/sdk";
import { expect, it, onTestFinished, vi } from "vitest";
import { startReceiver } from "./receiver.ts";

it("brings one endpoint what is its own at once while another never responds", async () => {
  await using hanging = await startReceiver();
  await using quick = await startReceiver();
  hanging.hang();
  const server = await startSandboxServer({ port: 0, rateLimit: false });
  onTestFinished(() => server.close());
  const codespar = new CodeSpar({ apiKey: server.apiKey, baseUrl: server.url });
  const slow = await codespar.triggers.create({ name: "hangs", event: "*", webhook_url: hanging.url });
  const event = "tool_call.completed";
  const { id } = await codespar.triggers.create({ name: "quick", event, webhook_url: quick.url });

  const session = await codespar.sessions.create({ servers: ["asaas"] });
  for (let call = 1; call <= 40; call += 1) {
    await session.execute({ name: "codespar_discover", arguments: { query: "pix" } });
    // each arrives before the next call is made: sixteen that hang would hold up the seventeenth for their ten seconds
    await vi.waitUntil(() => quick.received.length === call, { timeout: 60_000, interval: 1 });
  }
  const arrived = async () => (await statuses(id)).every((status) => status === "succeeded");
  await vi.waitUntil(arrived, { timeout: 60_000 });
  expect(await statuses(id)).toHaveLength(40);
  expect(await statuses(slow.id)).not.toContain("succeeded");
  await codespar.triggers.delete(slow.id);

  /** What has become of a trigger's deliveries. */
  async function statuses(trigger: string): Promise<string[]> {
    const { data } = await codespar.triggers.deliveries(trigger, { limit: 100 });
    return data.map(({ status }) => status);
  }
});
