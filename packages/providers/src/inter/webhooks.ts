import { textAt } from "../json/native-json.ts";
import { pixSpec } from "../pix-banks/pix-connector.ts";
import { pixWebhooks, readPixSubjects } from "../pix-banks/pix-webhooks.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { interTranslator } from "./translate.ts";

const pix = pixWebhooks("inter", "inter", interTranslator);

/** Inter's webhooks: Pix as the Banco Central has them, and a list of charges by boleto. None is signed; each is a hint. */
export const interWebhooks: WebhookDefinition = {
  ...pix,
  source: `${pixSpec.source}; inter-co/pj-sdk-java`,
  readSubjects(_webhook, body) {
    if (!Array.isArray(body)) return readPixSubjects(body);
    return body.flatMap((charge) => {
      const id = textAt(charge, "codigoSolicitacao");
      const type = textAt(charge, "situacao") ?? "";
      return id === undefined ? [] : [{ key: `${id} ${type}`, type, kind: "boleto", id }];
    });
  },
  readBack: {
    ...pix.readBack,
    boleto: readPaymentBack({
      translator: interTranslator,
      tool: "inter_get_boleto",
      reference: "cobranca.seuNumero",
    }),
  },
};
