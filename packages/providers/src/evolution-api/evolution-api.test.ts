import { describeMessaging } from "../testing/describe-messaging.ts";
import { evolutionApi as server } from "./simulate.ts";
import { evolutionApi as translator } from "./translate.ts";

describeMessaging({
  server,
  translator,
  channels: ["whatsapp"],
  templates: false,
  status: "queued",
  messageId: /^3EB0[0-9A-F]{18}$/,
});
