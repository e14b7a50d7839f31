import type { JsonObject } from "@codespar/contract";
import type { Sandbox } from "@codespar/sandbox-core";
import type { ApiClient } from "./api-client.ts";

const buyer = {
  name: "Maria da Conceição Araújo",
  document: "52998224725",
  email: "maria@example.com",
  phone: "+5541987654321",
  address: {
    postal_code: "80010-000",
    street: "Rua das Flores",
    number: "12",
    district: "Centro",
    city: "Curitiba",
    state: "PR",
  },
};
const goods = [
  { description: "Camiseta azul, tamanho M", quantity: 2, unit_amount: 5_995, code: "61091000" },
  { description: "Boné ajustável", quantity: 1, unit_amount: 4_000, code: "65050090" },
];
const issuers: Readonly<Record<string, readonly string[]>> = {
  nfe: ["nuvem-fiscal", "focus-nfe", "nfe-io", "sefaz"],
  nfce: ["nuvem-fiscal"],
  nfse: ["nuvem-fiscal", "focus-nfe"],
  cte: ["nuvem-fiscal", "sefaz"],
  mdfe: ["nuvem-fiscal"],
  cfdi: ["facturapi", "facturama"],
};
const places: Readonly<Record<string, readonly [object, object]>> = {
  BR: [{ postal_code: "01310-100" }, { postal_code: "69005-010" }],
  MX: [
    { postal_code: "06600", state: "CDMX", city: "Ciudad de México", district: "Juárez" },
    { postal_code: "97000", state: "YUC", city: "Mérida", district: "Centro" },
  ],
  AR: [{ postal_code: "C1425ABC" }, { postal_code: "9410" }],
};
const carriers = [
  ["melhor-envio", "BR"],
  ["correios", "BR"],
  ["skydropx", "MX"],
  ["andreani", "AR"],
] as const;

/** Has providers issue papers of each kind; returns where each is printed. */
export async function issuePapers(
  api: ApiClient,
  { clock }: Pick<Sandbox, "clock">,
): Promise<Map<string, string>> {
  const urls = new Map<string, string>();
  const keep = (name: string, url: unknown) => {
    if (typeof url !== "string") throw new Error(`${name} has no address`);
    urls.set(name, url);
  };
  for (const [type, providers] of Object.entries(issuers)) {
    for (const provider of providers) {
      const isCfdi = type === "cfdi";
      const customer = isCfdi
        ? {
            name: "PUBLICO EN GENERAL",
            document: "GODE561231GR8",
            tax_regime: "612",
            address: { postal_code: "65000" },
          }
        : buyer;
      const items = isCfdi ? goods.map((item) => ({ ...item, code: "53103000" })) : goods;
      const issued = await api.execute([provider], "codespar_invoice", { type, customer, items });
      await clock.advance("5s");
      const { invoice_id } = issued;
      const { pdf_url } = await api.execute([provider], "codespar_invoice", { action: "get", invoice_id });
      keep(`${type}-${provider}`, pdf_url ?? issued.pdf_url);
    }
  }
  const boleto = {
    method: "boleto",
    amount: 15_990,
    currency: "BRL",
    customer: buyer,
    description: "Pedido 1042",
  };
  for (const provider of ["asaas", "inter"]) {
    const paid = await api.execute([provider], "codespar_pay", boleto);
    keep(`boleto-${provider}`, getField(paid.boleto, "pdf_url"));
  }
  for (const [provider, country] of carriers) {
    const [origin, destination] = places[country] ?? [];
    const consignment = {
      origin: { ...origin, country },
      destination: { ...destination, country },
      packages: [{ weight_g: 800, length_cm: 20, width_cm: 15, height_cm: 10, declared_value: 15_990 }],
    };
    const { quotes } = await api.execute([provider], "codespar_ship", { action: "quote", ...consignment });
    const service_id = Array.isArray(quotes) ? getField(quotes[0], "service_id") : undefined;
    const recipient = {
      name: buyer.name,
      email: buyer.email,
      phone: buyer.phone,
      address: "Rua das Flores, 12, apto 34",
    };
    const label = { action: "label", ...consignment, service_id, recipient };
    keep(`label-${provider}`, (await api.execute([provider], "codespar_ship", label)).label_url);
  }
  return urls;
}

function getField(value: JsonObject[string] | undefined, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
