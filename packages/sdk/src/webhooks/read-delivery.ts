import { WebhookError } from "./webhook-error.ts";

/** The raw body with its headers, as Node frameworks give them. */
export interface RawDelivery {
  /** Exactly the bytes that arrived. */
  body: string | Uint8Array;
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A delivery: a web `Request`, or raw body and headers. */
export type WebhookInput = Request | RawDelivery;

export interface Delivery {
  id: string;
  timestamp: string;
  signatures: string;
  body: Uint8Array<ArrayBuffer>;
}

/** Body and signature headers of a delivery, whatever it came in. */
export async function readDelivery(input: WebhookInput): Promise<Delivery> {
  return {
    id: header(input, "webhook-id"),
    timestamp: header(input, "webhook-timestamp"),
    signatures: header(input, "webhook-signature"),
    body: await readBody(input),
  };
}

function header({ headers = {} }: WebhookInput, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : lookUp(headers, name);
  const text = typeof value === "string" ? value : value?.join(" ");
  if (text) return text;
  throw new WebhookError("webhook_header_missing", `The delivery has no ${name} header.`);
}

function lookUp(headers: Readonly<Record<string, string | readonly string[] | undefined>>, name: string) {
  return headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

async function readBody(input: WebhookInput): Promise<Uint8Array<ArrayBuffer>> {
  if (input instanceof Request) {
    if (input.bodyUsed) throw bodyGone("The request's body was read already.");
    return new Uint8Array(await input.arrayBuffer());
  }
  const { body } = input;
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return new Uint8Array(body);
  throw bodyGone("The body is a parsed object, and the signature is over the bytes that arrived.");
}

function bodyGone(what: string): WebhookError {
  return new WebhookError(
    "webhook_body_parsed",
    `${what} Pass the raw body: \`await request.text()\`, or in Express \`express.raw({ type: "*/*" })\` before this route.`,
  );
}
