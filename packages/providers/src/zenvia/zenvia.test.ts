import { describeMessaging } from "../testing/describe-messaging.ts";
import { zenviaSimulation } from "./simulate.ts";
import { zenviaTranslator } from "./translate.ts";

describeMessaging({
  server: zenviaSimulation,
  translator: zenviaTranslator,
  channels: ["sms", "whatsapp", "email"],
  templates: true,
  status: "sent",
  messageId: /^[0-9a-f-]{36}$/,
});
