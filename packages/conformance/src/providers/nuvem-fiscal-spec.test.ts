import { existsSync, readFileSync } from "node:fs";
import type { JsonObject } from "@codespar/contract";
import type { InvoiceArguments } from "@codespar/sdk";
import { Ajv } from "ajv";
import { afterEach, describe, expect, it } from "vitest";
import { brazil } from "../calls.ts";
import { liveWorld } from "./live-world.ts";
import { sharedFile } from "./shared-file.ts";
import { judgeBySpecs } from "./spec-judge.ts";

const spec = sharedFile("specs/nuvem-fiscal.openapi.json");
if (!existsSync(spec)) process.stderr.write(`skipped: Nuvem Fiscal's specification is not at ${spec}\n`);

let world: Awaited<ReturnType<typeof liveWorld>>;
afterEach(() => world.close());

const customer = {
  name: "Maria Souza",
  document: "111.444.777-35",
  address: {
    street: "Rua da Assembleia",
    number: "10",
    district: "Centro",
    city: "Rio de Janeiro",
    state: "RJ",
    postal_code: "20011-901",
  },
} as const;

const requests = { nfe: "NfePedidoEmissao", cte: "CtePedidoEmissao", mdfe: "MdfePedidoEmissao" } as const;

async function issue(type: keyof typeof requests = "nfe") {
  world = await liveWorld("nuvem-fiscal");
  await world.client.fiscalProfiles.create({ brazil });
  const session = await world.client.sessions.create({ servers: ["nuvem-fiscal"] });
  const items = [{ description: "Cafeteira", quantity: 1, unit_amount: 15_990, code: "85167100" }];
  const wanted = {
    nfe: { type: "nfe", customer, items },
    cte: { type: "cte", customer, items },
    mdfe: { type: "mdfe", customer, items },
  } satisfies Record<string, InvoiceArguments>;
  const result = await session.execute({ name: "codespar_invoice", arguments: wanted[type] });
  if (!result.success) throw new Error(result.error.message);
  return result.data.invoice_id;
}

describe.skipIf(!existsSync(spec))("Nuvem Fiscal's specification 2.58", () => {
  it.each(["nfe", "cte", "mdfe"] as const)("has the %s that the connector sends as it is", async (type) => {
    await issue(type);
    const [sent] = world.sandbox.calls.filter(({ tool }) => tool === `nuvem_fiscal_create_${type}`);
    const document = JSON.parse(readFileSync(spec, "utf8"), (_key, value) =>
      // OpenAPI 3.0 says beside a bound that it is exclusive, JSON Schema instead of it
      value?.exclusiveMinimum === true
        ? { ...value, exclusiveMinimum: value.minimum, minimum: undefined }
        : value,
    );
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
    ajv.addSchema({ $id: "spec", components: document.components });
    const validate = ajv.compile({ $ref: `spec#/components/schemas/${requests[type]}` });
    validate(sent?.arguments);
    const problems = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    expect(problems).toEqual([]);
  });

  it("has every response as it is", async () => {
    const id = await issue();
    const responses: { method: string; path: string; status: number; body: JsonObject }[] = [];
    const call = async (method: string, path: string, body?: JsonObject) => {
      const response = await fetch(`${world.providerUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${world.credential}`, "content-type": "application/json" },
        body: body === undefined ? null : JSON.stringify(body),
      });
      responses.push({ method, path, status: response.status, body: JSON.parse(await response.text()) });
    };
    const { tax_id } = brazil;
    await call("GET", `/nfe/${id}`);
    await call("GET", `/nfe?cpf_cnpj=${tax_id}&ambiente=homologacao`);
    await call("POST", `/nfe/${id}/carta-correcao`, { correcao: "O peso correto é de 2 kg." });
    await call("POST", `/nfe/${id}/cancelamento`, { justificativa: "Pedido desfeito pelo cliente." });
    await call("GET", "/cep/01310100");
    await call("GET", "/cnpj/11222333000181");
    await call("GET", "/nfe/nfe_none");
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 404]);
    const judgement = judgeBySpecs([spec], responses);
    expect(judgement.judged).toBe(6);
    expect(judgement.problems).toEqual([]);
    expect(judgement.required.missing).toEqual([]);
  });

  it("has the cancellation of an NFS-e as it is", async () => {
    world = await liveWorld("nuvem-fiscal");
    await world.client.fiscalProfiles.create({
      brazil: {
        ...brazil,
        services: [{ codes: ["*"], service_code: "010101", city_service_code: "02919", iss_rate: 2.9 }],
      },
    });
    const session = await world.client.sessions.create({ servers: ["nuvem-fiscal"] });
    const items = [{ description: "Consultoria", quantity: 1, unit_amount: 15_990 }];
    const issued = await session.execute({
      name: "codespar_invoice",
      arguments: { type: "nfse", customer, items },
    });
    if (!issued.success) throw new Error(issued.error.message);
    const path = `/nfse/${issued.data.invoice_id}/cancelamento`;
    const response = await fetch(`${world.providerUrl}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${world.credential}`, "content-type": "application/json" },
      body: JSON.stringify({ codigo: "1", motivo: "Serviço não prestado ao cliente." }),
    });
    const body = await response.json();
    expect(body).toMatchObject({ status: "concluido" });
    const judgement = judgeBySpecs([spec], [{ method: "POST", path, status: response.status, body }]);
    expect(judgement).toMatchObject({ judged: 1, problems: [] });
  });
});
