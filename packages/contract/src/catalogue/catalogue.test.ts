import { describe, expect, it } from "vitest";
import { presets, routing, servers } from "../generated/catalogue.ts";
import { findServer, resolvePreset, suggestPresets, suggestServers } from "./catalogue.ts";
import { findNativeTool, nativeToolNames, nativeToolPrefix } from "./native-tool.ts";

describe("the catalogue", () => {
  it("has the 57 servers and more, all in the preset `all`", () => {
    expect(servers.length).toBeGreaterThanOrEqual(57);
    expect([...presets.all].sort()).toEqual(servers.map((server) => server.id).sort());
  });

  it("names only servers that exist in presets and routes", () => {
    const names = JSON.stringify([presets, routing]).match(/"[^"]+"(?=[,\]])/g) ?? [];
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) expect(findServer(JSON.parse(name)), name).toBeDefined();
  });

  it("gives every native tool one server and its prefix", () => {
    const names = nativeToolNames();
    expect(new Set(names).size).toBe(names.length);
    for (const server of servers) {
      for (const tool of server.tools) expect(tool.startsWith(nativeToolPrefix(server.id)), tool).toBe(true);
    }
  });

  it("finds servers and presets by alias", () => {
    expect(findServer("mercado-pago")?.id).toBe("mercadopago");
    expect(resolvePreset("argentine")?.name).toBe("argentinian");
    expect(findServer("__proto__")).toBeUndefined();
    expect(resolvePreset("constructor")).toBeUndefined();
  });

  it.each([
    ["strpe", "stripe"],
    ["mercado pago", "mercadopago"],
    ["nuvem", "nuvem-fiscal"],
    ["Stripe", "stripe"],
    ["corrieos", "correios"],
  ])("suggests for the server %s: %s", (typed, meant) => {
    expect(suggestServers(typed)[0]).toBe(meant);
  });

  it("suggests nothing for what is near to nothing", () => {
    expect(suggestServers("zzzzzzzz")).toEqual([]);
    expect(suggestPresets("brasilian")).toEqual(["brazilian"]);
    expect(suggestPresets("peruvian")).toEqual(Object.keys(presets));
  });
});

describe("findNativeTool", () => {
  it.each([
    ["stripe_create_subscription", "stripe", "moves_money"],
    ["asaas_get_payment", "asaas", "read"],
    ["twilio_lookup_number", "twilio", "read"],
    ["correios_calculate_shipping", "correios", "quote"],
    ["dhl_get_rates", "dhl", "quote"],
    ["z_api_send_text", "z-api", "send"],
    ["nuvem_fiscal_create_nfe", "nuvem-fiscal", "fiscal"],
    ["sefaz_authorize_nfe", "sefaz", "fiscal"],
    ["stripe_create_invoice", "stripe", "moves_money"],
    ["bitso_get_ticker", "bitso", "read"],
  ])("%s is of %s and %s", (name, server, risk) => {
    expect(findNativeTool(name)).toMatchObject({ server, risk });
  });

  it("knows no tool that is not in the catalogue", () => {
    expect(findNativeTool("stripe_steal")).toBeUndefined();
  });
});
