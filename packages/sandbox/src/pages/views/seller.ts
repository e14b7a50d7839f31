import type { Merchant } from "@codespar/providers/simulated";
import type { Party } from "../documents/party.ts";

/** The fictitious shop behind every account, as papers name it. */
export function getSeller(merchant: Merchant): Party {
  return {
    name: merchant.name,
    document: merchant.cnpj,
    stateTaxId: "110042490114",
    street: "Avenida Paulista, 1000",
    district: "Bela Vista",
    city: merchant.city,
    state: merchant.state,
    postalCode: merchant.postalCode,
    phone: merchant.phone,
    email: merchant.email,
  };
}
