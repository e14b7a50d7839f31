import { defineTools } from "../tools/define-tools.ts";
import { flag, list, nativeInput, number, object, shortText, text } from "../tools/native-input.ts";
import { WHATSAPP_LENGTH } from "../tools/whatsapp-length.ts";

const phone = text("Digits with country code, without the plus: 5511999999999");

/** The native tools of Z-API. */
export const zApiTools = defineTools({
  z_api_send_text: {
    description: "Sends a text to a WhatsApp number.",
    input: nativeInput(
      { phone, message: shortText(WHATSAPP_LENGTH), delayMessage: number("Seconds, 1 to 15") },
      "phone",
      "message",
    ),
  },
  z_api_send_image: {
    description: "Sends a picture by its address or as base64, with a caption.",
    input: nativeInput({ phone, image: text("Address or base64"), caption: text() }, "phone", "image"),
  },
  z_api_send_document: {
    description: "Sends a file, such as the PDF of an invoice or boleto.",
    input: nativeInput(
      { phone, document: text("Address or base64"), extension: text("Such as pdf"), fileName: text() },
      "phone",
      "document",
      "extension",
    ),
  },
  z_api_send_button_list: {
    description: "Sends a text with buttons to choose from.",
    input: nativeInput(
      {
        phone,
        message: text(),
        buttonList: object({ buttons: list(object({ id: text(), label: text() }, "label")) }, "buttons"),
      },
      "phone",
      "message",
      "buttonList",
    ),
  },
  z_api_send_location: {
    description: "Sends a place on the map.",
    input: nativeInput(
      { phone, title: text(), address: text(), latitude: text(), longitude: text() },
      "phone",
      "latitude",
      "longitude",
    ),
  },
  z_api_get_message_status: {
    description: "Z-API has no such call: what becomes of a message is told by its webhooks alone.",
    input: nativeInput({ messageId: text() }, "messageId"),
  },
  z_api_check_number: {
    description: "Checks whether a number has WhatsApp.",
    input: nativeInput({ phone }, "phone"),
  },
  z_api_get_contacts: {
    description: "Lists the contacts of the connected phone.",
    input: nativeInput({ page: number(), pageSize: number() }),
  },
  z_api_get_status: {
    description: "Checks whether the instance is connected to a phone.",
    input: nativeInput({}),
    output: { type: "object", properties: { connected: flag(), smartphoneConnected: flag() } },
  },
});
