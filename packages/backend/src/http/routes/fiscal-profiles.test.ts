import type { BrazilIssuer, FiscalProfile } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { testBackend } from "../../testing/test-backend.ts";

const brazil: BrazilIssuer = {
  tax_id: "11222333000181",
  name: "Loja Teste Ltda",
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
};
const mexico = { tax_id: "EKU9003173C9", name: "ESCUELA", tax_regime: "601", postal_code: "42501" };
const certificate = { file: `MII${"A".repeat(200)}`, password: "senha-do-certificado" };

async function setUp() {
  const test = testBackend();
  const { apiKey, organisation } = await test.join("growth");
  const getProfile = (body: unknown): FiscalProfile => responseSchemas.FiscalProfile.parse(body);
  return {
    ...test,
    organisation,
    request: (method: string, path = "", body?: unknown) =>
      test.call(apiKey, method, `/v1/fiscal-profiles${path}`, body === undefined ? {} : { body }),
    getProfile,
    async create(body: object) {
      const answer = await test.call(apiKey, "POST", "/v1/fiscal-profiles", { body });
      expect(answer.status).toBe(201);
      return getProfile(answer.body);
    },
  };
}

describe("a fiscal profile", () => {
  it("keeps its certificate encrypted, and never returns it", async () => {
    const { create, request, store, organisation } = await setUp();
    const made = await create({ brazil: { ...brazil, certificate } });
    expect(made.brazil).toEqual({ ...brazil, certificate: { stored_at: "2026-04-15T10:30:00.000Z" } });
    const read = await request("GET", `/${made.id}`);
    const record = await store.readRecord("fiscal_profile", organisation, made.id);
    expect(record?.brazil?.certificate?.encrypted).toEqual(expect.any(String));
    for (const seen of [made, read.body, (await request("GET")).body, record]) {
      const text = JSON.stringify(seen);
      expect(text).not.toContain(certificate.password);
      expect(text).not.toContain("MIIAAA");
    }
  });

  it("is one for the organisation and one for each tenant: a second takes the first one's place whole", async () => {
    const { create, request } = await setUp();
    const first = await create({ brazil: { ...brazil, certificate }, mexico });
    const second = await create({ brazil: { ...brazil, name: "Outra" }, display_name: "Loja" });
    expect(second.id).toBe(first.id);
    expect(second).toMatchObject({ brazil: { name: "Outra", certificate: null }, mexico: null });
    const tenants = await create({ tenant_id: "acme", mexico });
    expect(tenants.id).not.toBe(first.id);
    const listed = responseSchemas.FiscalProfilePage.parse((await request("GET")).body);
    expect(listed.data.map(({ id }) => id)).toEqual([tenants.id, first.id]);
    const acme = responseSchemas.FiscalProfilePage.parse((await request("GET", "?tenant_id=acme")).body);
    expect(acme.data.map(({ tenant_id }) => tenant_id)).toEqual(["acme"]);
  });

  it("shows its tax number in a list by the last four characters, and whole by its id", async () => {
    const { create, request, getProfile } = await setUp();
    const { id } = await create({ brazil, mexico });
    const listed = responseSchemas.FiscalProfilePage.parse((await request("GET")).body).data[0];
    expect(listed).toMatchObject({
      brazil: { tax_id: "**********0181" },
      mexico: { tax_id: "********73C9" },
    });
    expect(getProfile((await request("GET", `/${id}`)).body)).toMatchObject({
      brazil: { tax_id: "11222333000181" },
    });
  });

  it("changes by country, keeps the certificate that is not spoken of, and drops it for null", async () => {
    const { create, request, getProfile, store, organisation } = await setUp();
    const { id } = await create({ brazil: { ...brazil, certificate }, mexico });
    const encrypted = (await store.readRecord("fiscal_profile", organisation, id))?.brazil?.certificate;
    const renamed = await request("PATCH", `/${id}`, { brazil: { ...brazil, name: "Novo nome" } });
    expect(getProfile(renamed.body)).toMatchObject({
      brazil: { name: "Novo nome", certificate: { stored_at: expect.any(String) } },
      mexico: { tax_id: mexico.tax_id },
    });
    expect((await store.readRecord("fiscal_profile", organisation, id))?.brazil?.certificate).toEqual(
      encrypted,
    );
    const bare = await request("PATCH", `/${id}`, { brazil: { ...brazil, certificate: null }, mexico: null });
    expect(getProfile(bare.body)).toMatchObject({ brazil: { certificate: null }, mexico: null });
    const none = await request("PATCH", `/${id}`, { brazil: null });
    expect(none.status).toBe(400);
    expect(none.body).toMatchObject({
      error: "invalid_request",
      message: expect.stringContaining("Delete it"),
    });
  });

  it("is deleted, and then not there", async () => {
    const { create, request } = await setUp();
    const { id } = await create({ brazil });
    expect((await request("DELETE", `/${id}`)).status).toBe(204);
    for (const [method, body] of [["GET"], ["DELETE"], ["PATCH", { brazil }]] as const) {
      expect((await request(method, `/${id}`, body)).status).toBe(404);
    }
    const other = await create({ brazil });
    expect(other.id).not.toBe(id);
  });
});
