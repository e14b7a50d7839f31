import { existsSync, readFileSync } from "node:fs";
import type { JsonObject } from "@codespar/contract";
import { connect, connectors, type OutgoingRequest } from "@codespar/providers/connect";
import { Ajv } from "ajv";
import { HttpResponse, http, passthrough } from "msw";
import { setupServer } from "msw/node";
import efi from "sdk-node-apis-efi";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";
import { sharedFile } from "./shared-file.ts";
import { judgeBySpecs } from "./spec-judge.ts";

/** Each bank, and what it puts in front of the Banco Central's paths. */
const banks = [
  ["inter", "/pix/v2"],
  ["sicredi", "/api/v2"],
  ["banco-do-brasil", "/pix/v2"],
  ["itau", "/pix_recebimentos/v2"],
  ["bradesco", "/v2"],
] as const;

// its types are those of a CommonJS module: the class is one level deeper there than it is
const EfiPay = efi as unknown as typeof efi.default;
const efiUrl = "https://pix-h.api.efipay.com.br";
/** What goes to this machine is let through. */
const redirect = setupServer(http.all(/^http:\/\/127\.0\.0\.1/, () => passthrough()));
beforeAll(() => redirect.listen());
afterEach(() => redirect.resetHandlers());
afterAll(() => redirect.close());

const txid = "7978c0c97ea847e78e8849634473c1f1";
const chave = "123e4567-e89b-12d3-a456-426655440000";
const devedor = { cnpj: "11222333000181", nome: "Loja Exemplo" };
const cob = { calendario: { expiracao: 3600 }, devedor, valor: { original: "159.90" }, chave };

/** Efí's client knows its own host alone: each request goes on to the bank, and only its token is given here. */
function efiClient(providerUrl: string, base: string, token: string) {
  redirect.use(
    http.post(`${efiUrl}/oauth/token`, () => HttpResponse.json({ access_token: token, expires_in: 3600 })),
    http.all(`${efiUrl}/v2/*`, async ({ request }) => {
      const { pathname, search } = new URL(request.url);
      const body = request.method === "GET" ? null : await request.text();
      return fetch(`${providerUrl}${base}${pathname.slice("/v2".length)}${search}`, {
        method: request.method,
        headers: {
          authorization: request.headers.get("authorization") ?? "",
          "content-type": "application/json",
        },
        body,
      });
    }),
  );
  const options = { sandbox: true, client_id: "client", client_secret: "secret", certificate: "" };
  // no certificate is read, because the connection ends before TLS; its types do not foresee that
  return new EfiPay({ ...options, cert_base64: null as unknown as boolean });
}

describe.each(banks)("the Pix of %s", (id, base) => {
  let world: Awaited<ReturnType<typeof liveWorld>>;
  beforeEach(async () => {
    world = await liveWorld(id);
  });
  afterEach(() => world.close());

  it("is what Efí's client of the same API speaks, and the two see each other's charges", async () => {
    const client = efiClient(world.providerUrl, base, world.credential);
    const session = await world.client.sessions.create({ servers: [id] });
    const paid = await session.execute({
      name: "codespar_pay",
      arguments: { method: "pix", amount: 15_990, currency: "BRL", reference: "order-7", provider: id },
    });
    if (!paid.success) throw new Error(paid.error.message);
    const { payment_id } = paid.data as { payment_id: string };
    expect(payment_id).toBe(paid.tool_call_id?.replace("_", ""));
    expect(await client.pixDetailCharge({ txid: payment_id })).toMatchObject({
      txid: payment_id,
      status: "ATIVA",
      valor: { original: "159.90" },
      infoAdicionais: [{ nome: "referencia", valor: "order-7" }],
    });
    expect(await client.pixCreateCharge({ txid }, cob)).toMatchObject({ txid, status: "ATIVA", devedor });
    expect(await client.pixUpdateCharge({ txid }, { solicitacaoPagador: "Pedido 8" })).toMatchObject({
      revisao: 1,
      solicitacaoPagador: "Pedido 8",
    });
    expect(await client.pixCreateImmediateCharge([], cob)).toMatchObject({ status: "ATIVA" });
    await world.advance("1m");
    const inicio = new Date(world.sandbox.clock.now() - 3_600_000).toISOString();
    const fim = new Date(world.sandbox.clock.now()).toISOString();
    const { pix } = await client.pixReceivedList({ inicio, fim });
    expect(pix).toHaveLength(3);
    const { endToEndId: e2eId } = pix.find((item) => item.txid === txid) ?? { endToEndId: "" };
    expect(await client.pixDevolution({ e2eId, id: "volta1" }, { valor: "7.89" })).toMatchObject({
      id: "volta1",
      valor: "7.89",
      status: "DEVOLVIDO",
    });
    expect(await client.pixDetailDevolution({ e2eId, id: "volta1" })).toMatchObject({ valor: "7.89" });
    expect(await client.pixDetailReceived({ e2eId })).toMatchObject({ txid, devolucoes: [{ id: "volta1" }] });
    const later = await world.client.sessions.create({ servers: [id] });
    expect(
      await later.execute({
        name: "codespar_pay",
        arguments: { action: "get", payment_id: txid, provider: id },
      }),
    ).toMatchObject({ success: true, data: { status: "partially_refunded", refunds: [{ amount: 789 }] } });
  });

  it("refuses in the Banco Central's own words", async () => {
    const client = efiClient(world.providerUrl, base, world.credential);
    await client.pixCreateCharge({ txid }, cob);
    await expect(client.pixCreateCharge({ txid }, cob)).rejects.toMatchObject({
      status: 400,
      type: expect.stringMatching(/\/CobOperacaoInvalida$/),
    });
    await expect(client.pixDetailCharge({ txid: txid.replace("7", "8") })).rejects.toMatchObject({
      status: 404,
      type: expect.stringMatching(/\/NaoEncontrado$/),
    });
  });

  it("sends its webhooks to the address of a key, with /pix behind it, and each is read back", async () => {
    const client = efiClient(world.providerUrl, base, world.credential);
    const webhookUrl = `${world.url}/v1/webhooks/${id}/another-endpoint`;
    await client.pixConfigWebhook({ chave }, { webhookUrl });
    const session = await world.client.sessions.create({ servers: [id] });
    const paid = await session.execute({
      name: "codespar_pay",
      arguments: { method: "pix", amount: 100, currency: "BRL", provider: id },
    });
    await world.advance("1m");
    expect(world.webhookPaths.toSorted()).toEqual([
      `/v1/webhooks/${id}/another-endpoint/pix`,
      `/v1/webhooks/${id}/endpoint-token/pix`,
    ]);
    const { data } = await world.client.events.list();
    const confirmed = data.filter(({ type }) => type === "payment.confirmed");
    expect(confirmed.map(({ tool_call_id }) => tool_call_id)).toEqual([paid.tool_call_id]);
  });

  it("believes no webhook that the bank does not confirm", async () => {
    const session = await world.client.sessions.create({ servers: [id] });
    const paid = await session.execute({
      name: "codespar_pay",
      arguments: {
        method: "pix",
        amount: 100,
        currency: "BRL",
        reference: "sandbox:never_pays",
        provider: id,
      },
    });
    const { payment_id } = (paid.success ? paid.data : {}) as { payment_id: string };
    const forged = [
      { endToEndId: "E".repeat(32), txid: payment_id, valor: "1.00", horario: new Date().toISOString() },
    ];
    const response = await fetch(`${world.url}/v1/webhooks/${id}/endpoint-token/pix`, {
      method: "POST",
      body: JSON.stringify({ pix: forged }),
    });
    expect(response.status).toBe(200);
    await world.work();
    const { data } = await world.client.events.list();
    expect(data.filter(({ type }) => type.startsWith("payment."))).toEqual([]);
  });
});

describe.each(["inter", "sicredi"])("the boleto of %s", (id) => {
  it("is issued, announced by the bank's own webhook, read back, and never given back by the API", async () => {
    const world = await liveWorld(id);
    const session = await world.client.sessions.create({ servers: [id] });
    const paid = await session.execute({
      name: "codespar_pay",
      arguments: {
        method: "boleto",
        amount: 15_990,
        currency: "BRL",
        reference: "order-7",
        customer: { name: "Ana Souza", document: "111.444.777-35" },
      },
    });
    expect(paid).toMatchObject({
      success: true,
      provider: id,
      data: { status: "pending", method: "boleto" },
    });
    await world.advance("2d");
    expect(world.webhookPaths).toContain(`/v1/webhooks/${id}/endpoint-token`);
    const { data } = await world.client.events.list();
    const told = data.filter(({ type }) => type === "payment.confirmed");
    expect(told.map(({ tool_call_id }) => tool_call_id)).toEqual([paid.tool_call_id]);
    const { payment_id } = (paid.success ? paid.data : {}) as { payment_id: string };
    const later = await world.client.sessions.create({ servers: [id] });
    expect(
      await later.execute({
        name: "codespar_pay",
        arguments: { action: "refund", payment_id, provider: id },
      }),
    ).toMatchObject({ success: false, error: { code: "action_not_offered" } });
    expect(world.errors).toEqual([]);
    await world.close();
  });
});

const spec = sharedFile("specs/bacen-pix.openapi.json");
if (!existsSync(spec)) process.stderr.write(`skipped: the Banco Central's spec is not at ${spec}\n`);

/** Mistakes of the file itself: a list of charges is required of a list of Pix, and a CPF between slashes. */
const mistakes = [/^GET \/pix : must have required property 'cobs'$/, /\/cpf: must match pattern "\/\^/];

describe.skipIf(!existsSync(spec)).each(banks)("the specification, of %s", (id, base) => {
  it("has every response as it is", async () => {
    const world = await liveWorld(id);
    const responses: { method: string; path: string; status: number; body: JsonObject }[] = [];
    const call = async (method: string, path: string, body?: JsonObject) => {
      const response = await fetch(`${world.providerUrl}${base}${path}`, {
        method,
        headers: { authorization: `Bearer ${world.credential}`, "content-type": "application/json" },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const text = await response.text();
      const read: JsonObject = text === "" ? {} : JSON.parse(text);
      responses.push({ method, path, status: response.status, body: read });
      return read;
    };
    await call("PUT", `/cob/${txid}`, cob);
    await call("PATCH", `/cob/${txid}`, { valor: { original: "10.00" } });
    await call("PATCH", `/cob/${txid}`, { status: "REMOVIDA_PELO_USUARIO_RECEBEDOR" });
    const other = await call("POST", "/cob", { ...cob, solicitacaoPagador: "Pedido" });
    await world.advance("1m");
    await call("GET", `/cob/${other.txid}`);
    const list = await call(
      "GET",
      "/pix?inicio=2020-01-01T00:00:00Z&fim=2030-01-01T00:00:00Z&cnpj=11222333000181",
    );
    const [received] = list.pix as { endToEndId: string }[]; // asserted below
    const refund = `/pix/${received?.endToEndId}/devolucao/volta1`;
    await call("PUT", refund, { valor: "1.00", descricao: "Troca" });
    await call("GET", refund);
    await call("GET", `/pix/${received?.endToEndId}`);
    await call("PUT", `/webhook/${chave}`, { webhookUrl: "https://shop.example/hooks" });
    for (const path of [`/cob/${"x".repeat(30)}`, `${refund}2`]) await call("GET", path);
    await call("PUT", `/cob/${txid}`, { ...cob, valor: { original: "0.00" } });
    await world.close();
    expect(responses.map(({ status }) => status)).toEqual([
      201, 200, 200, 201, 200, 200, 201, 200, 200, 200, 404, 404, 400,
    ]);
    const judgement = judgeBySpecs([spec], responses);
    expect(judgement.judged).toBe(12);
    expect(
      judgement.problems.filter((problem) => !mistakes.some((mistake) => mistake.test(problem))),
    ).toEqual([]);
    expect(judgement.required.missing.filter((field) => field !== "PixConsultados.cobs")).toEqual([]);
  });

  it("has every request of the connector as it is", async () => {
    const definition = connectors.get(id);
    if (definition === undefined) throw new Error(`${id} cannot be connected.`);
    const sent: OutgoingRequest[] = [];
    const provider = connect(definition, {
      environment: "test",
      async send(request) {
        sent.push(request);
        const isToken = /\/(?:token|jwt)(?:\?|$)/.test(request.url);
        const text = JSON.stringify(isToken ? { access_token: "t", expires_in: 600 } : {});
        return { status: 200, headers: {}, text };
      },
    });
    const pem = (label: string) => `-----BEGIN ${label}-----\nMTIz\n-----END ${label}-----`;
    const credentials: Record<string, string> = {
      client_id: "client",
      client_secret: "secret",
      app_key: "key",
      client_certificate: pem("CERTIFICATE"),
      client_key: pem("PRIVATE KEY"),
      pix_key: chave,
    };
    const execute = (verb: string, args: JsonObject) =>
      provider.execute({
        tool: `${id.replaceAll("-", "_")}_${verb}`,
        arguments: args,
        credentials,
        operationId: "tc_01jd8x6e2v4m9q0r3s5t7w8y1z",
        account: "org_1",
        signal: AbortSignal.timeout(5_000),
        emit: () => {},
      });
    const { chave: _own, ...order } = cob;
    const e2eId = "E12345678202611201505fixture0001";
    await execute("create_pix_charge", { ...order, solicitacaoPagador: "Pedido" });
    await execute("update_pix_charge", { txid, status: "REMOVIDA_PELO_USUARIO_RECEBEDOR" });
    await execute("refund_pix", { e2eId, valor: "1.00" });
    await execute("create_webhook", { webhookUrl: "https://shop.example/hooks" });
    await execute("get_pix_charge", { txid });
    await execute("list_pix_received", { inicio: "2026-11-20T00:00:00Z", fim: "2026-11-21T00:00:00Z" });
    const [token, ...calls] = sent;
    expect(token?.method).toBe("POST");
    const paths = calls.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
    expect(paths).toEqual([
      `PUT ${base}/cob/tc01jd8x6e2v4m9q0r3s5t7w8y1z`,
      `PATCH ${base}/cob/${txid}`,
      `PUT ${base}/pix/${e2eId}/devolucao/tc01jd8x6e2v4m9q0r3s5t7w8y1z`,
      `PUT ${base}/webhook/${chave}`,
      `GET ${base}/cob/${txid}`,
      `GET ${base}/pix`,
    ]);
    // each shows the certificate, and the key alone stands nowhere
    expect(sent.every(({ clientCertificate }) => clientCertificate?.certificate.includes("MTIz"))).toBe(true);
    expect(JSON.stringify(sent.map(({ headers, body, url }) => [headers, body, url]))).not.toContain("MTIz");
    const file = JSON.parse(readFileSync(spec, "utf8"));
    const ajv = new Ajv({ strict: false, logger: false, validateFormats: false });
    ajv.addSchema({ $id: "spec", components: { schemas: file.components.schemas } });
    const schemas = ["CobSolicitada", "CobRevisada", "DevolucaoSolicitada", "WebhookSolicitado"];
    for (const [index, name] of schemas.entries()) {
      const validate = ajv.compile({ $ref: `spec#/components/schemas/${name}` });
      expect([name, validate(JSON.parse(calls[index]?.body ?? "")), validate.errors]).toEqual([
        name,
        true,
        null,
      ]);
    }
  });
});
