import { createSandbox, type Sandbox } from "@codespar/sandbox-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "./create-emulator.ts";
import { type EmulatorServer, serveEmulator } from "./serve-emulator.ts";

const key = "$aact_hmlg_mine";
let sandbox: Sandbox;
let emulator: Emulator;
let server: EmulatorServer;
let posted: { url: string; headers: Readonly<Record<string, string>>; body: string }[];
let receiver: () => number;

beforeEach(async () => {
  sandbox = createSandbox({ seed: 1, now: "2026-11-20T15:00:00Z" });
  posted = [];
  receiver = () => 200;
  emulator = createEmulator({
    sandbox,
    providers: ["asaas"],
    post: async (request) => {
      posted.push(request);
      return { status: receiver() };
    },
  });
  server = await serveEmulator({ emulator, onError: (error) => expect.unreachable(String(error)) });
});

afterEach(async () => {
  await server.close();
  emulator.close();
  await sandbox.close();
});

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { access_token: key },
) {
  const response = await fetch(`${server.urls.get("asaas")}${path}`, {
    method,
    headers: { "user-agent": "test", ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

const pix = { billingType: "PIX", value: 159.9, dueDate: "2026-11-20", externalReference: "order-7" };

async function createPix() {
  const { body: customer } = await call("POST", "/v3/customers", {
    name: "Ana Souza",
    cpfCnpj: "11144477735",
  });
  return call("POST", "/v3/payments", { ...pix, customer: customer.id });
}

describe("the emulated Asaas", () => {
  it("makes a payment that its lists show, and that is paid as the clock moves", async () => {
    const { status, body } = await createPix();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      object: "payment",
      value: 159.9,
      status: "PENDING",
      externalReference: "order-7",
    });
    const list = await call("GET", "/v3/payments?externalReference=order-7&limit=5");
    expect(list.body).toMatchObject({ object: "list", totalCount: 1, limit: 5, data: [{ id: body.id }] });
    await sandbox.clock.advance("1m");
    expect((await call("GET", `/v3/payments/${body.id}`)).body).toMatchObject({ status: "RECEIVED" });
    expect((await call("GET", "/v3/finance/balance")).body).toEqual({ balance: 157.91 });
  });

  it("refuses in Asaas's own words, and changes nothing", async () => {
    const code = async (...request: Parameters<typeof call>) => {
      const { status, body } = await call(...request);
      return [status, body?.errors?.[0]?.code];
    };
    expect(await code("GET", "/v3/payments", undefined, {})).toEqual([401, "access_token_not_found"]);
    expect(await code("GET", "/v3/payments", undefined, { access_token: "nonsense" })).toEqual([
      401,
      "invalid_access_token_format",
    ]);
    expect(await code("GET", "/v3/payments", undefined, { access_token: "$aact_prod_x" })).toEqual([
      401,
      "invalid_environment",
    ]);
    expect(await code("POST", "/v3/payments", {})).toEqual([400, "invalid_customer"]);
    expect(await code("GET", "/v3/payments/pay_nothing")).toEqual([404, undefined]);
    expect(await code("GET", "/v3/nothing")).toEqual([404, undefined]);
    const { body } = await createPix();
    expect(await code("POST", `/v3/payments/${body.id}/refund`, {})).toEqual([400, "invalid_action"]);
    expect((await call("GET", "/v3/payments")).body.totalCount).toBe(1);
  });

  it("refuses a value below its minimum, or with a third decimal, and keeps nothing (its own 400s)", async () => {
    const boleto = { customer: "cus_1", billingType: "BOLETO", dueDate: "2030-01-02" };
    const small = await call("POST", "/v3/payments", { ...boleto, value: 4.99 });
    expect([small.status, small.body]).toEqual([
      400,
      {
        errors: [
          {
            code: "invalid_value",
            description: "O valor mínimo para cobranças via Boleto Bancário é R$ 5,00.",
          },
        ],
      },
    ]);
    const fraction = await call("POST", "/v3/payments", { ...boleto, value: 10.001 });
    expect([fraction.status, fraction.body.errors[0].code]).toEqual([400, "invalid_value"]);
    expect((await call("GET", "/v3/payments")).body.totalCount).toBe(0);
  });

  it("keeps one account's documents from another's", async () => {
    await createPix();
    const other = await call("GET", "/v3/payments", undefined, { access_token: "$aact_hmlg_other" });
    expect(other.body).toMatchObject({ totalCount: 0 });
  });

  it("does each request once more: there is no idempotency key", async () => {
    await createPix();
    await createPix();
    expect((await call("GET", "/v3/payments")).body).toMatchObject({ totalCount: 2 });
  });

  it("serves no page in a browser", async () => {
    const { status } = await call("GET", "/v3/payments", undefined, {
      access_token: key,
      origin: "https://evil.example",
    });
    expect(status).toBe(403);
  });
});

describe("its webhooks", () => {
  const authToken = "whsec".padEnd(32, "x");
  const hook = {
    name: "Loja",
    url: "http://127.0.0.1:1/hook",
    email: "a@b.c",
    apiVersion: 3,
    authToken,
    sendType: "SEQUENTIALLY",
  };

  it("carry the token and the whole payment, in the order of what happened", async () => {
    await call("POST", "/v3/webhooks", {
      ...hook,
      events: ["PAYMENT_CREATED", "PAYMENT_RECEIVED", "PAYMENT_REFUNDED"],
    });
    const { body } = await createPix();
    await sandbox.clock.advance("1m");
    await call("POST", `/v3/payments/${body.id}/refund`, {});
    await sandbox.clock.advance("1s");
    expect(posted.map((request) => JSON.parse(request.body).event)).toEqual([
      "PAYMENT_CREATED",
      "PAYMENT_RECEIVED",
      "PAYMENT_REFUNDED",
    ]);
    expect(posted[1]?.headers["asaas-access-token"]).toBe(authToken);
    expect(JSON.parse(posted[1]?.body ?? "")).toMatchObject({
      id: expect.stringMatching(/^evt_[0-9a-f]{32}&\d+$/),
      payment: { id: body.id, status: "RECEIVED", externalReference: "order-7" },
    });
  });

  it("come again until they are taken", async () => {
    await call("POST", "/v3/webhooks", { ...hook, events: ["PAYMENT_CREATED"] });
    receiver = () => (posted.length < 3 ? 500 : 200);
    await createPix();
    await sandbox.clock.advance("1h");
    expect(posted).toHaveLength(3);
    expect(new Set(posted.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
  });
});

describe("faults", () => {
  it("end the connection, before or after the effect", async () => {
    const { body: customer } = await call("POST", "/v3/customers", { name: "Ana", cpfCnpj: "11144477735" });
    sandbox.faults.set("asaas", { commitThenTimeout: true, times: 1 });
    await expect(call("POST", "/v3/payments", { ...pix, customer: customer.id })).rejects.toThrow();
    expect((await call("GET", "/v3/payments")).body).toMatchObject({ totalCount: 1 });
    sandbox.faults.set("asaas", { down: true, times: 1 });
    await expect(call("POST", "/v3/payments", { ...pix, customer: customer.id })).rejects.toThrow();
    sandbox.faults.set("asaas", { errorBeforeProcessing: true, times: 1 });
    expect((await call("POST", "/v3/payments", { ...pix, customer: customer.id })).status).toBe(503);
    sandbox.faults.set("asaas", { unauthorized: true, times: 1 });
    expect(await call("POST", "/v3/payments", { ...pix, customer: customer.id })).toMatchObject({
      status: 401,
      body: { errors: [{ code: "invalid_access_token_format" }] },
    });
    expect((await call("GET", "/v3/payments")).body).toMatchObject({ totalCount: 1 });
  });
});
