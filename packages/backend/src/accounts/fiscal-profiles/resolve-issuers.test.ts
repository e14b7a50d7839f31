import type { BrazilIssuer, MexicoIssuer } from "@codespar/contract";
import { expect, it } from "vitest";
import type { Provider } from "../../ports/provider.ts";
import type { FiscalContext, Translator } from "../../ports/translator.ts";
import { testBackend } from "../../testing/test-backend.ts";

const address = {
  postal_code: "01310100",
  street: "Avenida Paulista",
  number: "1000",
  district: "Bela Vista",
  city: "São Paulo",
  city_code: "3550308",
  state: "SP",
};
const brazil = (name: string): BrazilIssuer => ({
  tax_id: "11222333000181",
  name,
  tax_regime: "simples_nacional",
  address,
});
const mexico: MexicoIssuer = {
  tax_id: "EKU9003173C9",
  name: "ESCUELA",
  tax_regime: "601",
  postal_code: "42501",
};

/** A backend whose one translator says who it was told to issue for, and whether it counts. */
async function setUp(options: { livemode?: boolean; withDefault?: boolean; environment?: "test" } = {}) {
  const seen: { fiscal: FiscalContext | undefined; environment: string; number: number | undefined }[] = [];
  const provider: Provider = {
    id: "nuvem-fiscal",
    tools: [],
    environment: options.environment,
    execute: async () => ({ ok: true, data: {} }),
    find: async () => ({ status: "never" }),
  };
  const translator: Translator = {
    server: "nuvem-fiscal",
    async invoice(_input, native, { fiscal, environment }) {
      const series = { issuer: "11222333000181", type: "nfe", series: 1 } as const;
      seen.push({ fiscal, environment, number: await fiscal?.documentNumber(series) });
      await native.effect("nuvem_fiscal_create_nfe", {});
      return { invoice_id: "nfe_1", type: "nfe", status: "authorized" };
    },
  };
  const { join, call } = testBackend({
    providers: [provider],
    translators: [translator],
    livemode: options.livemode ?? false,
    ...(options.withDefault === true ? { defaultIssuers: { brazil: brazil("default"), mexico } } : {}),
  });
  const { apiKey } = await join("growth");
  const post = (path: string, body: object) => call(apiKey, "POST", path, { body });
  return {
    post,
    seen,
    async issue(tenant?: string) {
      const metadata = tenant === undefined ? {} : { tenant_id: tenant };
      const session = await post("/v1/sessions", { servers: ["nuvem-fiscal"], metadata });
      const { id } = session.body as { id: string }; // made by the call before
      const answer = await post(`/v1/sessions/${id}/execute`, {
        name: "codespar_invoice",
        arguments: {
          type: "nfe",
          customer: {
            name: "Ana",
            document: "11144477735",
            address: { postal_code: "01310100", number: "1" },
          },
          items: [{ description: "Camiseta", quantity: 1, unit_amount: 100 }],
        },
      });
      expect(answer.body).toMatchObject({ success: true });
      const last = seen.at(-1);
      return [last?.fiscal?.brazil?.name, last?.fiscal?.mexico?.name];
    },
  };
}

it("issues for the tenant, else for the organisation, else for the default, country by country", async () => {
  const { post, issue } = await setUp({ withDefault: true });
  expect(await issue()).toEqual(["default", "ESCUELA"]);
  await post("/v1/fiscal-profiles", { brazil: brazil("organisation") });
  expect(await issue()).toEqual(["organisation", "ESCUELA"]);
  expect(await issue("acme")).toEqual(["organisation", "ESCUELA"]);
  await post("/v1/fiscal-profiles", { tenant_id: "acme", mexico: { ...mexico, name: "ACME" } });
  expect(await issue("acme")).toEqual(["organisation", "ACME"]);
  expect(await issue("loja")).toEqual(["organisation", "ESCUELA"]);
});

it("never issues in the organisation's name on a tenant's own account", async () => {
  const { post, issue } = await setUp();
  await post("/v1/fiscal-profiles", { brazil: brazil("organisation") });
  await post("/v1/connections", {
    server_id: "nuvem-fiscal",
    tenant_id: "acme",
    credentials: { client_id: "of_acme", client_secret: "of_acme" },
  });
  expect(await issue("acme")).toEqual([undefined, undefined]);
  await post("/v1/fiscal-profiles", { tenant_id: "acme", brazil: brazil("acme") });
  expect(await issue("acme")).toEqual(["acme", undefined]);
  expect(await issue()).toEqual(["organisation", undefined]);
});

it.each([
  [{ livemode: false }, "test"],
  [{ livemode: true }, "live"],
  [{ livemode: true, environment: "test" as const }, "test"],
])("tells translations whether documents count: %j is %s", async (options, environment) => {
  const { post, issue, seen } = await setUp(options);
  await post("/v1/connections", {
    server_id: "nuvem-fiscal",
    credentials: { client_id: "i", client_secret: "s" },
  });
  await issue();
  await issue();
  expect(seen.map((call) => [call.environment, call.number])).toEqual([
    [environment, 1],
    [environment, 2],
  ]);
});
