import { describeMessaging } from "../testing/describe-messaging.ts";
import { takeBlip as server } from "./simulate.ts";
import { takeBlip as translator } from "./translate.ts";

describeMessaging({
  server,
  translator,
  channels: ["whatsapp"],
  templates: true,
  status: "queued",
  messageId: /^[0-9a-f-]{36}$/,
});
