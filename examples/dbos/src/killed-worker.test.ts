import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { type SandboxServer, startSandboxServer } from "@codespar/sandbox/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findLine } from "./find-line.ts";
import type { Order } from "./order-workflow.ts";
import { type Postgres, startPostgres } from "./start-postgres.ts";

type Worker = ChildProcessByStdio<null, Readable, null>;

const steps = ["pay", "invoice", "quote", "label"];
const points = steps.flatMap((step, index) => [
  `call ${index + 1}: while it is sent`,
  `call ${index + 1}: after its response began`,
  `ORDER: ${step} done`,
]);

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 240_000);
afterAll(() => postgres?.close());

function startWorker(sandbox: SandboxServer, id: string, fatal: string): Worker {
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
  const program = fileURLToPath(new URL("./testing/mortal-worker.ts", import.meta.url));
  const parameters = [postgres.url, sandbox.url, sandbox.apiKey, JSON.stringify(order), fatal];
  // DBOS's database client deprecates what DBOS does with it
  const flags = ["--disable-warning=DeprecationWarning", "--conditions=@codespar/source"];
  return spawn(process.execPath, [...flags, program, ...parameters], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** One order on a sandbox of its own, whose workers die at one point after the other; returns what came of it. */
async function run(id: string, fatal: readonly string[], arrange = (_sandbox: SandboxServer) => {}) {
  const sandbox = await startSandboxServer({ port: 0, plan: "growth", rateLimit: false, drainMs: 500 });
  const workers: Worker[] = [];
  try {
    arrange(sandbox);
    for (const point of fatal) {
      const worker = startWorker(sandbox, id, point);
      workers.push(worker);
      worker.stdout.resume();
      const [, signal] = await once(worker, "exit");
      expect(signal).toBe("SIGKILL");
    }
    const last = startWorker(sandbox, id, "");
    workers.push(last);
    const [line] = await findLine(last.stdout, /^\{.*\}$/m);
    const effects = sandbox.sandbox.calls
      .filter(({ effect }) => effect)
      .map(({ provider, tool }) => `${provider} ${tool}`);
    return { result: JSON.parse(line), effects };
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

describe("an order under DBOS", () => {
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

describe("an order that DBOS gives up on", () => {
  const paidAndCancelled = ["asaas asaas_create_payment", "asaas asaas_delete_payment"];
  const goDown = ({ sandbox }: SandboxServer) => sandbox.faults.set("nuvem-fiscal", { down: true });

  it("is undone", { timeout: 120_000 }, async () => {
    expect(await run("order-20", [], goDown)).toEqual({
      result: { status: "compensated" },
      effects: paidAndCancelled,
    });
  });

  it("is undone once when the worker is killed at every point of it", { timeout: 240_000 }, async () => {
    const fatal = [
      // the second and last attempt at the invoice, which the next worker starts again
      "call 3: after its response began",
      // the cancellation, after DBOS has recorded that it gave up
      "call 3: while it is sent",
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
