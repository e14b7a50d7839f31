import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, object, oneOf, text } from "../tools/native-input.ts";

const address = object({ email: text(), name: text() }, "email");

const from = { ...address, description: "A verified sender; the account's default when left out" };

const content = list(object({ type: text("text/plain or text/html"), value: text() }, "type", "value"));

const personalizations = list(
  object({ to: list(address), subject: text(), dynamic_template_data: object({}) }, "to"),
);

const custom_args = { ...object({}), description: "Texts that come back in every event of the message" };

/** The native tools of SendGrid. */
export const sendgridTools = defineTools({
  sendgrid_send_email: {
    description: "Sends an e-mail.",
    input: nativeInput(
      {
        personalizations,
        from,
        reply_to: address,
        subject: text(),
        content,
        custom_args,
        categories: list(text()),
      },
      "personalizations",
      "content",
    ),
  },
  sendgrid_send_template: {
    description: "Sends a dynamic template with its data.",
    input: nativeInput(
      { personalizations, from, template_id: text(), custom_args },
      "personalizations",
      "template_id",
    ),
  },
  sendgrid_get_message: {
    description: "Gets a message with its status (Email Activity).",
    input: nativeInput({ msg_id: text() }, "msg_id"),
  },
  sendgrid_list_templates: {
    description: "Lists the dynamic templates.",
    input: nativeInput({
      generations: oneOf("dynamic", "legacy"),
      page_size: integer("1 to 200"),
      page_token: text(),
    }),
  },
  sendgrid_add_suppression: {
    description: "Puts addresses on the list of those that get no more mail.",
    input: nativeInput({ recipient_emails: list(text()) }, "recipient_emails"),
  },
});
