import type { JsonObject } from "@codespar/contract";
import { putWebhookEndpoint } from "../emulation/webhook-endpoints.ts";
import {
  getCob,
  getPixRefund,
  listPixReceived,
  putCob,
  refundPix,
  updateCob,
} from "../engines/payments/bacen-pix.ts";
import type { Institution } from "../engines/payments/create-charge.ts";
import { textAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulatedTool } from "../simulation/provider-definition.ts";
import type { PixVerb } from "./pix-tools.ts";

type Handler = NonNullable<SimulatedTool["handle"]>;

/** What the simulation of a bank does for the Pix tools under its prefix. */
export function pixHandlers<const Prefix extends string>(
  prefix: Prefix,
  institution: Institution,
): Readonly<Record<`${Prefix}_${PixVerb}`, Handler>> {
  const handlers: Readonly<Record<PixVerb, Handler>> = {
    create_pix_charge: (args, context) => putCob(args, context, institution),
    get_pix_charge: getCob,
    update_pix_charge: updateCob,
    list_pix_received: listPixReceived,
    refund_pix: refundPix,
    get_pix_refund: getPixRefund,
    create_webhook: setWebhook,
  };
  const named = Object.entries(handlers).map(([verb, handle]) => [`${prefix}_${verb}`, handle]);
  // names that are put together are text to the compiler
  return Object.fromEntries(named) as Record<`${Prefix}_${PixVerb}`, Handler>;
}

/** `PUT /webhook/{chave}`: a key has one address, and the last one counts. */
function setWebhook(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const url = textAt(args, "webhookUrl") ?? "";
  const key = textAt(args, "chave") ?? context.merchant.pixKey;
  if (!URL.canParse(url) || !url.startsWith("http"))
    return new Refusal("invalid_request", "webhookUrl is no address.", "WebhookOperacaoInvalida");
  putWebhookEndpoint(context, { id: `pix ${key}`, url, secret: "", events: ["pix"], enabled: true });
  return { webhookUrl: url, chave: key };
}
