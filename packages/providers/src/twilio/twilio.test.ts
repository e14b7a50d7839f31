import { describeMessaging } from "../testing/describe-messaging.ts";
import { twilio as server } from "./simulate.ts";
import { twilio as translator } from "./translate.ts";

describeMessaging({
  server,
  translator,
  channels: ["sms", "whatsapp"],
  templates: false,
  status: "queued",
  messageId: /^SM[0-9a-f]{32}$/,
});
