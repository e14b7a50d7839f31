import { ControlRefusal } from "./control-action.ts";

/** Largest body that the control reads, in bytes. */
const maxBytes = 10_000;

/** The JSON object of a request's body; nothing at all counts as an empty one. Throws `ControlRefusal`. */
export async function readObject(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request.body);
  if (text === "") return {};
  const value = parse(text);
  if (isObject(value)) return value;
  throw new ControlRefusal("The body must be a JSON object.");
}

/** Counts the bytes as they come, since what a header says of them need not be true. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > maxBytes) throw new ControlRefusal(`The body is larger than ${maxBytes} bytes.`);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlRefusal("The body is not JSON.");
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
