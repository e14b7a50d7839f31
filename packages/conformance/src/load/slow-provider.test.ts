import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { afterEach, expect, it } from "vitest";
import { pix } from "../calls.ts";

const hour = 3_600_000;
const sandboxes: ReturnType<typeof createSandbox>[] = [];

afterEach(async () => {
  for (const sandbox of sandboxes.splice(0)) await sandbox.close();
});

// at every moment of it: before the call is stored, while it waits to be taken up, once the provider is asked
it.each(Array.from({ length: 60 }, (_, turns) => turns))(
  "a call that is queued for a slow provider keeps nobody waiting, %i turns later",
  async (turns) => {
    const sandbox = createSandbox({ now: "2026-11-21T12:00:00Z" });
    sandboxes.push(sandbox);
    sandbox.faults.set("asaas", { slowMs: hour });
    const codespar = new CodeSpar({ apiKey: "csk_test_slow", transport: sandbox.transport });
    const quick = await codespar.sessions.create({ servers: ["mercadopago"] });
    const slow = await codespar.sessions.create({ servers: ["asaas"] });
    const { data } = await quick.execute(pix);
    const queued = slow.send(pix);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    await sandbox.payments.confirm(data?.payment_id ?? "");
    expect(sandbox.events.map(({ type }) => type)).toContain("payment.confirmed");
    expect(await queued).toMatchObject({ status: "queued" });
    expect((await quick.execute(pix)).success).toBe(true);
  },
);
