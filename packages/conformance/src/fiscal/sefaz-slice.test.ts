import { startListener } from "@codespar/node-runtime";
import { afterEach, expect, it } from "vitest";
import { brazil, nfe } from "../calls.ts";
import { liveWorld } from "../providers/live-world.ts";
import { schemaProblems } from "./nfe-schema.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
afterEach(() => world.close());

const sale = {
  ...nfe.arguments,
  items: [{ description: "Camiseta & boné", quantity: 2, unit_amount: 5_995, code: "61091000" }],
};

async function issue() {
  await world.client.fiscalProfiles.create({ brazil });
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

it("refuses what is not what was signed, and keeps nothing of it", async () => {
  const recorder = await recording();
  world = await liveWorld("sefaz", { reach: recorder.reach });
  const { session, document } = await issue();
  const signed = recorder.messages.find((message) => message.startsWith("<enviNFe")) ?? "";
  const post = async (message: string, headers: Record<string, string>) => {
    const body = `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><nfeDadosMsg>${message}</nfeDadosMsg></e:Body></e:Envelope>`;
    const response = await fetch(`${world.providerUrl}/NFeAutorizacao4`, { method: "POST", headers, body });
    // the verdict on the document stands behind the one on its lot
    return `${response.status} ${[...(await response.text()).matchAll(/<cStat>(\d+)</g)].at(-1)?.[1]}`;
  };
  const own = { "client-cert": `:${world.credential}:` };
  // the same document again is looked at, and is there already
  expect(await post(signed, own)).toBe("200 204");
  expect(await post(signed.replace("<vNF>119.90<", "<vNF>19.90<"), own)).toBe("200 297");
  const value = (_part: string, sign: string) => `<SignatureValue>${sign === "A" ? "B" : "A"}`;
  expect(await post(signed.replace(/<SignatureValue>(.)/, value), own)).toBe("200 297");
  expect(await post(signed.replace(/<Signature .*<\/Signature>/s, ""), own)).toBe("200 225");
  expect(await post(signed, {})).toBe("403 undefined");
  const issued = world.sandbox.calls.filter(({ effect, tool }) => effect && tool === "sefaz_authorize_nfe");
  expect(issued).toHaveLength(2);
  // what was refused under its key did nothing to the document that was authorised
  const read = await session.execute({
    name: "codespar_invoice",
    arguments: { action: "get", invoice_id: document.invoice_id },
  });
  await recorder.close();
  expect(read.data).toMatchObject({ status: "authorized", access_key: document.access_key });
});
