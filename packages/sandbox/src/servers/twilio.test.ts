import { twilio as translator } from "@codespar/backend/testing";
import { describeMessaging } from "../testing/describe-messaging.ts";
import { twilio as server } from "./twilio.ts";

describeMessaging({
  server,
  translator,
  channels: ["sms", "whatsapp"],
  templates: false,
  status: "queued",
  messageId: /^SM[0-9a-f]{32}$/,
});
