import { describe, expect, it } from "vitest";
import { findCredentialProblem } from "../connect/check-credentials.ts";
import { connectWith } from "../connect/connect.ts";
import type { OutgoingRequest } from "../connect/sender.ts";
import { melhorEnvioConnector } from "./connect.ts";
import { melhorEnvioEmulation } from "./emulate.ts";

const credentials = await melhorEnvioEmulation.connection("t".repeat(32), "secret");
const freight = {
  service: 1,
  from: { postal_code: "01310-100" },
  to: { postal_code: "20040-002", name: "Maria Souza" },
  volumes: [{ weight: 0.75, length: 20, width: 15, height: 10 }],
};

/** The response to a freight put into the cart by such a connection, and what was sent. */
async function addToCart(own: Record<string, string>, from: Record<string, string> = {}) {
  const sent: OutgoingRequest[] = [];
  const provider = connectWith(
    () => async (request) => {
      sent.push(request);
      return { status: 201, headers: {}, text: '{"id":"1"}' };
    },
    melhorEnvioConnector,
    { environment: "test", clock: { now: () => 0 } },
  );
  const result = await provider.execute({
    operationId: "tc_01",
    tool: "melhor_envio_create_shipment",
    arguments: { ...freight, from: { ...freight.from, ...from } },
    account: "org_1",
    credentials: own,
    signal: new AbortController().signal,
    emit: () => {},
  });
  return { result, sent: sent.map(({ body }) => JSON.parse(body ?? "null")) };
}

describe("who sends, which the connection says (AstrotechLabs/melhorenvio-sdk: the cart wants name, document and address)", () => {
  it("is the connection's, a CNPJ in the field for companies", async () => {
    const { sent } = await addToCart(credentials);
    expect(sent).toEqual([
      {
        ...freight,
        from: {
          name: "Loja Exemplo",
          company_document: "11222333000181",
          phone: "+5511987654321",
          email: "dev@example.com",
          address: "Avenida Paulista",
          number: "1000",
          district: "Bela Vista",
          city: "São Paulo",
          postal_code: "01310-100",
        },
      },
    ]);
  });

  it("is a person by the CPF", async () => {
    const { sent } = await addToCart({ ...credentials, sender_document: "111.444.777-35" });
    expect(sent[0].from).toMatchObject({ document: "11144477735" });
    expect(sent[0].from).not.toHaveProperty("company_document");
  });

  it("is whom the caller names, where they do", async () => {
    const { sent } = await addToCart(credentials, {
      name: "Filial Rio",
      document: "11144477735",
      city: "Rio",
    });
    expect(sent[0].from).toMatchObject({ name: "Filial Rio", document: "11144477735", city: "Rio" });
    expect(sent[0].from).not.toHaveProperty("company_document");
  });

  it.each(["sender_name", "sender_document", "sender_address", "sender_city"])(
    "is asked for before anything is sent: %s",
    async (field) => {
      const { result, sent } = await addToCart({ ...credentials, [field]: "" });
      expect(result).toMatchObject({
        ok: false,
        code: "needs_connection",
        message: expect.stringContaining(field),
      });
      expect(sent).toEqual([]);
    },
  );

  it("has blanks and accents, and no line breaks", () => {
    const problemOf = (sender_name: string) =>
      findCredentialProblem(melhorEnvioConnector, { ...credentials, sender_name }, "test");
    expect(problemOf("Café & Cia. São João")).toBeUndefined();
    expect(problemOf("Café\r\nX: 1")).toContain("sender_name");
    expect(problemOf("é".repeat(201))).toContain("200");
  });
});
