import type { BackendRequest } from "../ports/http-message.ts";

type ReadBody = Pick<BackendRequest, "body" | "bodyFault">;

/** The body of a request as text, of at most `limit` bytes, or why it cannot be read. Never rejects. */
export async function readBody(request: Request, limit: number): Promise<ReadBody> {
  const { method, headers } = request;
  if (method === "GET" || method === "HEAD") return {};
  const declared = headers.get("content-length");
  if (Number(declared ?? 0) > limit) return { bodyFault: "too_large" };
  try {
    // a declared length is kept by the HTTP parser below; only a body that comes in chunks has to be counted
    const isDeclared = declared !== null && !headers.has("transfer-encoding");
    const bytes = isDeclared ? await request.arrayBuffer() : await readChunks(request, limit);
    return bytes === undefined ? { bodyFault: "too_large" } : decode(bytes);
  } catch {
    return { bodyFault: "incomplete" };
  }
}

/** Undefined as soon as there are more bytes than `limit`; the rest is not read. */
async function readChunks({ body }: Request, limit: number): Promise<Uint8Array | undefined> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(next.value);
  }
  return join(chunks, size);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return joined;
}

function decode(bytes: ArrayBuffer | Uint8Array): ReadBody {
  if (bytes.byteLength === 0) return {};
  try {
    return { body: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { bodyFault: "not_utf8" };
  }
}
