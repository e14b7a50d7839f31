import type { Translator } from "@codespar/backend/ports";
import { bacenPix, pixToolsOf } from "../mappings/payments/bacen-pix.ts";
import { translatePay } from "../mappings/payments/translate-pay.ts";

/** Banco do Brasil: Pix as the Banco Central has it. Its boletos are native tools alone. */
export const bancoDoBrasilTranslator: Translator = {
  server: "banco-do-brasil",
  pay: translatePay(bacenPix(pixToolsOf("banco_do_brasil"))),
};
