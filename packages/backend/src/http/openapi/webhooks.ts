/** What triggers deliver, for `webhooks`: one request for every type of event, by Standard Webhooks. */
export const webhooks = {
  event: {
    post: {
      operationId: "event",
      summary: "Something happened, and a trigger asked to hear of it.",
      description:
        "Signed as standardwebhooks.com says, with the trigger's secret: HMAC-SHA256 over `id.timestamp.body`. At least once, in no promised order.",
      security: [],
      parameters: [
        header("webhook-id", "The event's id, the same at every attempt.", {
          type: "string",
          pattern: "^evt_",
        }),
        header("webhook-timestamp", "Seconds since 1970.", { type: "string", pattern: "^\\d+$" }),
        header("webhook-signature", "`v1,` and base64; two of them while a rotated secret overlaps.", {
          type: "string",
          pattern: "^v1,[A-Za-z0-9+/]+=*( v1,[A-Za-z0-9+/]+=*)*$",
        }),
      ],
      requestBody: {
        required: true,
        content: { "application/json": { schema: { $ref: "#/components/schemas/WebhookEvent" } } },
      },
      responses: {
        "2XX": { description: "Taken. Anything else, or nothing within 10 seconds, is tried again." },
      },
    },
  },
};

function header(name: string, description: string, schema: object): object {
  return { name, in: "header", required: true, description, schema };
}
