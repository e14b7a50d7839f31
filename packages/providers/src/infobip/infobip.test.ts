import { describeMessaging } from "../testing/describe-messaging.ts";
import { infobipSimulation } from "./simulate.ts";
import { infobipTranslator } from "./translate.ts";

describeMessaging({
  server: infobipSimulation,
  translator: infobipTranslator,
  channels: ["sms", "whatsapp", "email"],
  templates: false,
  status: "queued",
  messageId: /^[0-9a-f-]{36}$/,
});
