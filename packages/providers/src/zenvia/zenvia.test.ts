import { describeMessaging } from "../testing/describe-messaging.ts";
import { zenvia as server } from "./simulate.ts";
import { zenvia as translator } from "./translate.ts";

describeMessaging({
  server,
  translator,
  channels: ["sms", "whatsapp", "email"],
  templates: true,
  status: "sent",
  messageId: /^[0-9a-f-]{36}$/,
});
