import { describeMessaging } from "../testing/describe-messaging.ts";
import { infobip as server } from "./simulate.ts";
import { infobip as translator } from "./translate.ts";

describeMessaging({
  server,
  translator,
  channels: ["sms", "whatsapp", "email"],
  templates: false,
  status: "queued",
  messageId: /^[0-9a-f-]{36}$/,
});
