import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { createSandbox, type Sandbox } from "@codespar/sandbox-core";
import { describe, expect, it } from "vitest";
import { ask, getPayments, openSession, pay } from "./testing/api-client.ts";

const program = fileURLToPath(new URL("testing/paying-process.ts", import.meta.url));

/** Runs the paying process until it dies at its n-th commit, or ends. */
async function payUntil(data: string, commit: number, when: "before" | "after"): Promise<"killed" | "ended"> {
  const child = spawn(
    process.execPath,
    ["--no-warnings", "--conditions=@codespar/source", program, data, String(commit), when],
    { stdio: "ignore" },
  );
  const [code, signal] = await once(child, "exit");
  if (signal === "SIGKILL") return "killed";
  expect(code).toBe(0);
  return "ended";
}

/** Until its provider is asked, however long this machine takes to get there. */
async function untilPaying(sandbox: Pick<Sandbox, "handle">): Promise<void> {
  for (;;) {
    const { body } = await ask(sandbox, "GET", "/v1/tool-calls");
    const calls = body.data as { status: string }[]; // what this path returns
    if (calls.some(({ status }) => status === "running")) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a sandbox in a directory", () => {
  it("goes on where it stopped", async () => {
    using directory = temporaryDirectory();
    const first = createSandbox({ data: directory.path });
    const session = await openSession(first);
    const paid = await pay(first, session, "order-1", 5000);
    await first.clock.advance("3d");
    const then = first.clock.now();
    await first.close();

    const second = createSandbox({ data: directory.path });
    const again = await ask(second, "GET", `/v1/tool-calls/${paid.body.tool_call_id}`);
    expect(again.body).toMatchObject({ status: "succeeded", amount: 5000 });
    expect(second.clock.now()).toBeGreaterThanOrEqual(then);
    const data = paid.body.data as { payment_id: string }; // what codespar_pay returns
    const read = await ask(second, "POST", `/v1/sessions/${await openSession(second)}/execute`, {
      name: "codespar_pay",
      arguments: { action: "get", payment_id: data.payment_id },
    });
    expect(read.body).toMatchObject({ success: true, data: { payment_id: data.payment_id, status: "paid" } });
    await second.close();
  });

  it("returns the stored response for a key from before the restart without a second effect", async () => {
    using directory = temporaryDirectory();
    const first = createSandbox({ data: directory.path });
    const paid = await pay(first, await openSession(first), "order-1", 5000);
    await first.close();
    const second = createSandbox({ data: directory.path });
    const replay = await pay(second, await openSession(second), "order-1", 5000);
    expect(replay.headers["idempotency-replayed"]).toBe("true");
    expect(replay.body).toEqual({ ...paid.body, replayed: true });
    await second.close();
    expect(await getPayments(directory.path)).toEqual([5000]);
  });

  it("keeps what a provider reports, though the process ended before it was taken up", async () => {
    using directory = temporaryDirectory();
    const first = createSandbox({ data: directory.path });
    const { body } = await pay(first, await openSession(first), "order-1", 5000);
    const { payment_id } = body.data as { payment_id: string }; // what codespar_pay returns
    const confirmed = first.payments.confirm(payment_id);
    await first.close();
    await confirmed.catch(() => {});
    const second = createSandbox({ data: directory.path });
    await second.settle();
    const events = await ask(second, "GET", "/v1/events?type=payment.confirmed");
    expect(events.body.data).toHaveLength(1);
    await second.close();
  });

  it("makes the same first transcript by its seed, and other ids after a restart", async () => {
    using directory = temporaryDirectory();
    const options = { seed: 7, now: "2026-03-10T12:00:00Z" };
    const memory = await openSession(createSandbox(options));
    const first = createSandbox({ ...options, data: directory.path });
    expect(await openSession(first)).toBe(memory);
    await first.close();
    const second = createSandbox({ ...options, data: directory.path });
    expect(await openSession(second)).not.toBe(memory);
    await second.close();
  });

  it("forgets everything at a reset", async () => {
    using directory = temporaryDirectory();
    const sandbox = createSandbox({ data: directory.path });
    await pay(sandbox, await openSession(sandbox), "order-1", 5000);
    sandbox.reset();
    expect((await ask(sandbox, "GET", "/v1/tool-calls")).body.data).toEqual([]);
    await sandbox.close();
    expect(await getPayments(directory.path)).toEqual([]);
  });
});

describe("SIGKILL at any commit, before or after it", () => {
  // the first commits make the file; a longer run takes every point
  const step = process.env.CODESPAR_SOAK === undefined ? 4 : 1;
  const points = Array.from({ length: 28 / step }, (_, index) => 6 + index * step);
  for (const [index, commit] of points.entries()) {
    const when = index % 2 === 0 ? "before" : "after";
    it(`${when} commit ${commit}: each order is paid once`, async () => {
      using directory = temporaryDirectory();
      expect(await payUntil(directory.path, commit, when)).toBe("killed");
      const sandbox = createSandbox({ data: directory.path });
      // what was under way is another's until its lease runs out
      await sandbox.clock.advance("2m");
      const session = await openSession(sandbox);
      for (let order = 0; order < 4; order += 1) {
        const key = `order-${order}`;
        const first = await pay(sandbox, session, key, 1000 + order);
        // `never` after a crash says that nothing happened and may be tried again
        const { status } = first.status === 503 ? await pay(sandbox, session, key, 1000 + order) : first;
        expect(status).toBe(200);
      }
      // of the log rather than of the month, which may end in these two minutes
      const billed = await ask(sandbox, "GET", "/v1/tool-calls?billed=true");
      expect(billed.body.data).toHaveLength(4);
      await sandbox.close();
      expect((await getPayments(directory.path)).sort()).toEqual([1000, 1001, 1002, 1003]);
    });
  }
});

describe("two sandboxes on one directory", () => {
  it("do one effect for one key that both get at once", async () => {
    using directory = temporaryDirectory();
    const [one, two] = [createSandbox({ data: directory.path }), createSandbox({ data: directory.path })];
    const session = await openSession(one);
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, index) => pay(index % 2 === 0 ? one : two, session, "order-1", 5000)),
    );
    expect(new Set(responses.map(({ body }) => body.tool_call_id)).size).toBe(1);
    expect(responses.filter(({ body }) => body.replayed === false)).toHaveLength(1);
    await Promise.all([one.close(), two.close()]);
    expect(await getPayments(directory.path)).toEqual([5000]);
  });

  it("wait for what the other is doing", async () => {
    using directory = temporaryDirectory();
    const one = createSandbox({ data: directory.path, faults: { asaas: { slowMs: 300, times: 1 } } });
    const two = createSandbox({ data: directory.path });
    const session = await openSession(one);
    const slow = pay(one, session, "order-1", 5000);
    await untilPaying(one);
    const joined = await pay(two, session, "order-1", 5000);
    expect(joined.body).toEqual({ ...(await slow).body, replayed: true });
    await Promise.all([one.close(), two.close()]);
  });

  it("take over from one that is gone, and ask the provider instead of paying again", async () => {
    using directory = temporaryDirectory();
    const one = createSandbox({
      data: directory.path,
      faults: { asaas: { tool: "asaas_create_payment", slowMs: 3_600_000 } },
    });
    const session = await openSession(one);
    void pay(one, session, "order-1", 5000).catch(() => {});
    await untilPaying(one);
    const two = createSandbox({ data: directory.path });
    await two.clock.advance("2m");
    const response = await pay(two, session, "order-1", 5000);
    expect(response.status).toBe(200);
    await Promise.all([one.close(), two.close()]);
    expect(await getPayments(directory.path)).toEqual([5000]);
  });
});
