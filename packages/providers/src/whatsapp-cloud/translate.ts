import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { NotifyInput } from "@codespar/contract";
import { requiredText, textAt } from "../json/native-json.ts";
import { channelNotSupported, messageText, phoneDigits } from "../mappings/messaging/message-content.ts";
import { bodyParameters } from "../mappings/messaging/template-parameters.ts";
import { orUndeliverable } from "../mappings/messaging/undeliverable.ts";

/** Meta accepts a message before it sends it; its errors for a number without WhatsApp are 131026 and 131009. */
export const whatsappCloudTranslator: Translator = {
  server: "whatsapp-cloud",
  async notify(input, native) {
    const { channel, to } = input;
    if (channel !== "whatsapp") throw channelNotSupported("WhatsApp Cloud API", input);
    const response = await orUndeliverable(
      send(input, native),
      to,
      ({ providerCode }) => providerCode === "131026" || providerCode === "131009",
    );
    // a template whose quality Meta looks at first, or that it paused, has not left
    const isHeld = (textAt(response, "messages.0.message_status") ?? "accepted") !== "accepted";
    const status = isHeld ? "queued" : "sent";
    return { message_id: requiredText(response, "messages.0.id"), status, channel, to };
  },
};

function send(input: NotifyInput, native: NativeCalls) {
  const to = phoneDigits(input.to);
  const { template, variables } = input;
  if (template === undefined) {
    return native.effect("whatsapp_cloud_send_text", {
      to,
      text: { body: messageText(input, "WhatsApp Cloud API") },
    });
  }
  return native.effect("whatsapp_cloud_send_template", {
    to,
    template: {
      name: template,
      language: { policy: "deterministic", code: getLanguage(input.to) },
      components: bodyParameters(variables),
    },
  });
}

/** Templates are approved by language: Portuguese for Brazil, Spanish for the others. */
function getLanguage(to: string): string {
  return to.startsWith("+55") ? "pt_BR" : "es";
}
