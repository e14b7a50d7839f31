import { existsSync } from "node:fs";
import type { JsonObject } from "@codespar/contract";
import { webhooks } from "@codespar/providers/connect";
import type { InvoiceArguments } from "@codespar/sdk";
import { NfeClient } from "nfe-io";
import { afterEach, describe, expect, it } from "vitest";
import { brazil } from "../calls.ts";
import { liveWorld } from "./live-world.ts";
import { sharedFile } from "./shared-file.ts";
import { judgeBySpecs } from "./spec-judge.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
afterEach(() => world.close());

const customer = {
  name: "Maria Souza",
  document: "111.444.777-35",
  email: "maria@example.com",
  address: {
    street: "Rua da Assembleia",
    number: "10",
    district: "Centro",
    city: "Rio de Janeiro",
    city_code: "3304557",
    state: "RJ",
    postal_code: "20011-901",
  },
} as const;

async function open() {
  world = await liveWorld("nfe-io");
  await world.client.fiscalProfiles.create({
    brazil: { ...brazil, services: [{ codes: ["*"], service_code: "010101", city_service_code: "02919" }] },
  });
}

async function invoice(args: InvoiceArguments) {
  // a session of its own each time: days may lie between
  const session = await world.client.sessions.create({ servers: ["nfe-io"] });
  return session.execute({ name: "codespar_invoice", arguments: args });
}

async function issue(type: "nfe" | "nfse") {
  const items = [{ description: "Consultoria", quantity: 1, unit_amount: 15_990, code: "85167100" }];
  const result = await invoice({ type, customer, items });
  if (!result.success) throw new Error(result.error.message);
  return { tool_call_id: result.tool_call_id, data: { ...Object(result.data) } };
}

async function events() {
  const { data } = await world.client.events.list();
  return data.flatMap(({ type, tool_call_id }) =>
    type.startsWith("invoice.") ? [[type, tool_call_id]] : [],
  );
}

describe("NFE.io, every arrow over a socket", () => {
  it.each(["nfe", "nfse"] as const)(
    "an %s is taken in, authorised later, announced by a signed webhook, read and cancelled",
    async (type) => {
      await open();
      const { tool_call_id, data } = await issue(type);
      expect(data).toMatchObject({ status: "processing" });
      await world.advance("5m");
      expect(await events()).toEqual([["invoice.authorized", tool_call_id]]);
      const invoice_id = String(data.invoice_id);
      const read = await invoice({ action: "get", invoice_id });
      expect(read).toMatchObject({ success: true, data: { status: "authorized", amount: 15_990 } });
      const cancelled = await invoice({
        action: "cancel",
        invoice_id,
        reason: "Pedido desfeito pelo cliente",
      });
      expect(cancelled).toMatchObject({ success: true, data: { status: "cancelled" } });
      await world.advance("1m");
      expect((await events()).map(([name]) => name)).toEqual(["invoice.cancelled", "invoice.authorized"]);
      expect(new Set(world.webhookResponses)).toEqual(new Set([200]));
      expect(world.errors).toEqual([]);
    },
  );

  it("a service invoice whose response is lost is found by our id; a product invoice is honestly unknown", async () => {
    await open();
    world.sandbox.faults.set("nfe-io", { commitThenTimeout: true });
    const found = await issue("nfse");
    expect(found.data.invoice_id).toMatch(/./);
    await expect(issue("nfe")).rejects.toMatchObject({ code: "outcome_unknown" });
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toHaveLength(2);
  });
});

describe("NFE.io's own client on the emulator", () => {
  const connect = () => new NfeClient({ apiKey: world.credential, baseUrl: `${world.providerUrl}/v1` });

  it("reads and cancels what CodeSpar issued, and CodeSpar what it issued", async () => {
    await open();
    const company = String(world.credentials.company_id);
    const nfe = connect();
    const { data } = await issue("nfse");
    await world.advance("5m");
    const read = await nfe.serviceInvoices.retrieve(company, String(data.invoice_id));
    expect(read).toMatchObject({ id: data.invoice_id, flowStatus: "Issued", servicesAmount: 159.9 });
    const made = await nfe.serviceInvoices.create(company, {
      borrower: { name: "Maria Souza", federalTaxNumber: 11_144_477_735 },
      cityServiceCode: "02919",
      description: "Consultoria",
      servicesAmount: 200,
      externalId: "order-7",
    });
    if (made.status !== "async") throw new Error("It is to be taken in.");
    await world.advance("5m");
    const theirs = await invoice({ action: "get", provider: "nfe-io", invoice_id: made.response.invoiceId });
    expect(theirs).toMatchObject({ success: true, data: { status: "authorized", amount: 20_000 } });
    await nfe.serviceInvoices.cancel(company, made.response.invoiceId);
    expect(await nfe.serviceInvoices.retrieve(company, made.response.invoiceId)).toMatchObject({
      flowStatus: "Cancelled",
    });
  });

  it("gets a wrong key and an unknown invoice as errors of its own", async () => {
    await open();
    const company = String(world.credentials.company_id);
    await expect(connect().serviceInvoices.retrieve(company, "nothing")).rejects.toMatchObject({
      name: "NotFoundError",
    });
    const stranger = new NfeClient({ apiKey: "x", baseUrl: `${world.providerUrl}/v1` });
    await expect(stranger.serviceInvoices.retrieve(company, "nothing")).rejects.toMatchObject({
      name: "AuthenticationError",
    });
  });
});

// nfe/client-nodejs, tests/fixtures/webhook-signatures.json: recorded at the real service, 2026-06-11
it("a recorded ping is verified by its signature, and one byte more is not", async () => {
  world = await liveWorld("nfe-io");
  const body =
    '{"action":"ping","webHook":{"Id":"9dd4c3e9df4043adb11df22dcd9d8ce1","Uri":"https://webhook.site/002aedc9-653d-49f9-8a81-9cc88dd741cb","Secret":"probe-secret-32chars-minimum-length-1","ContentType":"json","InsecureSsl":false,"Status":"active","Filters":["product_invoice.issued_successfully"],"CreatedOn":"2026-06-11T01:21:16.6890073+00:00","ModifiedOn":"2026-06-11T01:21:16.6890199+00:00"}}';
  const definition = webhooks.get("nfe-io");
  if (definition === undefined) throw new Error("NFE.io sends webhooks.");
  const verify = (text: string) =>
    definition.verify(
      {
        url: "https://pay.example.com/v1/webhooks/nfe-io/token",
        query: "",
        headers: { "x-hub-signature": "sha1=22E979F2F1281DADB4F883975D951732DE5D396A" },
        body: text,
      },
      "probe-secret-32chars-minimum-length-1",
      0,
    );
  expect(await verify(body)).toBe(true);
  expect(await verify(`${body} `)).toBe(false);
});

const spec = sharedFile("specs/nfe-io.openapi.json");
if (!existsSync(spec)) process.stderr.write(`skipped: NFE.io's specification is not at ${spec}\n`);

it.skipIf(!existsSync(spec))("its specification has every response as it is", async () => {
  await open();
  const ids = [String((await issue("nfse")).data.invoice_id), String((await issue("nfe")).data.invoice_id)];
  await world.advance("5m");
  const company = String(world.credentials.company_id);
  const responses: { method: string; path: string; status: number; body: JsonObject }[] = [];
  const call = async (path: string) => {
    const response = await fetch(`${world.providerUrl}${path}`, {
      headers: { "x-nfe-apikey": world.credential },
    });
    responses.push({ method: "GET", path, status: response.status, body: await response.json() });
  };
  await call(`/v1/companies/${company}/serviceinvoices/${ids[0]}`);
  await call(`/v2/companies/${company}/productinvoices/${ids[1]}`);
  await call(`/v2/companies/${company}/productinvoices/none`);
  await call(`/v1/companies/${company}`);
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 404, 200]);
  const { problems, judged, required } = judgeBySpecs([spec], responses);
  expect(problems).toEqual([]);
  expect(judged).toBeGreaterThanOrEqual(3);
  expect(required.missing).toEqual([]);
});
