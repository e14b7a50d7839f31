import { describeMessaging } from "../testing/describe-messaging.ts";
import { sendgrid as server } from "./simulate.ts";
import { sendgrid as translator } from "./translate.ts";

describeMessaging({
  server,
  translator,
  channels: ["email"],
  templates: true,
  status: "queued",
  messageId: /^[A-Za-z0-9]{22}$/,
});
