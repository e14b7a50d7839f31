import type { BrazilIssuer, MexicoIssuer } from "@codespar/contract";
import { merchant } from "./merchant.ts";

const noTax = { cst: "49", rate: 0 };

/**
 * Who issues a sandbox's documents where nobody has stored a fiscal profile: the merchant, a shop under Simples Nacional that
 * sells goods (CSOSN 102, PIS and COFINS 49) and programs, and SAT's public test issuer.
 */
export const testIssuers: { brazil: BrazilIssuer; mexico: MexicoIssuer } = {
  brazil: {
    tax_id: merchant.cnpj,
    name: merchant.name,
    trade_name: merchant.tradeName,
    state_tax_id: "110042490114",
    municipal_tax_id: "12345678",
    tax_regime: "simples_nacional",
    address: {
      postal_code: merchant.postalCode,
      street: "Avenida Paulista",
      number: "1000",
      district: "Bela Vista",
      city: merchant.city,
      city_code: merchant.cityCode,
      state: merchant.state,
    },
    goods: [
      {
        codes: ["*"],
        ncm: "61091000",
        cfop: "5102",
        cfop_interstate: "6108",
        icms: { cst: "102" },
        pis: noTax,
        cofins: noTax,
      },
    ],
    services: [{ codes: ["*"], service_code: "010101", city_service_code: "02919", iss_rate: 2.9 }],
  },
  mexico: {
    tax_id: merchant.rfc,
    name: "ESCUELA KEMPER URGATE",
    tax_regime: "601",
    postal_code: "42501",
    series: { ingreso: "F", egreso: "NC", traslado: "T" },
    products: [{ codes: ["*"], product_key: "53103000" }],
  },
};
