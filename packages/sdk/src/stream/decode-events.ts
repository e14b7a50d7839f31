import { createEventParser, type ServerSentEvent } from "./event-parser.ts";

/** Server-sent events out of bytes, however they were cut: for each chunk, the events that it completed. */
export async function* decodeEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent[]> {
  const decoder = new TextDecoder();
  const feed = createEventParser();
  for await (const chunk of chunks) {
    // `stream` keeps the first bytes of a character whose others are in the next chunk.
    yield feed(decoder.decode(chunk, { stream: true }));
  }
}
