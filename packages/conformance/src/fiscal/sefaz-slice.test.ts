import type { BrazilIssuer } from "@codespar/contract";
import { startListener } from "@codespar/node-runtime";
import { afterEach, expect, it } from "vitest";
import { liveWorld } from "../providers/live-world.ts";
import { schemaProblems } from "./nfe-schema.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
afterEach(() => world.close());

const sale = {
  type: "nfe",
  customer: {
    name: "Maria Conceição",
    document: "52998224725",
    address: {
      postal_code: "01310-100",
      street: "Avenida Paulista",
      number: "1578",
      district: "Bela Vista",
      city: "São Paulo",
    },
  },
  items: [{ description: "Camiseta & boné", quantity: 2, unit_amount: 5_995, code: "61091000" }],
} as const;

const issuer: BrazilIssuer = {
  tax_id: "11222333000181",
  name: "Loja Azul Comércio Ltda",
  state_tax_id: "110042490114",
  tax_regime: "simples_nacional",
  address: {
    postal_code: "01310100",
    street: "Avenida Paulista",
    number: "1000",
    district: "Bela Vista",
    city: "São Paulo",
    city_code: "3550308",
    state: "SP",
  },
  goods: [
    {
      codes: ["*"],
      ncm: "61091000",
      cfop: "5102",
      icms: { cst: "102" },
      pis: { cst: "49", rate: 0 },
      cofins: { cst: "49", rate: 0 },
    },
  ],
};

async function issue() {
  await world.client.fiscalProfiles.create({ brazil: issuer });
  const session = await world.client.sessions.create({ servers: ["sefaz"] });
  const result = await session.execute({ name: "codespar_invoice", arguments: sale });
  if (!result.success) throw new Error(result.error.message);
  return { session, document: result.data };
}

it("an NF-e goes to SEFAZ as signed SOAP, is authorised, read by its key and cancelled", async () => {
  world = await liveWorld("sefaz");
  const { session, document } = await issue();
  expect(document).toMatchObject({
    type: "nfe",
    status: "authorized",
    amount: 11_990,
    access_key: expect.stringMatching(/^35\d{4}11222333000181550010000000011\d{9}$/),
    protocol: expect.stringMatching(/^135\d{12}$/),
  });
  const read = await session.execute({
    name: "codespar_invoice",
    arguments: { action: "get", invoice_id: document.invoice_id },
  });
  expect(read.data).toMatchObject({ status: "authorized", access_key: document.access_key });
  const cancelled = await session.execute({
    name: "codespar_invoice",
    arguments: { action: "cancel", invoice_id: document.invoice_id, reason: "Pedido desfeito pelo cliente." },
  });
  expect(cancelled.error).toBeNull();
  expect(cancelled).toMatchObject({ success: true, data: { status: "cancelled" } });
  expect(world.errors).toEqual([]);
});

it("issues once when the response is lost, and finds the document by the key that it has written", async () => {
  world = await liveWorld("sefaz", { providerTimeoutMs: 500 });
  world.sandbox.faults.set("sefaz", { commitThenTimeout: true, tool: "sefaz_authorize_nfe" });
  const { document } = await issue();
  expect(document).toMatchObject({ status: "authorized", amount: 11_990 });
  const issued = world.sandbox.calls.filter(({ tool, effect }) => effect && tool === "sefaz_authorize_nfe");
  expect(issued).toHaveLength(1);
});

/** What went over the wire: the message inside each request and response, in order. */
async function recording() {
  const messages: string[] = [];
  const listeners: { close(ms: number): Promise<void> }[] = [];
  const reach = async (provider: string) => {
    const listener = await startListener({
      port: 0,
      hostname: "127.0.0.1",
      async serve(request) {
        const body = await request.text();
        const { pathname } = new URL(request.url);
        const response = await fetch(`${provider}${pathname}`, {
          method: request.method,
          headers: request.headers,
          body,
        });
        const text = await response.text();
        for (const envelope of [body, text]) {
          const [, message] =
            /<nfe(?:Dados|Result)Msg[^>]*>(.*)<\/nfe(?:Dados|Result)Msg>/s.exec(envelope) ?? [];
          messages.push(message ?? envelope);
        }
        return new Response(text, response);
      },
    });
    listeners.push(listener);
    return listener.url;
  };
  return { messages, reach, close: () => Promise.all(listeners.map((listener) => listener.close(1_000))) };
}

it("every message in either direction is valid by its official schema", async () => {
  const recorder = await recording();
  world = await liveWorld("sefaz", { reach: recorder.reach });
  const { session, document } = await issue();
  const invoice_id = document.invoice_id;
  await session.execute({ name: "sefaz_get_service_status", arguments: {} });
  await session.execute({ name: "codespar_invoice", arguments: { action: "get", invoice_id } });
  await session.execute({
    name: "codespar_invoice",
    arguments: { action: "cancel", invoice_id, reason: "Pedido desfeito pelo cliente." },
  });
  await recorder.close();
  const schemas: Record<string, string> = {
    enviNFe: "enviNFe_v4.00.xsd",
    retEnviNFe: "retEnviNFe_v4.00.xsd",
    consStatServ: "consStatServ_v4.00.xsd",
    retConsStatServ: "retConsStatServ_v4.00.xsd",
    consSitNFe: "consSitNFe_v4.00.xsd",
    retConsSitNFe: "retConsSitNFe_v4.00.xsd",
    envEvento: "envEventoCancNFe_v1.00.xsd",
    retEnvEvento: "retEnvEventoCancNFe_v1.00.xsd",
  };
  const names = recorder.messages.map((message) => /^<(\w+)/.exec(message)?.[1] ?? message);
  expect(new Set(names)).toEqual(new Set(Object.keys(schemas)));
  for (const [index, message] of recorder.messages.entries()) {
    const name = names[index] ?? "";
    expect({ name, problems: schemaProblems(message, schemas[name] ?? "") }).toEqual({ name, problems: [] });
  }
});

it("refuses a document whose signature is not over what was sent, and keeps nothing", async () => {
  world = await liveWorld("sefaz", {
    reach: async (url) => url,
  });
  const soap = await fetch(`${world.providerUrl}/NFeAutorizacao4`, {
    method: "POST",
    headers: { "client-cert": `:${world.credential}:`, "content-type": "application/soap+xml" },
    body: '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><nfeDadosMsg><enviNFe xmlns="http://www.portalfiscal.inf.br/nfe" versao="4.00"><NFe><infNFe versao="4.00" Id="NFe1"/><Signature><SignedInfo><Reference><DigestValue>x</DigestValue></Reference></SignedInfo></Signature></NFe></enviNFe></nfeDadosMsg></soap:Body></soap:Envelope>',
  });
  expect(soap.status).toBe(200);
  const text = await soap.text();
  expect(text).toContain("<cStat>297</cStat>");
  expect(world.sandbox.calls.filter(({ effect }) => effect)).toEqual([]);
  const anonymous = await fetch(`${world.providerUrl}/NFeStatusServico4`, { method: "POST", body: "x" });
  expect(anonymous.status).toBe(403);
});
