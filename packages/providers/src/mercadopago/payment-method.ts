import type { Currency, JsonObject, PaymentMethod } from "@codespar/contract";

export interface NativeMethod {
  method: PaymentMethod;
  type: string;
  currencies: readonly Currency[];
}

export const countries: readonly Currency[] = ["BRL", "MXN", "ARS", "COP", "CLP"];

/** What is not a card, by Mercado Pago's id. */
export const methods: ReadonlyMap<string, NativeMethod> = new Map([
  ["pix", { method: "pix", type: "bank_transfer", currencies: ["BRL"] }],
  ["bolbradesco", { method: "boleto", type: "ticket", currencies: ["BRL"] }],
  ["clabe", { method: "spei", type: "bank_transfer", currencies: ["MXN"] }],
  ["oxxo", { method: "oxxo", type: "ticket", currencies: ["MXN"] }],
  ["pse", { method: "pse", type: "bank_transfer", currencies: ["COP"] }],
  ["account_money", { method: "wallet", type: "account_money", currencies: countries }],
]);

const names: readonly (readonly [id: string, name: string, type: string, least: number, most: number])[] = [
  ["pix", "PIX", "bank_transfer", 0.01, 70_000],
  ["bolbradesco", "Boleto", "ticket", 4, 100_000],
  ["account_money", "Dinheiro na conta do Mercado Pago", "account_money", 0, 999_999_999],
  ["visa", "Visa", "credit_card", 0.5, 60_000],
  ["master", "Mastercard", "credit_card", 0.5, 60_000],
  ["elo", "Elo", "credit_card", 0.5, 60_000],
  ["hipercard", "Hipercard", "credit_card", 0.5, 60_000],
  ["amex", "American Express", "credit_card", 0.5, 60_000],
  ["debelo", "Elo Débito", "debit_card", 0.5, 60_000],
];

/** The methods of a Brazilian account; the amounts are unverified. */
export function listPaymentMethods(): JsonObject {
  return {
    payment_methods: names.map(([id, name, type, least, most]) => ({
      id,
      name,
      payment_type_id: type,
      status: "active",
      secure_thumbnail: null,
      thumbnail: null,
      deferred_capture: type === "credit_card" ? "supported" : "does_not_apply",
      settings: [],
      additional_info_needed:
        type === "ticket" ? ["identification_type", "identification_number", "first_name", "last_name"] : [],
      min_allowed_amount: least,
      max_allowed_amount: most,
      accreditation_time: type === "credit_card" ? 2880 : type === "ticket" ? 1440 : 0,
      financial_institutions: [],
      processing_modes: ["aggregator"],
    })),
  };
}
