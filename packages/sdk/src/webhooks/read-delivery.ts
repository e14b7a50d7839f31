import { concat, toBytes } from "./bytes.ts";
import { WebhookError } from "./webhook-error.ts";

type HeaderValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The raw body with its headers, as Node frameworks give them. */
export interface RawDelivery {
  /** Exactly the bytes that arrived. */
  body: string | ArrayBuffer | ArrayBufferView;
  headers: Headers | HeaderValues;
}

/** A web `Request`, or Node's own: whose body can still be read. */
export type UnreadRequest =
  | { headers: Headers; arrayBuffer(): Promise<ArrayBuffer>; bodyUsed?: boolean | undefined }
  | (AsyncIterable<Uint8Array | string> & { headers: HeaderValues });

/** Hono's `c.req`. */
export interface HonoDelivery {
  header(name: string): string | undefined;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A delivery: a web `Request`, Node's or Hono's request, or raw body and headers. */
export type WebhookInput = Request | RawDelivery | UnreadRequest | HonoDelivery;

export interface Delivery {
  id: string;
  timestamp: string;
  signatures: string;
  body: Uint8Array<ArrayBuffer>;
}

/** What an input can have. It is known by its shape: `instanceof` holds in one realm only, and jsdom has classes of its own. */
interface Shape {
  headers?: Headers | HeaderValues | null | undefined;
  header?: unknown;
  /** Where frameworks keep the bytes beside what they made of them. */
  rawBody?: unknown;
  body?: unknown;
  bodyUsed?: unknown;
  arrayBuffer?: unknown;
}

/** Body and signature headers of a delivery, whatever it came in. */
export async function readDelivery(input: WebhookInput): Promise<Delivery> {
  // a caller without types can pass anything
  const shape: Shape = Object(input);
  return {
    id: header(shape, "webhook-id"),
    timestamp: header(shape, "webhook-timestamp"),
    signatures: header(shape, "webhook-signature"),
    body: await readBody(shape),
  };
}

function header(input: Shape, name: string): string {
  const headers = input.headers ?? {};
  let value: unknown;
  if (typeof input.header === "function") value = input.header(name);
  else if (isHeaders(headers)) value = headers.get(name);
  else value = lookUp(headers, name);
  const text = Array.isArray(value) ? value.join(" ") : value;
  if (typeof text === "string" && text !== "") return text;
  throw new WebhookError("webhook_header_missing", `The delivery has no ${name} header.`);
}

function isHeaders(headers: Headers | HeaderValues): headers is Headers {
  return typeof headers.get === "function";
}

function lookUp(headers: HeaderValues, name: string) {
  return headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

async function readBody(input: Shape): Promise<Uint8Array<ArrayBuffer>> {
  const { rawBody, body = input } = input;
  if (typeof input.arrayBuffer === "function") {
    if (input.bodyUsed === true) throw bodyGone("The request's body was read already.");
    return new Uint8Array(await input.arrayBuffer());
  }
  const bytes = toBytes(rawBody) ?? toBytes(body) ?? (await readStream(body));
  if (bytes !== undefined) return bytes;
  throw bodyGone("The body is a parsed object, and the signature is over the bytes that arrived.");
}

/** What is left of a stream; undefined for what is none. */
async function readStream(stream: unknown): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!isAsyncIterable(stream)) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(toBytes(chunk) ?? new Uint8Array());
  if (chunks.length === 0) throw bodyGone("The request's body was read already, or it is empty.");
  return concat(chunks);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof Object(value)[Symbol.asyncIterator] === "function";
}

function bodyGone(what: string): WebhookError {
  return new WebhookError(
    "webhook_body_parsed",
    `${what} Pass the raw body: \`await request.text()\`, or in Express \`express.raw({ type: "*/*" })\` before this route.`,
  );
}
