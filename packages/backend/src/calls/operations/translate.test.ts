import { responseSchemas } from "@codespar/contract/schemas";
import { expect, it } from "vitest";
import type { Provider, ProviderEnvironment } from "../../ports/provider.ts";
import type { Translator } from "../../ports/translator.ts";
import { testBackend } from "../../testing/test-backend.ts";

it("lets a translator know whose money the account moves, where one provider serves accounts of both", async () => {
  const organisations = new Map<string, ProviderEnvironment>();
  const provider: Provider = {
    id: "asaas",
    tools: [],
    environmentOf: async (account) => organisations.get(account) ?? "live",
    execute: async () => ({ ok: true, data: {} }),
    find: async () => ({ status: "never" }),
  };
  const seen: ProviderEnvironment[] = [];
  const translator: Translator = {
    server: "asaas",
    async pay({ amount = 0, currency = "BRL", method = "pix" }, native, { environment }) {
      seen.push(environment);
      await native.effect("asaas_create_payment", { amount });
      const created_at = "2026-04-15T10:30:00.000Z";
      return { payment_id: "p", status: "pending", amount, currency, method, created_at, refunds: [] };
    },
  };
  const { join, call } = testBackend({ livemode: true, providers: [provider], translators: [translator] });
  const pay = async (environment: ProviderEnvironment) => {
    const { apiKey, organisation } = await join("growth");
    organisations.set(organisation, environment);
    await call(apiKey, "POST", "/v1/connections", {
      body: { server_id: "asaas", credentials: { key: "k" } },
    });
    const { body } = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["asaas"] } });
    const { id } = responseSchemas.Session.parse(body);
    const paid = await call(apiKey, "POST", `/v1/sessions/${id}/execute`, {
      body: { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } },
    });
    expect(paid.body).toMatchObject({ success: true });
    return seen.splice(0);
  };
  // as they are prepared and as they are done
  for (const environment of ["test", "live"] as const)
    expect(new Set(await pay(environment))).toEqual(new Set([environment]));
});
