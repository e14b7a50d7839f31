import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { type SandboxServer, startSandboxServer } from "@codespar/sandbox/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Order } from "./order-service.ts";
import { findLine } from "./testing/read-lines.ts";
import { type Restate, startRestate } from "./testing/start-restate.ts";

type Worker = ChildProcessByStdio<null, Readable, null>;

const steps = ["pay", "invoice", "quote", "label"];
const points = steps.flatMap((step, index) => [
  `call ${index + 1}: while it is sent`,
  `call ${index + 1}: after its response began`,
  `ORDER: ${step} done`,
]);

let restate: Restate;
let port = 0;
beforeAll(async () => {
  restate = await startRestate();
}, 240_000);
afterAll(() => restate?.close());

async function startWorker(sandbox: SandboxServer, fatal: string): Promise<Worker> {
  const program = fileURLToPath(new URL("./testing/mortal-worker.ts", import.meta.url));
  const worker = spawn(
    process.execPath,
    ["--conditions=@codespar/source", program, sandbox.url, sandbox.apiKey, String(port), fatal],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, RESTATE_LOGGING: "ERROR" } },
  );
  port = Number((await findLine(worker.stdout, /^listening (\d+)$/m))[1]);
  return worker;
}

async function register(): Promise<void> {
  const response = await fetch(`${restate.adminUrl}/deployments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ uri: `http://127.0.0.1:${port}`, force: true }),
  });
  expect(response.status, await response.text()).toBeLessThan(300);
}

/** Sends the order and waits for its end, however many workers it takes. */
async function fulfil(id: string): Promise<unknown> {
  const order: Order = {
    id,
    amount: 6490,
    customer: {
      name: "Ana Souza",
      document: "529.982.247-25",
      street: "Rua da Quitanda",
      number: "86",
      postalCode: "20040-020",
    },
  };
  const response = await fetch(`${restate.ingressUrl}/orders/fulfil`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": id },
    body: JSON.stringify(order),
  });
  return await response.json();
}

/** One order on a sandbox of its own, whose workers die at one point after the other; returns what came of it. */
async function run(id: string, fatal: readonly string[], arrange = (_sandbox: SandboxServer) => {}) {
  const sandbox = await startSandboxServer({ port: 0, plan: "growth", rateLimit: false, drainMs: 500 });
  const workers: Worker[] = [];
  const start = async (point: string) => {
    const worker = await startWorker(sandbox, point);
    workers.push(worker);
    return worker;
  };
  try {
    arrange(sandbox);
    const [first, ...others] = [...fatal, ""];
    let worker = await start(first ?? "");
    await register();
    const reply = fulfil(id);
    for (const point of others) {
      const [, signal] = await once(worker, "exit");
      expect(signal).toBe("SIGKILL");
      worker = await start(point);
    }
    const result = await reply;
    const effects = sandbox.sandbox.calls
      .filter(({ effect }) => effect)
      .map(({ provider, tool }) => `${provider} ${tool}`);
    return { result, effects };
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
    await sandbox.close();
  }
}

const oneOfEach = {
  result: { status: "completed" },
  effects: [
    "asaas asaas_create_payment",
    "nuvem-fiscal nuvem_fiscal_create_nfe",
    // a label: made, then paid for
    "melhor-envio melhor_envio_create_shipment",
    "melhor-envio melhor_envio_checkout_cart",
  ],
};

describe("an order under Restate", () => {
  it("takes one payment, issues one invoice and buys one label", { timeout: 120_000 }, async () => {
    expect(await run("order-0", [])).toEqual(oneOfEach);
  });

  it.each(points.map((point, index) => [point.replace("ORDER", `order-${index + 1}`), index + 1] as const))(
    "does so when the worker is killed at %s",
    { timeout: 120_000 },
    async (point, number) => {
      expect(await run(`order-${number}`, [point])).toEqual(oneOfEach);
    },
  );
});

describe("an order that Restate gives up on", () => {
  const paidAndCancelled = ["asaas asaas_create_payment", "asaas asaas_delete_payment"];
  const goDown = ({ sandbox }: SandboxServer) => sandbox.faults.set("nuvem-fiscal", { down: true });

  it("is undone", { timeout: 120_000 }, async () => {
    expect(await run("order-20", [], goDown)).toEqual({
      result: { status: "compensated" },
      effects: paidAndCancelled,
    });
  });

  it("is undone once when the worker is killed while it is", { timeout: 240_000 }, async () => {
    const fatal = [
      // the second and last attempt at the invoice
      "call 3: after its response began",
      // and the cancellation: Restate has counted attempts across workers, so it comes after one more
      "call 2: while it is sent",
      "call 1: after its response began",
    ];
    expect(await run("order-21", fatal, goDown)).toEqual({
      result: { status: "compensated" },
      effects: paidAndCancelled,
    });
  });

  it("is not undone while nobody knows of the invoice", { timeout: 120_000 }, async () => {
    const loseResponses = ({ sandbox }: SandboxServer) =>
      sandbox.faults.set("nuvem-fiscal", {
        commitThenTimeout: true,
        forget: true,
        tool: "nuvem_fiscal_create_nfe",
      });
    expect(await run("order-22", [], loseResponses)).toEqual({
      result: { status: "failed" },
      effects: [paidAndCancelled[0], "nuvem-fiscal nuvem_fiscal_create_nfe"],
    });
  });
});
