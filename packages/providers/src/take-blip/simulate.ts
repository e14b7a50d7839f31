import type { JsonObject } from "@codespar/contract";
import { generateUuid } from "@codespar/formats";
import { normalisePhone, phoneDigits } from "../engines/messaging/phone-number.ts";
import { messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { fillTemplate } from "../engines/messaging/templates.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { takeBlipTools } from "./tools.ts";

/** Take Blip speaks LIME: nodes such as `5511…@wa.gw.msging.net`, UUID ids, reasons by number. */
export const takeBlipSimulation = defineSimulation({
  id: "take-blip",
  tools: takeBlipTools,
  handlers: {
    take_blip_send_message: (args, context) => send(args, textAt(args, "content") ?? "", context),
    take_blip_send_notification(args, context) {
      const name = textAt(args, "content.template.name") ?? "";
      const body = objectsAt(args, "content.template.components").find(
        (each) => textAt(each, "type") === "body",
      );
      const filled = fillTemplate(
        context,
        name,
        objectsAt(body, "parameters").map((each) => textAt(each, "text") ?? ""),
      );
      if (typeof filled === "string")
        return new Refusal("invalid_template", `Template refused: ${filled}`, "132");
      return send(args, filled.text, context, name);
    },
  },
  due: messageDue,
});

function send(args: JsonObject, body: string, context: CallContext, template?: string): JsonObject | Refusal {
  const phone = normalisePhone(textAt(args, "to"));
  // the sender names the message
  const id = textAt(args, "id") ?? generateUuid(context.random);
  const message =
    phone === undefined
      ? "undeliverable"
      : sendMessage(context, { id, channel: "whatsapp", to: phone, text: body, template });
  if (message === "undeliverable")
    return new Refusal("destination_not_found", "The destination was not found", "61");
  return { id, to: `${phoneDigits(message.to)}@wa.gw.msging.net`, event: "accepted" };
}
