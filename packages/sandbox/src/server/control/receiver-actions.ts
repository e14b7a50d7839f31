import type { WebhookReceiver } from "../../dashboard/webhook-receiver.ts";
import { type ControlActions, ControlRefusal } from "./control-action.ts";

/** The receiver of webhooks that the inspector shows. */
export function receiverActions(receiver: WebhookReceiver, publicUrl: () => string): ControlActions {
  const describe = () => ({
    url: publicUrl() + receiver.path,
    status: receiver.status,
    data: receiver.received(),
  });
  return {
    "GET /sandbox/receiver": async () => describe(),
    "POST /sandbox/receiver": async ({ body: { status } }) => {
      if (typeof status !== "number" || !Number.isInteger(status) || status < 200 || status > 599)
        throw new ControlRefusal(
          "status must be what the receiver responds with, from 200 to 599.",
          "status",
        );
      receiver.status = status;
      return describe();
    },
  };
}
