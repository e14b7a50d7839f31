import type { ProviderResponse } from "@codespar/backend/ports";
import { describe, expect, it } from "vitest";
import { describeShipping } from "../testing/describe-shipping.ts";
import { simulate } from "../testing/simulate.ts";
import { melhorEnvioSimulation } from "./simulate.ts";
import { melhorEnvioTranslator } from "./translate.ts";

describeShipping({
  server: melhorEnvioSimulation,
  translator: melhorEnvioTranslator,
  countries: ["BR"],
  cancels: true,
  reportsCreation: true,
  trackingCode: /^ME\d{2}[0-9A-Z]{7}BR$/,
});

describe("the cart", () => {
  const cep = (postal_code: string) => ({ name: "Ana Souza", postal_code });
  const freight = {
    service: 2,
    from: cep("01310100"),
    to: cep("20040002"),
    volumes: [{ height: 10, width: 15, length: 20, weight: 0.5 }],
  };
  const getData = (response: ProviderResponse) => (response.ok ? response.data : {});

  it("buys a freight once, though the list names it twice", async () => {
    const simulation = simulate(melhorEnvioSimulation);
    const { id, price } = getData(await simulation.call("melhor_envio_create_shipment", freight));
    const args = { orders: [String(id), String(id)] };
    const bought = getData(await simulation.call("melhor_envio_checkout_cart", args));
    expect(bought).toMatchObject({ purchase: { total: price, orders: [{ id }] } });
    expect(await simulation.call("melhor_envio_checkout_cart", args)).toMatchObject({ code: "not_found" });
  });

  it("buys all of the freights or none", async () => {
    const simulation = simulate(melhorEnvioSimulation);
    const { id } = getData(await simulation.call("melhor_envio_create_shipment", freight));
    const args = { orders: [String(id), "unknown"] };
    expect(await simulation.call("melhor_envio_checkout_cart", args)).toMatchObject({ code: "not_found" });
    const listed = getData(await simulation.call("melhor_envio_list_shipments", {}));
    expect(listed).toMatchObject({ total: 0 });
  });
});
