import type { NativeCalls, Translator } from "@codespar/backend/ports";
import type { JsonObject, NotifyInput } from "@codespar/contract";
import { requiredText } from "../json/native-json.ts";
import { channelNotSupported, firstLine, messageText } from "../mappings/messaging/message-content.ts";
import { numberedVariables } from "../mappings/messaging/template-parameters.ts";
import { orUndeliverable } from "../mappings/messaging/undeliverable.ts";

/** SendGrid returns 202 and sends later. A subject is required; without one the text's first line serves. */
export const sendgridTranslator: Translator = {
  server: "sendgrid",
  async notify(input, native) {
    const { channel, to } = input;
    if (channel !== "email") throw channelNotSupported("SendGrid", input);
    const response = await orUndeliverable(send(input, native), to, ({ message }) =>
      /valid address/i.test(message),
    );
    return { message_id: requiredText(response, "message_id"), status: "queued", channel, to };
  },
};

function send(input: NotifyInput, native: NativeCalls): Promise<JsonObject> {
  const to = [{ email: input.to }];
  const { template, variables, subject } = input;
  if (template !== undefined) {
    return native.effect("sendgrid_send_template", {
      personalizations: [
        {
          to,
          dynamic_template_data: {
            ...numberedVariables(variables),
            ...(subject === undefined ? {} : { subject }),
          },
        },
      ],
      template_id: template,
    });
  }
  const value = messageText(input, "SendGrid");
  return native.effect("sendgrid_send_email", {
    personalizations: [{ to }],
    subject: subject ?? firstLine(value),
    content: [{ type: "text/plain", value }],
  });
}
