import type { MessageKey } from "../../i18n/messages.ts";
import type { Text } from "../../i18n/use-text.ts";

const proper: Readonly<Record<string, string>> = {
  pix: "Pix",
  boleto: "Boleto",
  spei: "SPEI",
  oxxo: "OXXO",
  pse: "PSE",
  webpay: "Webpay",
};
const translated: Readonly<Record<string, MessageKey>> = {
  credit_card: "method.credit_card",
  debit_card: "method.debit_card",
  wallet: "method.wallet",
};

/** A payment method by the name that people know it by; what is not known stays as it is written. */
export function methodName(method: string, t: Text["t"]): string {
  const key = translated[method];
  return key === undefined ? (proper[method] ?? method.replaceAll("_", " ")) : t(key);
}
