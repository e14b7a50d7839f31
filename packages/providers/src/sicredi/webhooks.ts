import { textAt } from "../json/native-json.ts";
import { pixWebhooks, readPixSubjects } from "../pix-banks/pix-webhooks.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { sicrediTranslator } from "./translate.ts";

const pix = pixWebhooks("sicredi", "sicredi", sicrediTranslator);

/** Sicredi's webhooks: Pix as the Banco Central has them, and one event for each movement of a boleto. None is signed. */
export const sicrediWebhooks: WebhookDefinition = {
  ...pix,
  source: "bacen/pix-api openapi.yaml 2.9.0; the events of boletos are remembered from the bank's manual",
  confidence: "unverified",
  readSubjects(_webhook, body) {
    const id = textAt(body, "nossoNumero");
    if (id === undefined) return readPixSubjects(body);
    const type = textAt(body, "movimento") ?? "";
    return [{ key: textAt(body, "idEventoWebhook") ?? `${id} ${type}`, type, kind: "boleto", id }];
  },
  readBack: {
    ...pix.readBack,
    boleto: readPaymentBack({
      translator: sicrediTranslator,
      tool: "sicredi_get_boleto",
      reference: "idTituloEmpresa",
    }),
  },
};
