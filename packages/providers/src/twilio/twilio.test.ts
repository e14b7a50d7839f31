import { describeMessaging } from "../testing/describe-messaging.ts";
import { twilioSimulation } from "./simulate.ts";
import { twilioTranslator } from "./translate.ts";

describeMessaging({
  server: twilioSimulation,
  translator: twilioTranslator,
  channels: ["sms", "whatsapp"],
  templates: false,
  status: "queued",
  messageId: /^SM[0-9a-f]{32}$/,
});
