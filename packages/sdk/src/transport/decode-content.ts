import { pipeline, Readable, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import type { TransportResponse } from "@codespar/contract";

/** Content codings that servers use (RFC 9110 §8.4.1, RFC 7932, RFC 9659); `deflate` is the zlib format. */
const decoders: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ["gzip", zlib.createGunzip],
  ["x-gzip", zlib.createGunzip],
  ["deflate", zlib.createInflate],
  ["br", zlib.createBrotliDecompress],
  ["zstd", zlib.createZstdDecompress],
]);

/** The response as its server wrote it, before something compressed it. A body that was cut off throws when it is read. */
export function decodeContent(response: TransportResponse): TransportResponse {
  const coding = response.headers["content-encoding"];
  if (coding === undefined || coding === "" || coding === "identity") return response;
  const stream = () => decode(response.stream(), coding);
  return {
    ...response,
    stream,
    async text() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream()) chunks.push(chunk);
      return new TextDecoder().decode(Buffer.concat(chunks));
    },
  };
}

async function* decode(body: AsyncIterable<Uint8Array>, coding: string): AsyncGenerator<Uint8Array> {
  const names = coding.split(",").map((name) => name.trim().toLowerCase());
  // the coding that was applied last is undone first
  const steps = names
    .filter((name) => name !== "identity")
    .map(createDecoder)
    .reverse();
  let isEmpty = true;
  let failure: { reason: unknown } | undefined;
  async function* source() {
    try {
      for await (const chunk of body) {
        isEmpty = false;
        yield chunk;
      }
    } catch (reason) {
      failure = { reason };
      throw reason;
    }
  }
  const bytes = Readable.from(source(), { objectMode: false });
  // the callback has what the last step throws anyway
  const decoded = steps.reduce<Readable>((from, step) => pipeline(from, step, () => {}), bytes);
  try {
    yield* decoded;
  } catch (error) {
    // streams change what they are ended with
    if (failure !== undefined) throw failure.reason;
    // a gateway's 502 without a body may say that it is compressed
    if (!isEmpty) throw error;
  }
}

function createDecoder(name: string): Transform {
  const create = decoders.get(name);
  if (create === undefined) throw new Error(`the response has the unknown content coding ${name}`);
  return create();
}
