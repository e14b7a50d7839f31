import { describeMessaging } from "../testing/describe-messaging.ts";
import { evolutionApiSimulation } from "./simulate.ts";
import { evolutionApiTranslator } from "./translate.ts";

describeMessaging({
  server: evolutionApiSimulation,
  translator: evolutionApiTranslator,
  channels: ["whatsapp"],
  templates: false,
  status: "queued",
  messageId: /^3EB0[0-9A-F]{18}$/,
});
