import { describeMessaging } from "../testing/describe-messaging.ts";
import { sendgridSimulation } from "./simulate.ts";
import { sendgridTranslator } from "./translate.ts";

describeMessaging({
  server: sendgridSimulation,
  translator: sendgridTranslator,
  channels: ["email"],
  templates: true,
  status: "queued",
  messageId: /^[A-Za-z0-9]{22}$/,
});
