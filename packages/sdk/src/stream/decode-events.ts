import { createEventParser, type ServerSentEvent } from "./event-parser.ts";

/** Server-sent events out of bytes, however they were cut into chunks. */
export async function* decodeEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let events: ServerSentEvent[] = [];
  const feed = createEventParser((event) => events.push(event));
  for await (const chunk of chunks) {
    // `stream` keeps the first bytes of a character whose others are in the next chunk.
    feed(decoder.decode(chunk, { stream: true }));
    if (events.length === 0) continue;
    const complete = events;
    events = [];
    yield* complete;
  }
}
