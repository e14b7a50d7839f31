import { connectors } from "@codespar/providers/connect";
import { describe, expect, it } from "vitest";
import { resolveConfig } from "../config/resolve-config.ts";
import { goodKey, startFakeAsaas } from "../testing/fake-asaas.ts";
import { ask } from "../testing/gateway-process.ts";
import { startTestGateway } from "../testing/start-test-gateway.ts";
import { findProbe } from "./find-probe.ts";
import { liveProviders } from "./live-providers.ts";

async function providersWith(providers: object) {
  const config = await resolveConfig({ directory: "/nowhere", environment: {}, flags: { providers } });
  const store = {
    readOrganisation: async (id: string) =>
      id === "org_none"
        ? undefined
        : { id, plan: "hobby" as const, overageEnabled: false, livemode: id === "org_live", createdAt: 0 },
  };
  return liveProviders({ config, store, clock: Date });
}

describe("live providers", () => {
  it("are all that have a connector, those that are named, or all but some", async () => {
    const ids = async (providers: object) => (await providersWith(providers)).map(({ id }) => id);
    expect(await ids({})).toEqual([...connectors.keys()]);
    expect(await ids({ on: ["stripe"] })).toEqual(["stripe"]);
    expect(await ids({ off: ["stripe"] })).not.toContain("stripe");
  });

  it("are live for live organisations and their tenants, and test for test ones, whatever is configured", async () => {
    const [asaas] = await providersWith({ on: ["asaas"], testAddresses: { asaas: "http://127.0.0.1:9" } });
    const environment = async (account: string) => (await asaas?.connectedFor(account))?.environment;
    expect(await environment("org_live")).toBe("live");
    expect(await environment("org_live/acme")).toBe("live");
    expect(await environment("org_test/acme")).toBe("test");
    await expect(environment("org_none")).rejects.toThrow("There is no organisation org_none.");
    expect(await asaas?.checkCredentials({ api_key: "$aact_hmlg_x" }, "org_live")).toMatch(
      /test environment/,
    );
    expect(await asaas?.checkCredentials({ api_key: "$aact_prod_x" }, "org_test")).toMatch(
      /live environment/,
    );
  });

  it("have each a read with which credentials can be tried", async () => {
    const probes = (await providersWith({})).map(({ id, tools }) => [id, findProbe(tools)]);
    expect(Object.fromEntries(probes)).toMatchObject({
      asaas: "asaas_get_balance",
      mercadopago: "mercadopago_search_payments",
      stripe: "stripe_get_balance",
    });
  });

  it("whose provider refuses the credentials are marked, reported once, and not replaced by another", async () => {
    const asaas = await startFakeAsaas();
    const { url, testKey } = await startTestGateway({ providers: { testAddresses: { asaas: asaas.url } } });
    const call = (method: string, path: string, body?: object) => ask(url, testKey, method, path, body);
    const connect = (api_key: string) =>
      call("POST", "/v1/connections", { server_id: "asaas", credentials: { api_key } });
    await connect("$aact_hmlg_revoked_meanwhile");
    const { body: session } = await call("POST", "/v1/sessions", { servers: ["asaas"] });
    const balance = () =>
      call("POST", `/v1/sessions/${session.id}/execute`, { name: "asaas_get_balance", arguments: {} });
    for (let times = 0; times < 2; times += 1) {
      expect((await balance()).body).toMatchObject({ success: false, error: { code: "needs_connection" } });
    }
    const status = async () => (await call("GET", "/v1/connections")).body.data[0].status;
    while ((await status()) !== "expired");
    const events = await call("GET", "/v1/events?type=connection.expired");
    expect(events.body.data).toMatchObject([
      { livemode: false, data: { server_id: "asaas", reason: "refused" } },
    ]);
    await connect(goodKey);
    expect(await status()).toBe("connected");
    expect((await balance()).body).toMatchObject({ success: true });
  });
});
