import { takeBlip as translator } from "@codespar/backend/testing";
import { describeMessaging } from "../testing/describe-messaging.ts";
import { takeBlip as server } from "./take-blip.ts";

describeMessaging({
  server,
  translator,
  channels: ["whatsapp"],
  templates: true,
  status: "queued",
  messageId: /^[0-9a-f-]{36}$/,
});
