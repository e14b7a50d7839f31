import type { InvoiceArguments } from "@codespar/sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brazil } from "../calls.ts";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("enotas");
  await world.client.fiscalProfiles.create({
    brazil: { ...brazil, services: [{ codes: ["*"], service_code: "010101", city_service_code: "02919" }] },
  });
});
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
    state: "RJ",
    postal_code: "20011-901",
  },
} as const;

async function invoice(args: InvoiceArguments) {
  // a session of its own each time: days may lie between
  const session = await world.client.sessions.create({ servers: ["enotas"] });
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

/** As eNotas' own clients call it. */
async function call(method: string, path: string, body?: object) {
  const response = await fetch(`${world.providerUrl}${path}`, {
    method,
    headers: { authorization: `Basic ${world.credential}`, "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe("eNotas, every arrow over a socket", () => {
  it.each(["nfe", "nfse"] as const)(
    "an %s is taken in, authorised later, announced by a webhook, read back and cancelled",
    async (type) => {
      const { tool_call_id, data } = await issue(type);
      expect(data).toMatchObject({ status: "processing" });
      await world.advance("5m");
      expect(await events()).toEqual([["invoice.authorized", tool_call_id]]);
      const invoice_id = String(data.invoice_id);
      const read = await invoice({ action: "get", invoice_id });
      expect(read).toMatchObject({ success: true, data: { status: "authorized", amount: 15_990 } });
      const cancelled = await invoice({ action: "cancel", invoice_id });
      expect(cancelled).toMatchObject({ success: true, data: { status: "cancelled" } });
      await world.advance("1m");
      expect((await events()).map(([name]) => name)).toEqual(["invoice.cancelled", "invoice.authorized"]);
      expect(new Set(world.webhookResponses)).toEqual(new Set([200]));
      expect(world.errors).toEqual([]);
    },
  );

  it("a test connection never asks for a note that counts: key and host are the same for both", async () => {
    const session = await world.client.sessions.create({ servers: ["enotas"] });
    const note = { cliente: { nome: "Maria" }, servico: { descricao: "Consultoria" }, valorTotal: 159.9 };
    const refused = await session.execute({
      name: "enotas_create_nfse",
      arguments: { ...note, ambienteEmissao: "Producao" },
    });
    expect(refused).toMatchObject({ success: false, error: { code: "invalid_request" } });
    expect(refused.error?.message).toContain("ambienteEmissao");
    expect(world.sandbox.calls.filter(({ effect }) => effect)).toEqual([]);
    const taken = await session.execute({ name: "enotas_create_nfse", arguments: note });
    expect(taken).toMatchObject({ success: true });
    const [sent] = world.sandbox.calls.filter(({ effect }) => effect);
    expect(sent?.arguments).toMatchObject({ ambienteEmissao: "Homologacao" });
  });
});

describe("eNotas' own paths and fields", () => {
  it("a service invoice as its client's example sends it is taken in, read by both ids and cancelled", async () => {
    const company = String(world.credentials.empresa_id);
    const made = await call("POST", `/v1/empresas/${company}/nfes`, {
      tipo: "NFS-e",
      idExterno: "pedido-7",
      ambienteEmissao: "Homologacao",
      cliente: {
        nome: "Fulano de Tal",
        email: "fulano@example.com",
        cpfCnpj: "11144477735",
        tipoPessoa: "F",
      },
      servico: { descricao: "Discriminação do serviço" },
      valorTotal: 10.05,
    });
    expect(made).toMatchObject({ status: 200, body: { nfeId: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    await world.advance("5m");
    const id = made.body.nfeId;
    const expected = { id, idExterno: "pedido-7", status: "Autorizada", valorTotal: 10.05 };
    expect((await call("GET", `/v1/empresas/${company}/nfes/${id}`)).body).toMatchObject(expected);
    expect((await call("GET", `/v1/empresas/${company}/nfes/porIdExterno/pedido-7`)).body).toMatchObject(
      expected,
    );
    expect(await call("DELETE", `/v1/empresas/${company}/nfes/${id}`)).toEqual({
      status: 200,
      body: { nfeId: id },
    });
    const theirs = await invoice({ action: "get", provider: "enotas", invoice_id: id });
    expect(theirs).toMatchObject({ data: { status: "cancelled", amount: 1005 } });
  });

  it("an error is a list of codes and messages", async () => {
    const company = String(world.credentials.empresa_id);
    const wrong = {
      status: 400,
      body: [{ codigo: expect.any(String), mensagem: expect.stringContaining("cliente") }],
    };
    expect(await call("POST", `/v1/empresas/${company}/nfes`, { servico: {}, valorTotal: 1 })).toEqual(wrong);
    expect(await call("GET", `/v2/empresas/${company}/nf-e/none`)).toMatchObject({ status: 404 });
    const stranger = await fetch(`${world.providerUrl}/v2/empresas/${company}/nf-e/none`);
    expect(stranger.status).toBe(401);
  });
});
