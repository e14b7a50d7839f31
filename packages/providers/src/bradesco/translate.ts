import type { Translator } from "@codespar/backend/ports";
import { bacenPix, pixToolsOf } from "../mappings/payments/bacen-pix.ts";
import { translatePay } from "../mappings/payments/translate-pay.ts";

/** Bradesco: Pix as the Banco Central has it. Its boletos are native tools alone. */
export const bradescoTranslator: Translator = {
  server: "bradesco",
  pay: translatePay(bacenPix(pixToolsOf("bradesco"))),
};
