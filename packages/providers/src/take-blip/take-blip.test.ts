import { describeMessaging } from "../testing/describe-messaging.ts";
import { takeBlipSimulation } from "./simulate.ts";
import { takeBlipTranslator } from "./translate.ts";

describeMessaging({
  server: takeBlipSimulation,
  translator: takeBlipTranslator,
  channels: ["whatsapp"],
  templates: true,
  status: "queued",
  messageId: /^[0-9a-f-]{36}$/,
});
