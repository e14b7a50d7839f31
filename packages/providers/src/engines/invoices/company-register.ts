import { bareText, isValidCnpj } from "@codespar/formats";
import type { Merchant } from "../../simulation/merchant.ts";
import { Refusal } from "../../simulation/provider-definition.ts";

export interface RegisteredCompany {
  /** Fourteen characters without mask. */
  cnpj: string;
  name: string;
  tradeName: string;
  state: string;
  city: string;
  cityCode: string;
  postalCode: string;
}

/** The fictitious company register: the merchant, and for every other valid CNPJ a company named after its root. */
export function lookUpCompany(cnpj: string | undefined, merchant: Merchant): RegisteredCompany | Refusal {
  const bare = bareText(cnpj ?? "");
  if (!isValidCnpj(bare)) {
    return new Refusal("invalid_document", `CNPJ ${cnpj ?? ""} is not valid. Check its digits.`, "400");
  }
  const { state, city, cityCode, postalCode } = merchant;
  const [name, tradeName] =
    bare === merchant.cnpj
      ? [merchant.name, merchant.tradeName]
      : [`Empresa Ficticia ${bare.slice(0, 8)} Ltda`, `FICTICIA ${bare.slice(0, 8)}`];
  return { cnpj: bare, name, tradeName, state, city, cityCode, postalCode };
}
