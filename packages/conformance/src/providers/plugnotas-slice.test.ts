import type { InvoiceArguments } from "@codespar/sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brazil } from "../calls.ts";
import { liveWorld } from "./live-world.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("plugnotas");
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
  const session = await world.client.sessions.create({ servers: ["plugnotas"] });
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

/** As PlugNotas' own client calls it. */
async function call(method: string, path: string, body?: object) {
  const response = await fetch(`${world.providerUrl}${path}`, {
    method,
    headers: { "x-api-key": world.credential, "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe("PlugNotas, every arrow over a socket", () => {
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
});

// tecnospeed/plugnotas-php, examples/nfse.full.php and examples/resposta.tmp, commit c6b0411
describe("PlugNotas' own paths and fields", () => {
  const note = {
    idIntegracao: "pedido-7",
    prestador: { cpfCnpj: "11222333000181" },
    tomador: { cpfCnpj: "11144477735", razaoSocial: "Maria Souza" },
    servico: [
      {
        codigo: "1.02",
        discriminacao: "Programação de software",
        cnae: "4751201",
        iss: { aliquota: 3 },
        valor: { servico: 10.05 },
      },
    ],
  };

  it("a service invoice is posted in a list, read in one with the recorded fields, and cancelled", async () => {
    const made = await call("POST", "/nfse", [note]);
    expect(made).toMatchObject({
      status: 200,
      body: {
        documents: [{ idIntegracao: "pedido-7", prestador: "11222333000181", id: expect.any(String) }],
        message: "Nota(as) em processamento",
        protocol: expect.any(String),
      },
    });
    await world.advance("5m");
    const { id } = made.body.documents[0];
    const read = await call("GET", `/nfse/consultar/${id}`);
    const recorded = [
      ...[
        "id",
        "emissao",
        "tipoAutorizacao",
        "situacao",
        "prestador",
        "tomador",
        "valorServico",
        "numeroNfse",
      ],
      ...["serie", "lote", "codigoVerificacao", "autorizacao", "mensagem", "pdf", "xml"],
    ];
    expect(read.body).toHaveLength(1);
    expect(Object.keys(read.body[0])).toEqual(expect.arrayContaining(recorded));
    expect(read.body[0]).toMatchObject({
      situacao: "CONCLUIDO",
      emissao: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4}$/),
      valorServico: 10.05,
    });
    expect((await call("GET", "/nfse/consultar/pedido-7/11222333000181")).body).toEqual(read.body);
    expect(await call("POST", `/nfse/cancelar/${id}`)).toMatchObject({ status: 200 });
    const theirs = await invoice({ action: "get", provider: "plugnotas", invoice_id: id });
    expect(theirs).toMatchObject({ data: { status: "cancelled", amount: 1005 } });
  });

  it("the same idIntegracao twice is a conflict, and what is wrong is named", async () => {
    await call("POST", "/nfse", [note]);
    expect(await call("POST", "/nfse", [note])).toMatchObject({ status: 409, body: { error: {} } });
    expect(await call("POST", "/nfse", [note, note])).toMatchObject({ status: 400 });
    expect(await call("POST", "/nfse", [{ ...note, servico: "nenhum" }])).toMatchObject({
      status: 400,
      body: { error: { data: { fields: { servico: expect.any(String) } } } },
    });
    expect(await call("GET", "/nfse/consultar/none")).toMatchObject({ status: 404 });
    const stranger = await fetch(`${world.providerUrl}/nfe/none/resumo`);
    expect(stranger.status).toBe(401);
  });
});
